use crate::audit::{Audit, audit};
use crate::evaluate::evaluate;
use crate::language::Language;
use crate::prelude::*;
use crate::report::Report;

fn audited(document: &str) -> Audit {
    audit(&evaluate(&Report::from_json(document).unwrap(), None).unwrap())
}

/// Two indicators, one with a name full of signs, and what is printed of them.
fn of(printed: &str) -> Audit {
    audited(&format!(
        r#"{{"schema": "lkip/1", "title": "Contoh", "period": {{"year": 2021}}, "style": "indonesian", "rules": "setda-kaltim-2021",
        "indicators": [{{"id": "a", "name": "A*<b>&|_", "target": "90", "realization": "100"}},
            {{"id": "b", "name": "B", "target": "70", "realization": "98,40"}}],
        "budget": [{{"id": "p", "name": "P", "allocation": "1.250.000", "spending": "1.000.000"}}], "printed": [{printed}]}}"#
    ))
}

#[test]
fn nothing_printed_is_nothing_wrong() {
    let audit = of("");
    let markdown = audit.to_markdown(Language::English);
    assert!(markdown.contains("0 printed figures were checked"), "{markdown}");
    assert!(markdown.ends_with("## Findings\n\nNothing is wrong.\n"), "{markdown}");
    assert!(!audit.to_html(Language::Indonesian).contains("<table>"));
}

#[test]
fn texts_of_the_document_mean_only_themselves() {
    let audit = of(
        r#"{"figure": "indicators.a.achievement", "text": "<i>*1*</i>", "table": "T|1", "column": "`c`", "place": "[p]"}"#,
    );
    let markdown = audit.to_markdown(Language::Indonesian);
    assert!(markdown.contains("Capaian A\\*&lt;b&gt;&amp;\\|\\_\n"), "{markdown}");
    assert!(markdown.contains("&lt;i&gt;\\*1\\*&lt;/i&gt; (T\\|1, kolom \\`c\\`, \\[p\\])\n"), "{markdown}");
    let html = audit.to_html(Language::Indonesian);
    assert!(html.contains("Capaian A*&lt;b&gt;&amp;|_</h4>"), "{html}");
    assert!(html.contains("<dd>&lt;i&gt;*1*&lt;/i&gt; (T|1, kolom `c`, [p])</dd>"), "{html}");
    assert!(!html.contains("<i>") && !html.contains("<b>"), "{html}");
}

#[test]
fn what_is_expected_is_written_as_the_print_writes_numbers() {
    let audit = of(r#"{"figure": "indicators.b.achievement", "text": "140.75", "style": "international"},
        {"figure": "budget.p.spending", "text": "1.000.001"}, {"figure": "budget.p.remainder", "text": "250.001"}"#);
    let markdown = audit.to_markdown(Language::English);
    for expected in ["140.57 %", "Rp 1.000.000", "Rp 250.000"] {
        assert!(markdown.contains(&format!("- **Expected:** {expected}\n")), "{markdown}");
    }
    // Sentences are written as the language of the audit does.
    assert!(markdown.contains("Rp 1,000,000 became Rp 1,000,001"), "{markdown}");
    assert!(markdown.contains("(no place is named)"), "{markdown}");
}

#[test]
fn headings_and_tables_of_html_are_whole() {
    let audit = of(r#"{"figure": "indicators.a.achievement", "text": "111,12", "table": "T"}"#);
    let html = audit.to_html(Language::English);
    for tag in
        ["section", "h2", "h3", "h4", "p", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td"]
    {
        let (opened, closed) = (
            html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count(),
            html.matches(&format!("</{tag}>")).count(),
        );
        assert_eq!(opened, closed, "{tag}: {html}");
        assert!(opened > 0, "{tag}");
    }
    assert!(
        html.contains(
            r#"<tr class="lkip-mismatch" data-lkip-verdict="mismatch"><th scope="row" class="lkip-text">Mismatch</th>"#
        ),
        "{html}"
    );
    assert!(!html.contains("style="), "{html}");
}

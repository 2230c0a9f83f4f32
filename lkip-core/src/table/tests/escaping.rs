//! Texts that mean something to Markdown, HTML or a spreadsheet.

use super::*;

/// The supporting table with one name.
fn named(name: &str) -> Table {
    let name = crate::plain::Plain::from(name).to_json();
    table(&format!(r#""supporting": [{{"id": "x", "name": {name}, "unit": "a\"b", "value": "-1,5"}}]"#), "supporting")
}

fn last_line(text: &str) -> &str {
    text.trim_end().rsplit('\n').next().unwrap()
}

#[test]
fn markdown() {
    for (name, expected) in [
        ("A|B", r"A\|B"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("satu\r\ndua\ntiga", "satu<br>dua<br>tiga"),
        (r"\*_`[]~$", r"\\\*\_\`\[\]\~\$"),
        ("tab\there", "tab here"),
        (" \n ", ""),
    ] {
        let text = named(name).to_markdown(Language::Indonesian);
        let between = if expected.is_empty() { "" } else { " " };
        assert_eq!(last_line(&text), format!("| 1 | {expected}{between}| a\"b | -1,5 |"), "{name:?}");
    }
}

#[test]
fn html() {
    let html = named("<script>\"x\" & 'y'</script>\nz").to_html(Language::Indonesian);
    assert!(html.contains("&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;<br>z</th>"), "{html}");
    assert!(!html.contains("<script") && !html.contains("style="));
}

#[test]
fn html_attributes() {
    let fields =
        r#""budget": [{"id": "p", "level": "program", "name": "P \"<&>'", "allocation": "1", "spending": "1"}]"#;
    let html = table(fields, "budget_by_program").to_html(Language::English);
    assert!(html.contains(r#"data-lkip-subject="programs.P &quot;&lt;&amp;&gt;&#39;""#), "{html}");
}

#[test]
fn csv() {
    for (name, expected) in [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a=1", "a=1"),
        ("a,b", "\"a,b\""),
        ("=a,b", "\"'=a,b\""),
        ("a\"b", "\"a\"\"b\""),
        ("a\nb", "\"a\nb\""),
    ] {
        let text = named(name).to_csv();
        let (_, row) = text.split_once("\r\n").unwrap();
        // Numbers stay numbers.
        assert_eq!(row, format!("item,0,supporting.x,1,{expected},\"a\"\"b\",-1.5\r\n"), "{name:?}");
    }
}

//! How figures show themselves: one line for the REPL, HTML for notebooks. The texts are all the core's.

use lkip_core::audit::Audit;
use lkip_core::cascade::{Cascade, OfficePage};
use lkip_core::chart::{Chart, ChartSeries};
use lkip_core::evaluate::{Changed, Evaluation, Figure, Subject};
use lkip_core::measure::{Percent, Value};
use lkip_core::report::Report;
use lkip_core::rules::Band;
use lkip_core::table::{self, Table};
use lkip_core::{Explanation, Language, Outcome};
use pyo3::prelude::*;

use crate::output::{percent_text, quoted};

/// `Achievement(140.57 %, 'Sangat Berhasil')`
pub(crate) fn repr(
    py: Python<'_>,
    class: &str,
    outcome: &Outcome<Percent>,
    category: &Outcome<Band>,
    more: Option<String>,
) -> PyResult<String> {
    let mut parts = vec![match outcome {
        Outcome::Computed(percent) => format!("{} %", percent.reported),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => {
            format!("{}: {}", outcome.tag(), reason.code().as_str())
        }
    }];
    match category {
        Outcome::Computed(band) => parts.push(quoted(py, &band.category().label)?),
        Outcome::NotComputable(reason) if outcome.value().is_some() => parts.push(reason.code().as_str().to_owned()),
        Outcome::NotApplicable(_) | Outcome::NotComputable(_) => {}
    }
    parts.extend(more);
    Ok(format!("{class}({})", parts.join(", ")))
}

/// A figure: its percentage and category in words, the calculation in one line, everything else behind it.
pub(crate) fn figure(
    label: Option<&str>,
    outcome: &Outcome<Percent>,
    category: &Outcome<Band>,
    explanation: &Explanation,
    language: Language,
) -> String {
    let figure = match outcome {
        Outcome::Computed(percent) => {
            let category = match category {
                Outcome::Computed(band) => escaped(&band.category().label),
                Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => escaped(&reason.message(language)),
            };
            format!("<strong>{}</strong> · {category}", escaped(&percent_text(percent.reported, language)))
        }
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => escaped(&reason.message(language)),
    };
    let label = label.map(|label| format!("{} · ", escaped(label))).unwrap_or_default();
    framed(language, &format!("<p>{label}{figure}</p>{}", details(explanation, language)))
}

/// An explanation on its own.
pub(crate) fn explanation(node: &Explanation, language: Language) -> String {
    framed(language, &details(node, language))
}

/// A name, with a note.
pub(crate) fn remark(name: &str, note: Option<&str>, language: Language) -> String {
    let note = note.map(|note| format!(" · {}", escaped(note))).unwrap_or_default();
    framed(language, &format!("<p><strong>{}</strong>{note}</p>", escaped(name)))
}

fn details(node: &Explanation, language: Language) -> String {
    let (line, tree) = (escaped(&node.line), escaped(&node.tree(language)));
    format!("<details><summary>{line}</summary><pre>{tree}</pre></details>")
}

/// Words begin at the left and digits stand under each other, whatever the notebook does with tables; names of rows are plain,
/// and those of groups and totals bold.
const STYLE: &str = "<style>\
.lkip table{border-collapse:collapse;margin:.5em 0}\
.lkip caption{text-align:left;font-weight:bold;padding:.25em 0}\
.lkip th,.lkip td{text-align:left;vertical-align:top;padding:.2em .6em;white-space:normal}\
.lkip thead th{border-bottom:1px solid;vertical-align:bottom}\
.lkip tbody th{font-weight:normal;max-width:34em}\
.lkip .lkip-group th,.lkip .lkip-total th,.lkip .lkip-total td{font-weight:bold}\
.lkip .lkip-number,.lkip .lkip-percent,.lkip .lkip-points,.lkip .lkip-rupiah{text-align:right}\
.lkip td.lkip-number,.lkip td.lkip-percent,.lkip td.lkip-points,.lkip td.lkip-rupiah{white-space:nowrap}\
.lkip .lkip-formulas td{text-align:center;font-size:smaller}\
.lkip dt{font-weight:bold}.lkip dd{margin:0 0 .2em 1.5em}\
.lkip pre{white-space:pre-wrap}\
</style>";

/// Screen readers need to know which language to read.
fn framed(language: Language, content: &str) -> String {
    format!("<div class=\"lkip\" lang=\"{}\">{content}{STYLE}</div>", language.tag())
}

pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The document: its title and how much it holds.
pub(crate) fn report(report: &Report, language: Language) -> String {
    let document = report.document();
    let year = match document.period.quarter {
        Some(quarter) => format!("{} · {quarter}/4", document.period.year),
        None => document.period.year.to_string(),
    };
    let counts = [
        (Subject::Goal(0), document.goals.len()),
        (Subject::Objective(0), document.objectives.len()),
        (Subject::Indicator(0), document.indicators.len()),
        (Subject::Supporting(0), document.supporting.len()),
        (Subject::BudgetLine(0), document.budget.len()),
        (Subject::Agreement(0), document.agreements.len()),
    ];
    let mut rows = String::new();
    for (subject, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        rows += &format!("<tr>{}<td>{count}</td></tr>", head("row", subject.title().get(language)));
    }
    let title = format!("<caption><strong>{}</strong> · {year}</caption>", escaped(&document.title));
    framed(language, &format!("<table>{title}<tbody>{rows}</tbody></table>"))
}

/// An evaluation: what its indicators achieved, and what does not agree.
pub(crate) fn evaluation(evaluation: &Evaluation, language: Language) -> String {
    let mut tables = table::tables(evaluation);
    tables.retain(|table| matches!(table.id(), "achievement" | "findings"));
    let title = escaped(&evaluation.report().document().title);
    let rules = escaped(evaluation.rules().title.get(language));
    framed(language, &format!("<p><strong>{title}</strong> · {rules}</p>{}", written(&tables, language)))
}

/// Tables, as the core writes them.
pub(crate) fn tables(tables: &[Table], language: Language) -> String {
    framed(language, &written(tables, language))
}

fn written(tables: &[Table], language: Language) -> String {
    tables.iter().map(|table| table.to_html(language)).collect()
}

/// The data of a chart: a row for every item.
pub(crate) fn chart(chart: &Chart, language: Language) -> String {
    let class = |series: &ChartSeries| format!("lkip-{}", series.kind.as_str());
    let head_of = |series: &ChartSeries| {
        format!("<th scope=\"col\" class=\"{}\">{}</th>", class(series), escaped(series.label.get(language)))
    };
    let cell_of = |series: &ChartSeries, place: usize| {
        let shown = series.points.get(place).map(|point| escaped(&point.display(language))).unwrap_or_default();
        format!("<td class=\"{}\">{shown}</td>", class(series))
    };
    let heads: String = chart.all_series().iter().map(head_of).collect();
    let mut rows = String::new();
    for (place, item) in chart.items().iter().enumerate() {
        let cells: String = chart.all_series().iter().map(|series| cell_of(series, place)).collect();
        let name = head("row", item.label.get(language));
        rows += &format!("<tr class=\"lkip-{}\">{name}{cells}</tr>", item.kind.as_str());
    }
    let title = format!("<caption><strong>{}</strong></caption>", escaped(chart.title().get(language)));
    let notes = chart.notes().iter().map(|note| format!("<p>{}</p>", escaped(note.get(language))));
    let notes: String = notes.collect();
    let body = format!("<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody>");
    framed(language, &format!("<table>{title}{body}</table>{notes}"))
}

/// Names with what belongs to each.
pub(crate) fn listed<'a>(rows: impl Iterator<Item = (&'a str, String)>, language: Language) -> String {
    let rows: String = rows.map(|(name, text)| format!("<tr>{}{}</tr>", head("row", name), cells([&text]))).collect();
    framed(language, &format!("<table><tbody>{rows}</tbody></table>"))
}

/// A sentence.
pub(crate) fn sentence(text: &str, language: Language) -> String {
    framed(language, &format!("<p>{}</p>", escaped(text)))
}

/// One finding of an audit, as the core writes it.
pub(crate) fn finding(audit: &Audit, place: usize, language: Language) -> String {
    // A finding that is not there is none of the audit's.
    framed(language, &audit.finding_to_html(place, language).unwrap_or_default())
}

/// An audit, as the core writes it.
pub(crate) fn audit(audit: &Audit, language: Language) -> String {
    framed(language, &audit.to_html(language))
}

/// The picture of a cascade, as the core draws it.
pub(crate) fn cascade(cascade: &Cascade, office: Option<&str>, language: Language) -> String {
    // An office that is not there was refused.
    framed(language, &cascade.to_svg(office, language).unwrap_or_default())
}

/// The page of an office, as the core writes it.
pub(crate) fn office(page: &OfficePage, language: Language) -> String {
    framed(language, &page.to_html(language))
}

/// Text whose lines and indents mean something.
pub(crate) fn text(text: &str, language: Language) -> String {
    framed(language, &format!("<pre>{}</pre>", escaped(text)))
}

/// A figure of a report.
pub(crate) fn of_report(evaluation: &Evaluation, figure: &Figure, language: Language) -> String {
    let category = category_of(figure);
    let category = if category.is_empty() { category } else { format!(" · {}", escaped(&category)) };
    let (name, kind) = (escaped(evaluation.name(figure)), escaped(figure.kind().title().get(language)));
    let value = escaped(&shown(figure, language));
    let value = if figure.value().is_some() { format!("<strong>{value}</strong>") } else { value };
    let explanation = details(&figure.explanation(language), language);
    framed(language, &format!("<p>{name} · {kind} · {value}{category}</p>{explanation}"))
}

/// What changed, figure by figure.
pub(crate) fn changes(evaluation: &Evaluation, changed: &[Changed], language: Language) -> String {
    let side = |side: &Option<Outcome<Value>>| side.as_ref().map(|side| told(side, language)).unwrap_or_default();
    let mut rows = String::new();
    for change in changed {
        let cells = cells([&side(&change.before), "→", &side(&change.after)]);
        rows += &format!("<tr>{}{cells}</tr>", head("row", &change.key));
    }
    let title = format!("<caption><strong>{}</strong></caption>", escaped(&evaluation.report().document().title));
    framed(language, &format!("<table>{title}<tbody>{rows}</tbody></table>"))
}

/// The value of a figure as people write it, or why there is none.
fn shown(figure: &Figure, language: Language) -> String {
    told(&figure.outcome(), language)
}

fn told(outcome: &Outcome<Value>, language: Language) -> String {
    match outcome {
        Outcome::Computed(value) => value.display(language),
        Outcome::NotApplicable(reason) | Outcome::NotComputable(reason) => reason.message(language),
    }
}

fn category_of(figure: &Figure) -> String {
    let band = figure.category().and_then(Outcome::value);
    band.map(|band| band.category().label.clone()).unwrap_or_default()
}

/// Screen readers read the heads of its row and column before a cell.
fn head(scope: &str, text: &str) -> String {
    format!("<th scope=\"{scope}\">{}</th>", escaped(text))
}

fn cells<const N: usize>(texts: [&str; N]) -> String {
    texts.iter().map(|text| format!("<td>{}</td>", escaped(text))).collect()
}

//! The audit as a report for people: in Markdown and in HTML, in either language.

mod block;
mod convention;
mod finding;
mod html;
mod markdown;
mod otherwise;
mod place;
mod summary;
#[cfg(test)]
mod tests;
mod wording;

use self::block::{Block, Section};
use super::Audit;
use crate::language::Language;
use crate::prelude::*;
use crate::text::concat;

impl Audit {
    /// The audit in Markdown: how much was checked, what is wrong and why, the worst first, which conventions the printed
    /// figures show, and what comes out only by another one. Texts of the document are escaped.
    ///
    /// ```
    /// # use lkip_core::{Language, audit, evaluate, report::Report};
    /// # let report = Report::from_json(r#"{"schema": "lkip/1", "title": "Contoh", "period": {"year": 2021}, "style": "indonesian",
    /// #     "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "Kerja sama", "target": "90,00", "realization": "100,00"}],
    /// #     "printed": [{"figure": "indicators.a.achievement", "text": "111,21", "table": "Tabel 3.4"}]}"#)?;
    /// let audit = audit::audit(&evaluate::evaluate(&report, None)?);
    /// let markdown = audit.to_markdown(Language::Indonesian);
    /// assert!(markdown.starts_with("# Audit: Contoh\n"));
    /// assert!(markdown.contains("### 1. Tidak sesuai: Capaian Kerja sama\n"));
    /// assert!(markdown.contains("- **Tercetak:** 111,21 (Tabel 3.4)\n- **Seharusnya:** 111,11 %\n"));
    /// assert!(markdown.contains("Satu angka salah ketik: 111,11 % menjadi 111,21 %."));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn to_markdown(&self, language: Language) -> String {
        let mut text = String::new();
        markdown::push(&mut text, &self.section(language), 1);
        text
    }

    /// The audit in HTML: a `<section>` with headings from the second level, for a page that has its own first one.
    ///
    /// It has no styles of its own: verdicts are classes (`lkip-mismatch`) beside their words, keys and causes are
    /// `data-lkip-…`. Texts of the document are escaped.
    ///
    /// ```
    /// # use lkip_core::{Language, audit, evaluate, report::Report};
    /// # let report = Report::from_json(r#"{"schema": "lkip/1", "title": "A < B", "period": {"year": 2021}, "style": "indonesian",
    /// #     "rules": "setda-kaltim-2021", "indicators": [{"id": "a", "name": "Kerja sama", "target": "90,00", "realization": "100,00"}],
    /// #     "printed": [{"figure": "indicators.a.achievement", "text": "111,21", "table": "Tabel 3.4"}]}"#)?;
    /// let audit = audit::audit(&evaluate::evaluate(&report, None)?);
    /// let html = audit.to_html(Language::English);
    /// assert!(html.starts_with(r#"<section class="lkip-audit" lang="en">"#));
    /// assert!(html.contains("<h2>Audit: A &lt; B</h2>"));
    /// assert!(html.contains(r#"<dd data-lkip-cause="mistyped">One digit is wrong: 111.11 % became 111.21 %.</dd>"#));
    /// # Ok::<(), lkip_core::Errors>(())
    /// ```
    #[must_use]
    pub fn to_html(&self, language: Language) -> String {
        let mut html = String::new();
        html::push(&mut html, &self.section(language), 2, Some(language.tag()));
        html
    }

    /// One finding in HTML, as it stands in the audit; nothing where there are not so many.
    #[must_use]
    pub fn finding_to_html(&self, place: usize, language: Language) -> Option<String> {
        let mut html = String::new();
        let section = finding::one(self, self.findings().get(place)?, place + 1, language);
        html::push(&mut html, &section, 4, Some(language.tag()));
        Some(html)
    }

    fn section(&self, language: Language) -> Section {
        let title = &self.evaluation.report().document().title;
        let mut all = Section::new("lkip-audit", &concat(&["Audit: ", title]));
        all.blocks.push(Block::Section(summary::section(self, language)));
        all.blocks.push(Block::Section(finding::section(self, language)));
        for section in [convention::section(self, language), otherwise::section(self, language)] {
            append(&mut all.blocks, section.map(Block::Section));
        }
        all
    }
}

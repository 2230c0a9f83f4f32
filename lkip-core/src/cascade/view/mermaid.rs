//! The tree of performance as a Mermaid flowchart.

use super::text::cell;
use crate::cascade::Cascade;
use crate::error::Error;
use crate::evaluate::Figure;
use crate::language::{Language, Text, bilingual};
use crate::prelude::*;
use crate::report::LinkKind;
use crate::text::{concat, size};

const SUPPORTS: Text = bilingual!("mendukung", "supports");
const COMPONENT: Text = bilingual!("komponen", "component");
const ADOPTS: Text = bilingual!("adopsi", "adopts");
const REFERENCES: Text = bilingual!("merujuk", "refers");

impl Cascade {
    /// The tree of performance (pohon kinerja) as a Mermaid flowchart: offices with their indicators, and the links
    /// between the indicators of different offices.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`](crate::Code::UnknownReference) for an office that the report does not have.
    pub fn to_mermaid(&self, office: Option<&str>, language: Language) -> Result<String, Error> {
        let mut text = String::from("flowchart TD\n");
        let Some(now) = self.now() else { return Ok(text) };
        let ground = self.ground();
        // Which holdings have a node of their own.
        let mut shown = vec![false; now.held.len()];
        for root in self.roots(office)? {
            for office in ground.branches.branch(root) {
                let Some(written) = ground.document.offices.get(*office) else { continue };
                let name = concat(&["o", &size(*office)]);
                let mut label = concat(&["<b>", &escaped(&written.name), "</b>"]);
                if let Some(score) = self.score_text(written, language) {
                    label.push_str(&concat(&["<br>", &escaped(&score)]));
                }
                text.push_str(&concat(&["  ", &name, "[\"", &label, "\"]\n"]));
                if let Some(above) = ground.branches.parent(*office).filter(|_| *office != root) {
                    text.push_str(&concat(&["  o", &size(above), " --- ", &name, "\n"]));
                }
                for place in now.of_office(*office) {
                    let Some(indicator) = self.seen(now, place).filter(|one| self.is_shown(one)) else { continue };
                    if let Some(shown) = shown.get_mut(place) {
                        *shown = true;
                    }
                    let reached = |figure: &Figure| cell(figure).display(language);
                    let reached = indicator.achievement.map_or_else(String::new, reached);
                    let target = indicator.target_text(language);
                    let label =
                        [&escaped(indicator.name), "<br>", &escaped(&target), " → ", &escaped(&reached)].concat();
                    text.push_str(&concat(&["  i", &size(place), "([\"", &label, "\"])\n"]));
                    text.push_str(&concat(&["  ", &name, " --- i", &size(place), "\n"]));
                }
            }
        }
        for (place, link) in ground.document.links.iter().enumerate() {
            let Some((below, above)) = now.ends(&ground, place) else { continue };
            let word = match link.kind {
                LinkKind::Adopts => ADOPTS,
                LinkKind::Component => COMPONENT,
                LinkKind::Contributes => SUPPORTS,
                LinkKind::References => REFERENCES,
            };
            let is_shown = |place: usize| shown.get(place).copied().unwrap_or(false);
            if is_shown(below) && is_shown(above) {
                let word = escaped(word.get(language));
                text.push_str(&concat(&["  i", &size(below), " -.->|", &word, "| i", &size(above), "\n"]));
            }
        }
        Ok(text)
    }
}

/// A text that means only itself between the quotes of a Mermaid label.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for sign in text.trim().chars() {
        match sign {
            '"' => written.push_str("#quot;"),
            '#' => written.push_str("#35;"),
            '<' => written.push_str("#lt;"),
            '>' => written.push_str("#gt;"),
            '&' => written.push_str("#amp;"),
            '`' => written.push_str("#96;"),
            sign if sign.is_control() => written.push(' '),
            sign => written.push(sign),
        }
    }
    written
}

//! The tree of performance as a picture (SVG) that a person reads on one page.
//!
//! The offices at the top go over the whole width; the first level with several offices makes columns; what is below them
//! stands in the column, indented. Colours never say anything alone. There are no styles and no scripts in it, so that it
//! may stand in a page with a strict policy, in a word processor, or on paper.

use super::seen::HeldIndicator;
use super::text::{category, cell, counted, footnotes, problems_text};
use super::typeset::{lines, width};
use crate::cascade::Cascade;
use crate::cascade::year::OfYear;
use crate::error::Error;
use crate::evaluate::Figure;
use crate::language::{Language, Text, bilingual};
use crate::markup::html::{open, push_text};
use crate::outcome::Outcome;
use crate::prelude::*;
use crate::rules::Bilingual;
use crate::text::{concat, count, join};

const TITLE: Text = bilingual!("Pohon kinerja", "Tree of performance");
const INDICATOR: Text = bilingual!("Indikator", "Indicator");
const TARGET: Text = bilingual!("Target", "Target");
const REALIZATION: Text = bilingual!("Realisasi", "Realization");
const ACHIEVEMENT: Text = bilingual!("Capaian", "Achievement");
const PASSED_ON: Text =
    bilingual!("indikator diteruskan ke unit di bawahnya", "indicators passed on to the offices below");
const ONE_PASSED_ON: Text =
    bilingual!("indikator diteruskan ke unit di bawahnya", "indicator passed on to the offices below");
const NOT_CARRIED: Text = bilingual!("tidak dipegang unit di bawahnya", "held by no office below");
const SUPPORTED: Text = bilingual!("didukung indikator di bawahnya", "supported by indicators below");
const NOTE: Text = bilingual!(
    "Setiap indikator tampil pada unit terbawah yang memegangnya. Pedoman: ",
    "Every indicator stands with the lowest office that holds it. Rules: "
);

/// Everything is in units of the picture: a page of 1,400 is as wide as a sheet laid across.
const MARGIN: u32 = 20;
const COLUMN: u32 = 436;
const GAP: u32 = 16;
const MOST_COLUMNS: u32 = 3;
const INDENT: u32 = 14;
const PADDING: u32 = 9;
const FONT: &str = "Arial, Helvetica, sans-serif";
const INK: &str = "#1a202c";
const GREY: &str = "#4a5568";
const LINE: &str = "#a0aec0";
/// For the categories from the highest down: blue to orange, told apart by every eye, and by their labels in any case.
const RANKS: [&str; 5] = ["#2166ac", "#67a9cf", "#b8c4cc", "#f4a582", "#b35806"];

/// A picture while it is drawn.
struct Canvas {
    svg: String,
}

/// How a text is written.
#[derive(Clone, Copy)]
struct Pen {
    size: u32,
    bold: bool,
    colour: &'static str,
}

const NAME: Pen = Pen { size: 13, bold: true, colour: INK };
const FACT: Pen = Pen { size: 11, bold: false, colour: GREY };
const HEAD: Pen = Pen { size: 9, bold: false, colour: GREY };
const BODY: Pen = Pen { size: 11, bold: false, colour: INK };
const VALUE: Pen = Pen { size: 11, bold: true, colour: INK };
const WARNING: Pen = Pen { size: 11, bold: true, colour: "#9b2c2c" };

impl Pen {
    /// From one line to the next.
    const fn leading(self) -> u32 {
        self.size + 3
    }
}

impl Canvas {
    /// A text whose first line begins below a height; the height below it.
    fn text(&mut self, x: u32, y: u32, space: u32, text: &str, pen: Pen) -> u32 {
        let mut y = y;
        for line in lines(text, pen.size, pen.bold, space) {
            y += pen.leading();
            self.line(x, y - 3, &line, pen, "start");
        }
        y
    }

    fn line(&mut self, x: u32, y: u32, text: &str, pen: Pen, anchor: &str) {
        let (x, y, font) = (count(u64::from(x)), count(u64::from(y)), count(u64::from(pen.size)));
        let mut attributes =
            vec![("x", x.as_str()), ("y", y.as_str()), ("font-size", font.as_str()), ("fill", pen.colour)];
        if pen.bold {
            attributes.push(("font-weight", "bold"));
        }
        if anchor != "start" {
            attributes.push(("text-anchor", anchor));
        }
        open(&mut self.svg, "text", &attributes);
        push_text(&mut self.svg, text);
        self.svg.push_str("</text>\n");
    }

    fn rectangle(&mut self, at: (u32, u32), wide: u32, high: u32, fill: &str, stroke: &str) {
        let numbers = each(&[at.0, at.1, wide, high], &mut |number| count(u64::from(*number)));
        let [x, y, wide, high] = numbers.as_slice() else { return };
        open(
            &mut self.svg,
            "rect",
            &[("x", x), ("y", y), ("width", wide), ("height", high), ("rx", "3"), ("fill", fill), ("stroke", stroke)],
        );
        self.svg.push_str("</rect>\n");
    }

    fn stroke(&mut self, from: (u32, u32), to: (u32, u32)) {
        let numbers = each(&[from.0, from.1, to.0, to.1], &mut |number| count(u64::from(*number)));
        let [x1, y1, x2, y2] = numbers.as_slice() else { return };
        open(&mut self.svg, "line", &[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", LINE)]);
        self.svg.push_str("</line>\n");
    }
}

/// The picture of a part of a cascade, in one language.
struct Drawing<'a> {
    cascade: &'a Cascade,
    now: &'a OfYear,
    language: Language,
    canvas: Canvas,
    /// What stands at the foot: each footnote once.
    notes: Vec<String>,
}

impl Cascade {
    /// The tree of performance (pohon kinerja) as a picture: SVG that reads on one page.
    ///
    /// # Errors
    ///
    /// [`Code::UnknownReference`](crate::Code::UnknownReference) for an office that the report does not have.
    pub fn to_svg(&self, office: Option<&str>, language: Language) -> Result<String, Error> {
        let roots = self.roots(office)?;
        let Some(now) = self.now() else { return Ok(String::new()) };
        let mut drawing =
            Drawing { cascade: self, now, language, canvas: Canvas { svg: String::new() }, notes: Vec::new() };
        let (wide, high) = drawing.draw(&roots);
        let (wide, high) = (count(u64::from(wide)), count(u64::from(high)));
        let mut svg = String::new();
        open(
            &mut svg,
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &wide),
                ("height", &high),
                ("viewBox", &concat(&["0 0 ", &wide, " ", &high])),
                ("font-family", FONT),
                ("role", "img"),
                ("lang", language.tag()),
            ],
        );
        svg.push_str("\n<title>");
        push_text(&mut svg, &self.picture_title(language));
        svg.push_str("</title>\n<desc>");
        // Who cannot see it reads the tree.
        let told = self.to_text(office, language)?;
        push_text(&mut svg, &join(&each(&told.lines().collect::<Vec<_>>(), &mut |line| line.trim().to_owned()), ". "));
        svg.push_str("</desc>\n");
        svg.push_str(&drawing.canvas.svg);
        svg.push_str("</svg>\n");
        Ok(svg)
    }

    fn picture_title(&self, language: Language) -> String {
        let title: &str = &self.ground().document.title;
        concat(&[TITLE.get(language), " ", &self.year_text(), ": ", title])
    }
}

impl Drawing<'_> {
    /// Draws everything; the width and the height of the whole.
    fn draw(&mut self, roots: &[usize]) -> (u32, u32) {
        let ground = self.cascade.ground();
        // What goes over the whole width: one office below the other, until several stand side by side.
        let (mut top, mut columns) = (Vec::new(), roots.to_vec());
        while let [only] = columns.as_slice() {
            top.push(*only);
            columns = ground.checked.offices.children(*only).to_vec();
        }
        let number = u32::try_from(columns.len()).unwrap_or(MOST_COLUMNS).clamp(1, MOST_COLUMNS);
        let inside = number * COLUMN + (number - 1) * GAP;
        self.canvas.rectangle((0, 0), inside + 2 * MARGIN, 4, "#1f3a5f", "none");
        let heading = self.cascade.picture_title(self.language);
        let title = Pen { size: 16, bold: true, colour: INK };
        let mut y = self.canvas.text(MARGIN, MARGIN, inside, &heading, title) + 8;
        for office in top {
            y = self.card(office, (MARGIN, y), inside) + GAP;
        }
        // Each next branch goes where there is most room, as long as its place in the order allows.
        let mut heights = vec![y; usize::try_from(number).unwrap_or(1)];
        for (place, office) in columns.into_iter().enumerate() {
            let rows = place / heights.len();
            let shortest =
                heights.iter().enumerate().min_by_key(|(_, height)| **height).map_or(0, |(column, _)| column);
            let column = if rows == 0 { place } else { shortest };
            let x = MARGIN + u32::try_from(column).unwrap_or(0) * (COLUMN + GAP);
            let begin = heights.get(column).copied().unwrap_or(y);
            let end = self.branch(office, (x, begin));
            if let Some(height) = heights.get_mut(column) {
                *height = end + GAP;
            }
        }
        let bottom = heights.iter().copied().max().unwrap_or(y);
        let note = concat(&[NOTE.get(self.language), &self.cascade.evaluation().rules().id, "."]);
        let mut end = self.canvas.text(MARGIN, bottom, inside, &note, FACT);
        for note in core::mem::take(&mut self.notes) {
            end = self.canvas.text(MARGIN, end, inside, &note, FACT);
        }
        (inside + 2 * MARGIN, end + MARGIN)
    }

    /// A branch in its column; the height below it.
    fn branch(&mut self, root: usize, at: (u32, u32)) -> u32 {
        let ground = self.cascade.ground();
        let top = ground.branches.depth(root);
        let mut y = at.1;
        let branch = ground.branches.branch(root).to_vec();
        for office in branch {
            let depth = u32::try_from(ground.branches.depth(office) - top).unwrap_or(0).min(COLUMN / INDENT / 2);
            let x = at.0 + depth * INDENT;
            if depth > 0 {
                self.canvas.stroke((x - INDENT / 2, y - GAP / 2), (x - INDENT / 2, y + 12));
                self.canvas.stroke((x - INDENT / 2, y + 12), (x, y + 12));
            }
            y = self.card(office, (x, y), COLUMN - depth * INDENT) + GAP / 2;
        }
        y - GAP / 2
    }

    /// An office; the height below it. It is drawn twice: the frame must be there before what stands in it.
    fn card(&mut self, office: usize, at: (u32, u32), wide: u32) -> u32 {
        let begin = self.canvas.svg.len();
        let end = self.content(office, at, wide);
        let inside = self.canvas.svg.split_off(begin);
        let fill = match self.cascade.ground().branches.depth(office) {
            0 => "#dbe7f3",
            1 => "#edf2f7",
            _ => "#ffffff",
        };
        self.canvas.rectangle(at, wide, end - at.1, fill, LINE);
        self.canvas.svg.push_str(&inside);
        end
    }

    fn content(&mut self, place: usize, at: (u32, u32), wide: u32) -> u32 {
        let ground = self.cascade.ground();
        let Some(office) = ground.document.offices.get(place) else { return at.1 };
        let (x, space) = (at.0 + PADDING, wide.saturating_sub(2 * PADDING));
        let mut y = self.canvas.text(x, at.1 + PADDING / 2, space, &office.name, NAME);
        let facts = self.cascade.facts(self.now, place, office, self.language);
        // Facts stay whole as long as they fit.
        let mut line = String::new();
        for fact in facts {
            let longer = if line.is_empty() { fact.clone() } else { concat(&[&line, " · ", &fact]) };
            if width(&longer, FACT.size, false) > space && !line.is_empty() {
                y = self.canvas.text(x, y, space, &line, FACT);
                line = fact;
            } else {
                line = longer;
            }
        }
        if !line.is_empty() {
            y = self.canvas.text(x, y, space, &line, FACT);
        }
        let problems = self.cascade.problems_of(place);
        if problems > 0 {
            let told = concat(&["! ", &problems_text(problems, self.language)]);
            y = self.canvas.text(x, y, space, &told, WARNING);
        }
        let held = self.cascade.held(self.now, place);
        let shown: Vec<&HeldIndicator<'_>> = held.iter().filter(|one| self.cascade.is_shown(one)).collect();
        if shown.len() < held.len() {
            let text = counted(held.len() - shown.len(), ONE_PASSED_ON, PASSED_ON, self.language);
            y = self.canvas.text(x, y, space, &text, FACT);
        }
        if !shown.is_empty() {
            y = self.head(x, y + 4, space);
            for indicator in shown {
                y = self.indicator(indicator, place, (x, y), space);
            }
        }
        y + PADDING / 2
    }

    /// What stands above the indicators.
    fn head(&mut self, x: u32, y: u32, space: u32) -> u32 {
        let base = y + HEAD.leading() - 3;
        self.canvas.line(x, base, INDICATOR.get(self.language), HEAD, "start");
        for (number, word) in [TARGET, REALIZATION, ACHIEVEMENT].into_iter().enumerate() {
            let right = right_of(x, space, number);
            self.canvas.line(right, base, word.get(self.language), HEAD, "end");
        }
        y + HEAD.leading()
    }

    fn indicator(&mut self, seen: &HeldIndicator<'_>, office: usize, at: (u32, u32), space: u32) -> u32 {
        let (x, y) = at;
        self.canvas.stroke((x, y), (x + space, y));
        for note in footnotes(seen.achievement) {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        let number_space = number_space(space);
        let names = space.saturating_sub(3 * number_space + 6).max(number_space);
        let mut end = self.canvas.text(x, y + 1, names, seen.name, BODY);
        if let Some(remark) = self.remark(seen, office) {
            end = self.canvas.text(x, end, names, remark.get(self.language), HEAD);
        }
        let shown = |figure: Option<&Figure>| figure.map_or_else(String::new, |one| cell(one).display(self.language));
        let numbers = [seen.target_text(self.language), shown(seen.realization), shown(seen.achievement)];
        let mut lowest = end;
        for (number, text) in numbers.iter().enumerate() {
            let right = right_of(x, space, number);
            // Words stand where there is no number, and are longer.
            let is_number = text.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-');
            let pen = match number {
                _ if !is_number => HEAD,
                2 => VALUE,
                _ => BODY,
            };
            let mut base = y + 1;
            for line in lines(text, pen.size, pen.bold, number_space - 6) {
                base += pen.leading();
                self.canvas.line(right, base - 3, &line, pen, "end");
            }
            if number == 2
                && let Some(label) = seen.achievement.and_then(category)
            {
                base = self.label(seen, &label, (right, base), number_space - 18);
            }
            lowest = lowest.max(base);
        }
        lowest + 3
    }

    /// The category under an achievement, with a mark of its rank.
    fn label(&mut self, seen: &HeldIndicator<'_>, label: &str, (right, y): (u32, u32), space: u32) -> u32 {
        let colour = seen.achievement.and_then(Figure::category).and_then(Outcome::value).and_then(|band| {
            let of = band.scale().categories.len().saturating_sub(1).max(1);
            RANKS.get((band.rank() - 1) * (RANKS.len() - 1) / of)
        });
        let mut base = y;
        for (number, line) in lines(label, HEAD.size, false, space).into_iter().enumerate() {
            base += HEAD.leading();
            self.canvas.line(right, base - 3, &line, HEAD, "end");
            let left = right.saturating_sub(width(&line, HEAD.size, false) + 8);
            if let Some(colour) = colour.filter(|_| number == 0) {
                self.canvas.rectangle((left, base - 10), 7, 7, colour, GREY);
            }
        }
        base
    }

    /// What must be known of an indicator besides its numbers.
    fn remark(&self, seen: &HeldIndicator<'_>, office: usize) -> Option<Bilingual> {
        use super::seen::Cascading;
        let ground = self.cascade.ground();
        let text = match seen.cascading {
            Cascading::Indirect => SUPPORTED,
            Cascading::None if seen.agreement.is_some() && !ground.checked.offices.children(office).is_empty() => {
                NOT_CARRIED
            }
            _ => return None,
        };
        Some(crate::table::plain(text))
    }
}

/// What a number of an indicator has of the width of its card.
fn number_space(space: u32) -> u32 {
    (space / 6).clamp(76, 120)
}

/// The right edge of a number of an indicator.
fn right_of(x: u32, space: u32, number: usize) -> u32 {
    let behind = 2_u32.saturating_sub(u32::try_from(number).unwrap_or(2));
    (x + space).saturating_sub(behind * number_space(space))
}

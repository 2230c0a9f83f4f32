//! Charts as plain data.

use super::{Axis, Chart, ChartBand, ChartItem, ChartLine, ChartSeries};
use crate::language::Language;
use crate::plain::{Plain, Record, serialize_as_plain};
use crate::prelude::*;
use crate::table::cell_record;

/// A chart with its texts in one language, ready to be serialized.
#[derive(Clone, Copy, Debug)]
pub struct ChartReport<'a> {
    chart: &'a Chart,
    language: Language,
}

impl Chart {
    /// The chart as data, with its texts in one language: `{id, title, axis, items, series, bands, lines, notes}`.
    ///
    /// Every point is a record as the cells of tables are: a `kind`, a `value` (`null` where there is none), a `display`; figures
    /// have their key and `unit`, absent ones their `state` and `reason`.
    #[must_use]
    pub fn report(&self, language: Language) -> ChartReport<'_> {
        ChartReport { chart: self, language }
    }
}

impl From<&ChartReport<'_>> for Plain {
    fn from(report: &ChartReport<'_>) -> Self {
        let ChartReport { chart, language } = *report;
        let mut record = Record::new();
        record.put("id", chart.id);
        record.text("title", chart.title.get(language));
        record.push("axis", axis(&chart.axis, language));
        record.put("items", each(&chart.items, &mut |one| item(one, language)));
        record.put("series", each(&chart.series, &mut |one| series(one, language)));
        record.put("bands", each(&chart.bands, &mut |one| band(one, language)));
        record.put("lines", each(&chart.lines, &mut |one| line(one, language)));
        record.put("notes", each(&chart.notes, &mut |note| Self::from(note.get(language))));
        Self::Record(record)
    }
}

serialize_as_plain!(ChartReport<'_>);

fn axis(axis: &Axis, language: Language) -> Plain {
    let mut record = Record::new();
    record.text("label", axis.label.get(language));
    record.put("unit", axis.unit);
    record.put("per", axis.per);
    record.maybe("low", axis.low);
    record.maybe("high", axis.high);
    Plain::Record(record)
}

fn item(item: &ChartItem, language: Language) -> Plain {
    let mut record = Record::new();
    record.text("label", item.label.get(language));
    record.put("row", item.kind);
    record.maybe("subject", item.subject.as_ref());
    record.maybe("group", item.group.as_ref().map(|group| group.get(language)));
    Plain::Record(record)
}

fn series(series: &ChartSeries, language: Language) -> Plain {
    let mut record = Record::new();
    record.text("id", &series.id);
    record.text("label", series.label.get(language));
    record.put("kind", series.kind);
    record.put("points", each(&series.points, &mut |point| cell_record(point, language)));
    Plain::Record(record)
}

fn band(band: &ChartBand, language: Language) -> Plain {
    let (category, of) = (band.category(), band.band());
    let mut record = Record::new();
    record.text("code", &category.code);
    record.text("label", &category.label);
    record.text("bounds", &band.bounds(language));
    record.put("rank", of.rank());
    record.put("of", of.scale().categories.len());
    record.text("scale", &of.scale().id);
    record.maybe("low", band.low);
    record.maybe("high", band.high);
    Plain::Record(record)
}

fn line(line: &ChartLine, language: Language) -> Plain {
    let mut record = Record::new();
    record.text("label", line.label.get(language));
    record.put("value", line.value);
    record.text("display", &line.display(language));
    Plain::Record(record)
}

//! The Python package `lkip`: types, errors and habits of Python around the one core.
//!
//! No formula, threshold, rule or message stands here. A call's fields become [`lkip_core::Plain`], the core
//! answers, and the classes of this crate hold the core's own answers.

mod achievement;
mod audit;
mod audit_table;
mod average;
mod cascade;
mod cascade_budget;
mod cascade_finding;
mod cascade_office;
mod cascade_revision;
mod catalogue;
mod category;
mod change;
mod chart;
mod codes;
mod errors;
mod evaluation;
mod explanation;
mod frame;
mod frozen;
mod html;
mod input;
mod office_page;
mod output;
mod quick;
mod reading;
mod receipt;
mod report;
mod request;
mod required;
mod rules;
mod table;
mod trace;

use pyo3::prelude::*;

/// The compiled part of `lkip`. Import from `lkip` itself.
#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::achievement::{Achievement, CarriedForward};
    #[pymodule_export]
    use crate::audit::{Audit, AuditEntry, AuditFinding, Convention, Diagnosis, SameFigure};
    #[pymodule_export]
    use crate::audit_table::{AuditCell, AuditNote, Inference};
    #[pymodule_export]
    use crate::average::{Average, AverageItem, LeftOut};
    #[pymodule_export]
    use crate::cascade::Cascade;
    #[pymodule_export]
    use crate::cascade_budget::{BudgetCheck, BudgetShare, ProgramCheck};
    #[pymodule_export]
    use crate::cascade_finding::{CascadeFinding, Party};
    #[pymodule_export]
    use crate::cascade_office::{CascadeOffice, HeldIndicator};
    #[pymodule_export]
    use crate::cascade_revision::{Revision, RevisionChange};
    #[pymodule_export]
    use crate::catalogue::{RuleSets, Scales};
    #[pymodule_export]
    use crate::category::{Category, Reason};
    #[pymodule_export]
    use crate::change::{Changed, WhatIf};
    #[pymodule_export]
    use crate::chart::{Chart, ChartAxis, ChartBand, ChartItem, ChartLine, ChartPoint, ChartSeries};
    #[pymodule_export]
    use crate::codes::{CascadeCode, CodeInfo, Codes};
    #[pymodule_export]
    use crate::evaluation::{Evaluation, Figure, Finding};
    #[pymodule_export]
    use crate::explanation::{Explanation, Input, Rounding, Source};
    #[pymodule_export]
    use crate::frame::column::{MeasuredColumn, restore_column};
    #[pymodule_export]
    use crate::frame::measure::measure;
    #[pymodule_export]
    use crate::frame::table::{MeasuredTable, arrow_table};
    #[pymodule_export]
    use crate::frozen::{Frozen, item_of};
    #[pymodule_export]
    use crate::office_page::OfficePage;
    #[pymodule_export]
    use crate::reading::{Column, Reading};
    #[pymodule_export]
    use crate::receipt::Receipt;
    #[pymodule_export]
    use crate::report::{Report, report_schema};
    #[pymodule_export]
    use crate::request::{answer, answer_json, call};
    #[pymodule_export]
    use crate::required::{Remaining, Required};
    #[pymodule_export]
    use crate::rules::{Citation, RuleSet, Scale, restore_rule_set, restore_scale};
    #[pymodule_export]
    use crate::table::{Table, TableColumn, TableRow, Tables};
    #[pymodule_export]
    use crate::trace::{Trace, TraceStep};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}

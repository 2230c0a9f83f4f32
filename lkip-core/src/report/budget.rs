//! The budget as it is written: a list of lines that name the line above them.

use alloc::sync::Arc;

use super::code::{BudgetCode, BudgetLevel};
use super::quantity::Quantity;
use super::values::Id;
use crate::plain::record;
use crate::prelude::*;

record! {
    /// A line of the budget: a program, an activity, an account.
    pub struct BudgetLine = "budget_line" {
        /// The id.
        pub id: Id = "id";
        /// The line above it.
        pub parent: Option<Id> = "parent" | "induk";
        /// What kind of line it is.
        pub level: Option<BudgetLevel> = "level" | "jenjang";
        /// Its code (Permendagri 90/2019).
        pub code: Option<BudgetCode> = "code" | "kode";
        /// Its name.
        pub name: Arc<str> = "name" | "nama";
        /// The office that spends; holds for everything below.
        pub office: Option<Id> = "office" | "unit_kerja";
        /// The objective that it serves; holds for everything below.
        pub objective: Option<Id> = "objective" | "sasaran";
        /// The allocation (pagu).
        pub allocation: Option<Quantity> = "allocation" | "pagu";
        /// The spending (realisasi).
        pub spending: Option<Quantity> = "spending" | "realisasi" | "realisasi_anggaran";
        /// Whether the lines below it are all there are.
        pub complete: bool = "complete" | "lengkap" or true;
        /// Whether it is part of the totals of offices, objectives, programs and the report. A second account of the same
        /// money is not.
        pub counted: bool = "counted" | "dihitung" or true;
    }
}

//! The links of the cascade as they are written.

use super::quantity::Quantity;
use super::values::Id;
use crate::measure::Composition;
use crate::plain::{choices, choices_as_data, record};
use crate::prelude::*;

record! {
    /// A link of the cascade (penjenjangan): how an indicator below stands to one above. An indicator is never an operand of
    /// another because its office stands below; only a link of the kind `component` computes.
    pub struct Link = "link" {
        /// The indicator below.
        pub from: Id = "from" | "dari";
        /// The indicator above.
        pub to: Id = "to" | "ke";
        /// What kind of link it is.
        pub kind: LinkKind = "kind" | "jenis";
        /// How the components make the value above; the same for all components of one indicator.
        pub method: Option<Composition> = "method" | "cara";
        /// What of the component enters: its realization, or its achievement in percent.
        pub takes: Takes = "takes" | "memakai" or Takes::Realization;
        /// The weight of a component, where the method has weights.
        pub weight: Option<Quantity> = "weight" | "bobot";
        /// Whether it is meant to lead across branches (crosscutting).
        pub crosscutting: bool = "crosscutting" | "lintas_unit" or false;
        /// Why, or where it stands.
        pub note: Option<String> = "note" | "keterangan";
    }
}

choices! {
    /// What a link of the cascade means.
    #[derive(PartialOrd, Ord)]
    pub enum LinkKind {
        /// The same indicator one level down: name, unit and target agree.
        Adopts = "adopts" | "adopsi",
        /// An operand of the superior's value.
        Component = "component" | "komponen",
        /// Supports, computes nothing.
        Contributes = "contributes" | "mendukung",
        /// Only refers to it.
        References = "references" | "merujuk",
    }
}

choices! {
    /// What of a component enters the value above.
    pub enum Takes {
        /// What was reached.
        Realization = "realization" | "realisasi",
        /// The percentage of the target that was reached.
        Achievement = "achievement" | "capaian",
    }
}

choices_as_data!(LinkKind, Composition, Takes);

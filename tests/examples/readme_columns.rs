//! The columns of the README, in Rust. `tests/readme.py` holds it against the README and runs it.
#![allow(clippy::print_stdout, reason = "an example prints")]
use lkip_core::batch::{Column, Groups, Table};
use lkip_core::rules;

fn main() -> Result<(), lkip_core::Errors> {
    let rules = rules::rule_set("bkd-ntt-2021")?;
    let (targets, realizations) = ([325, 198, 0, 4500], [283, 189, 0, 3944]);
    let table = Table::new(Column::new(&targets, 0), Column::new(&realizations, 0));
    let made = table.achievements(&rules)?;
    for row in 0..table.len() {
        if let (Some(percent), Some(category)) = (made.percent(row), made.category(row)) {
            println!("{percent} {}", category.label);
        } else if let Some(reason) = made.reason(row) {
            println!("{}", reason.as_str());
        }
    }
    let objectives = table.averages(&rules, Groups::Ends(&[3, 4]))?;
    for group in 0..objectives.len() {
        let counted = objectives.coverage(group);
        if let Some(percent) = objectives.percent(group) {
            println!("{percent}, {} of {}", counted.used, counted.total);
        }
    }
    Ok(())
}

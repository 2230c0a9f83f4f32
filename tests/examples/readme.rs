//! The worked case of the README, in Rust. `tests/readme.py` holds it against the README and runs it.
#![allow(clippy::print_stdout, reason = "an example prints")]
use lkip_core::{Language, Measurement, Number, rules};

fn main() -> Result<(), lkip_core::Error> {
    let rules = rules::rule_set("bkd-ntt-2021")?;
    let (target, realization): (Number, Number) = ("325".parse()?, "283".parse()?);
    let achievement = Measurement::new(target, realization).achievement(&rules);
    if let (Some(percent), Some(band)) = (achievement.percent(), achievement.category().value()) {
        println!("{percent}\n{}", band.category());
    }
    println!("{}", achievement.line(Language::Indonesian));
    Ok(())
}

//! The levels of the budget and its codes (Permendagri 90/2019 and its successors).

use core::fmt;

use crate::error::{Code, Error, Errors};
use crate::number::ReadStyle;
use crate::plain::{Data, Definitions, Plain, Record, choices, choices_as_data, text};
use crate::prelude::*;
use crate::text::parts;

choices! {
    /// What kind of line of the budget it is.
    pub enum BudgetLevel {
        /// A total.
        Total = "total" | "jumlah",
        /// A group.
        Group = "group" | "kelompok",
        /// A program.
        Program = "program",
        /// An activity.
        Activity = "activity" | "kegiatan",
        /// A subactivity.
        Subactivity = "subactivity" | "sub_kegiatan" | "subkegiatan",
        /// An account.
        Account = "account" | "belanja",
    }
}

choices_as_data!(BudgetLevel);

/// The code of a budget line: `4.01.02` is a program, `4.01.02.1.01` an activity, `4.01.02.1.01.0001` a subactivity.
///
/// Subactivities have two digits through Kepmendagri 050-5889/2021 and four in 900.1.15.5-1317/2023; both are read.
/// `X.XX` stands for the office's own field in the first program of every office. Codes of accounts begin with
/// one digit twice (`5.1.02`); their further parts are not checked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BudgetCode(String);

impl BudgetCode {
    /// The code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind of line that has such a code.
    #[must_use]
    pub fn level(&self) -> BudgetLevel {
        level(&self.0).unwrap_or(BudgetLevel::Group)
    }
}

/// The level of a code; nothing when it is not written like one.
fn level(code: &str) -> Option<BudgetLevel> {
    let parts = parts(code, '.');
    let digits =
        |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let field = |affair: &str, field: &str| {
        (affair, field) == ("X", "XX")
            || matches!(affair, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9") && digits(field, &[2])
    };
    let level = match parts[..] {
        [first, second, ..] if digits(first, &[1]) && digits(second, &[1]) => BudgetLevel::Account,
        [affair, of, ..] if !field(affair, of) => return None,
        [_, _] => BudgetLevel::Group,
        [_, _, program] if digits(program, &[2]) => BudgetLevel::Program,
        [_, _, program, "1" | "2", activity] if digits(program, &[2]) && digits(activity, &[2]) => {
            BudgetLevel::Activity
        }
        [_, _, program, "1" | "2", activity, sub]
            if digits(program, &[2]) && digits(activity, &[2]) && digits(sub, &[2, 4]) =>
        {
            BudgetLevel::Subactivity
        }
        _ => return None,
    };
    let all_digits = level != BudgetLevel::Account || parts.iter().all(|part| digits(part, &[1, 2, 3, 4]));
    all_digits.then_some(level)
}

impl fmt::Display for BudgetCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Data for BudgetCode {
    fn blank() -> Self {
        Self(String::new())
    }

    fn fill(&mut self, plain: &Plain, _: ReadStyle) -> Result<(), Errors> {
        let code = text(plain)?;
        if level(code).is_none() {
            return Err(Error::new(Code::InvalidBudgetCode).text("found", code).into());
        }
        self.0 = code.to_owned();
        Ok(())
    }

    fn write(&self) -> Plain {
        Plain::from(&self.0)
    }

    fn schema(_: &mut Definitions) -> Plain {
        Plain::Record(Record::from([("type".to_owned(), Plain::from("string"))]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_tells_its_level() {
        for (code, expected) in [
            ("4.01", Some(BudgetLevel::Group)),
            ("4.01.02", Some(BudgetLevel::Program)),
            ("X.XX.01", Some(BudgetLevel::Program)),
            ("4.01.02.1.01", Some(BudgetLevel::Activity)),
            ("4.01.02.1.01.01", Some(BudgetLevel::Subactivity)),
            ("X.XX.01.2.01.0001", Some(BudgetLevel::Subactivity)),
            ("5.1.02.01.01.0024", Some(BudgetLevel::Account)),
            ("1.01.01.02.01.0001", None),
            ("4.1.02.x", None),
            ("0.01.02", None),
            ("4.01.2", None),
            ("4.01.02.1.01.001", None),
            ("", None),
        ] {
            assert_eq!(level(code), expected, "{code}");
        }
    }
}

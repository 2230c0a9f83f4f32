//! [`Cause`]: why a printed figure is another than the one that was computed.

use crate::language::{Text, bilingual};

macro_rules! causes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal, $rank:literal { id: $id:literal, en: $en:literal } )+) => {
        /// The stable code of a cause.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Cause {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl Cause {
            /// Every cause.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as it stands in answers.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// What it means, for a developer.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii()),+ }
            }

            /// How few numbers it could explain: what explains fewer comes first.
            pub(super) const fn rank(self) -> u8 {
                match self { $(Self::$name => $rank),+ }
            }

            /// The sentence for a person, with `{places}` for its data.
            #[must_use]
            pub const fn template(self) -> Text {
                match self { $(Self::$name => bilingual!($id, $en)),+ }
            }
        }
    };
}

// The rank is an order of how many numbers a cause could explain at all. That a copied value agrees to the last digit is
// seldom chance; that a digit was mistyped fits every ninth neighbour of the right number.
causes! {
    /// It follows a wrong value that another table prints.
    FollowsWrong = "follows_wrong", 9 {
        id: "Mengikuti angka keliru pada {table}: {figure} = {value}.",
        en: "It follows a wrong value of {table}: {figure} = {value}."
    }
    /// An amount that enters the figure is printed wrongly elsewhere; with the right one the figure is as printed.
    FollowsCorrected = "follows_corrected", 10 {
        id: "Mengikuti angka yang benar: dengan {figure} = {value}, bukan {given}, hasilnya seperti tercetak.",
        en: "It follows the right amount: with {figure} = {value} instead of {given} it is as printed."
    }
    /// The percentage is that of the sum of the parts, not of the printed total.
    FollowsSum = "follows_sum", 11 {
        id: "Persentasenya mengikuti jumlah rinciannya ({value}), bukan jumlah yang tercetak ({given}).",
        en: "The percentage follows the sum of the parts ({value}), not the printed total ({given})."
    }
    /// The value of a neighbouring row of the same column.
    CopiedFromNeighbour = "copied_from_neighbour", 12 {
        id: "Sama dengan angka pada baris lain kolom yang sama ({figure}): tampaknya tersalin.",
        en: "It is the value of another row of the same column ({figure}), probably copied."
    }
    /// The target of another year was used.
    OtherYearsTarget = "other_years_target", 13 {
        id: "Dihitung dengan target {target} ({year}), bukan {given}.",
        en: "It was computed with the target {target} ({year}) instead of {given}."
    }
    /// Target and realization changed places.
    InvertedFormula = "inverted_formula", 14 {
        id: "Rumusnya terbalik: target dibagi realisasi.",
        en: "The formula is inverted: target divided by realization."
    }
    /// The other formula of indicators where less is better.
    OtherFormula = "other_formula", 15 {
        id: "Dihitung dengan rumus lain untuk polaritas ini: {formula}.",
        en: "It was computed with another formula of the polarity: {formula}."
    }
    /// Held to a cap that the rules do not have.
    Capped = "capped", 16 {
        id: "Dibatasi paling tinggi {cap}; pedoman tidak membatasinya.",
        en: "It was capped at {cap}; the rules do not cap it."
    }
    /// Not held to the cap of the rules.
    NotCapped = "not_capped", 17 {
        id: "Tidak dibatasi; menurut pedoman paling tinggi {cap}.",
        en: "It was not capped; by the rules it is {cap} at most."
    }
    /// The difference in points instead of the relative change.
    PointsForRelative = "points_for_relative", 18 {
        id: "Selisih dalam poin, bukan perubahan relatif.",
        en: "It is the difference in points, not the relative change."
    }
    /// The relative change instead of the difference in points.
    RelativeForPoints = "relative_for_points", 19 {
        id: "Perubahan relatif, bukan selisih dalam poin.",
        en: "It is the relative change, not the difference in points."
    }
    /// The sum of the realizations against the sum of the targets.
    RatioOfSums = "ratio_of_sums", 20 {
        id: "Jumlah realisasi dibagi jumlah target, bukan rata-rata capaian.",
        en: "It is the sum of the realizations over the sum of the targets, not the mean of the achievements."
    }
    /// The mean of all indicators instead of the mean of means, or the reverse.
    AveragedOtherwise = "averaged_otherwise", 21 {
        id: "Rata-rata seluruh indikator, bukan rata-rata dari rata-rata.",
        en: "It is the mean of all indicators, not the mean of the means."
    }
    /// Rows were left out of a mean.
    RowsLeftOut = "rows_left_out", 22 {
        id: "Rata-rata tanpa {rows}.",
        en: "It is the mean without {rows}."
    }
    /// Rows without a value were counted as zero.
    RowsCountedAsZero = "rows_counted_as_zero", 23 {
        id: "Baris tanpa nilai ikut dihitung sebagai nol: {rows}.",
        en: "Rows without a value were counted as zero: {rows}."
    }
    /// The column repeats the target.
    RepeatsTarget = "repeats_target", 24 {
        id: "Mengulang target ({target}); capaiannya tidak dihitung.",
        en: "It repeats the target ({target}); the achievement was not computed."
    }
    /// The column repeats the absorption of the budget.
    RepeatsAbsorption = "repeats_absorption", 25 {
        id: "Sama dengan penyerapan anggaran ({figure}), bukan capaian kinerja.",
        en: "It is the absorption of the budget ({figure}), not the performance."
    }
    /// The value of an earlier year.
    EarlierValue = "earlier_value", 26 {
        id: "Nilai tahun lain: {figure}.",
        en: "It is the value of another year: {figure}."
    }
    /// A part was left out of a sum.
    PartLeftOut = "part_left_out", 27 {
        id: "Tidak memuat {figure} sebesar {value}.",
        en: "It leaves out {figure}, which is {value}."
    }
    /// A part was counted twice.
    PartCountedTwice = "part_counted_twice", 28 {
        id: "Memuat {figure} sebesar {value} dua kali.",
        en: "It counts {figure}, which is {value}, twice."
    }
    /// The parts were rounded before they were printed.
    RoundedParts = "rounded_parts", 29 {
        id: "Selisih {difference} masih dalam pembulatan bagian-bagiannya: jumlah dibuat dari nilai yang belum dibulatkan.",
        en: "The difference of {difference} is within the rounding of the parts: the sum was made of unrounded values."
    }
    /// A part of a sum is printed wrongly.
    PartMistyped = "part_mistyped", 30 {
        id: "Salah ketik pada {figure}: {given}, seharusnya {value}; dengan itu jumlahnya tepat.",
        en: "A slip in {figure}: {given} for {value}, with which the sum comes out."
    }
    /// The total is printed wrongly.
    TotalMistyped = "total_mistyped", 31 {
        id: "Salah ketik pada jumlahnya: {given}, seharusnya {value}.",
        en: "A slip in the total itself: {given} for {value}."
    }
    /// The value of another figure of the report.
    CopiedFromFigure = "copied_from_figure", 32 {
        id: "Sama dengan angka lain dalam laporan ini: {figure}.",
        en: "It is the value of another figure of this report: {figure}."
    }
    /// Two digits changed places.
    Transposed = "transposed", 33 {
        id: "Dua angka tertukar: {value} menjadi {printed}.",
        en: "Two digits changed places: {value} became {printed}."
    }
    /// The decimal mark stands elsewhere.
    MarkMoved = "mark_moved", 34 {
        id: "Tanda desimal bergeser: {value} menjadi {printed}.",
        en: "The decimal mark moved: {value} became {printed}."
    }
    /// The sign is missing or one too many.
    WrongSign = "wrong_sign", 35 {
        id: "Tanda minus keliru: {value} menjadi {printed}.",
        en: "The sign is wrong: {value} became {printed}."
    }
    /// A digit is missing.
    DigitLost = "digit_lost", 36 {
        id: "Satu angka hilang: {value} menjadi {printed}.",
        en: "A digit is missing: {value} became {printed}."
    }
    /// A digit too many.
    DigitAdded = "digit_added", 37 {
        id: "Satu angka kelebihan: {value} menjadi {printed}.",
        en: "There is a digit too many: {value} became {printed}."
    }
    /// One digit is another.
    Mistyped = "mistyped", 38 {
        id: "Satu angka salah ketik: {value} menjadi {printed}.",
        en: "One digit is wrong: {value} became {printed}."
    }
    /// The value was rounded otherwise than the rules say.
    RoundedOtherwise = "rounded_otherwise", 5 {
        id: "Nilai {exact} {method}; menurut pedoman {declared}.",
        en: "{exact} was {method}; by the rules it is {declared}."
    }
    /// It was made of the figures as they are printed, not of the exact ones.
    MadeOfPrinted = "made_of_printed", 4 {
        id: "Dibuat dari angka yang tercetak, bukan dari nilai yang belum dibulatkan: {exact}.",
        en: "It was made of the figures as printed, not of the unrounded ones: {exact}."
    }
    /// The unrounded value of an input was used where the rounded one is given.
    MadeOfExact = "made_of_exact", 3 {
        id: "Dibuat dari nilai yang belum dibulatkan, bukan dari angka yang diberikan: {exact}.",
        en: "It was made of unrounded values, not of the rounded ones that are given: {exact}."
    }
    /// A zero stands where nothing was done.
    NothingAsZero = "nothing_as_zero", 2 {
        id: "Tercetak nol; kegiatannya tidak dilaksanakan.",
        en: "A zero is printed; nothing was carried out."
    }
    /// A part of a sum is printed wrongly, and what is left is within the rounding of the parts.
    PartMistypedRounded = "part_mistyped_rounded", 39 {
        id: "Mungkin salah ketik pada {figure}: {given}, seharusnya {value}; selisih {difference} yang tersisa masih dalam pembulatan.",
        en: "Perhaps a slip in {figure}: {given} for {value}; the {difference} that is left is within rounding."
    }
    /// One of several parts is printed wrongly; which of them the report does not tell.
    OnePartMistyped = "one_part_mistyped", 40 {
        id: "Satu angka salah ketik pada salah satu dari {count} bagiannya; laporan tidak menunjukkan yang mana.",
        en: "One digit is wrong in one of {count} parts; the report does not tell in which."
    }
    /// The list is not whole.
    PartialList = "partial_list", 41 {
        id: "Rinciannya kurang {difference}: daftarnya mungkin tidak lengkap.",
        en: "The parts are {difference} short: the list may not be whole."
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prelude::*;

    #[test]
    fn every_cause_has_a_code_and_a_rank_of_its_own() {
        let mut codes = each(Cause::ALL, &mut |cause| cause.as_str());
        let mut ranks = each(Cause::ALL, &mut |cause| cause.rank());
        codes.sort_unstable();
        ranks.sort_unstable();
        let all = Cause::ALL.len();
        codes.dedup();
        ranks.dedup();
        assert_eq!((codes.len(), ranks.len()), (all, all));
    }
}

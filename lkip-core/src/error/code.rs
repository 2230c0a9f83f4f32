//! The one list of error codes, with what each means and how it is said in both languages.

use crate::language::{Text, bilingual};

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal { id: $id:literal, en: $en:literal } )+) => {
        /// The stable code of an error: one list for every language and binding.
        ///
        /// ```
        /// use lkip_core::Code;
        /// assert_eq!(Code::AmbiguousNumber.as_str(), "ambiguous_number");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[doc = $doc])+ $name, )+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The code as it stands in answers and exceptions.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// What the code means, for a developer.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc),+).trim_ascii()),+ }
            }

            /// The message, with `{places}` for the data of the error.
            #[must_use]
            pub const fn template(self) -> Text {
                match self { $(Self::$name => bilingual!($id, $en)),+ }
            }
        }
    };
}

codes! {
    // Numbers.

    /// The text is no number in any style.
    NotANumber = "not_a_number" {
        id: "'{text}' bukan angka: tulis angkanya saja, misalnya 1250 atau 120.5.",
        en: "'{text}' is not a number: write digits only, such as 1250 or 98.40."
    }
    /// Not the plain form in which data holds numbers: digits with a decimal point.
    NotAPlainNumber = "not_a_plain_number" {
        id: "'{text}' bukan angka polos: di sini tulis angka dengan titik desimal dan tanpa pemisah ribuan, misalnya 1250 atau 120.5.",
        en: "'{text}' is not a plain number: write it here with a decimal point and without grouping, such as 1250 or 120.5."
    }
    /// NaN or an infinity was given.
    NotFinite = "not_finite" {
        id: "'{text}' bukan nilai yang terhingga: tulis angkanya, atau kosongkan bila tidak ada.",
        en: "'{text}' is not a finite value: write the number, or leave it empty if there is none."
    }
    /// The text has two readings, such as `1.250`, and no style was declared.
    AmbiguousNumber = "ambiguous_number" {
        id: "Angka '{text}' bermakna ganda: tulis {candidates}.",
        en: "The number '{text}' can be read in two ways: write {candidates}."
    }
    /// The digits and marks do not form a number, such as `375.000.00` or `90 00`.
    MalformedNumber = "malformed_number" {
        id: "Susunan angka '{text}' keliru. Periksa; mungkin maksudnya {candidates}.",
        en: "'{text}' is not a well-formed number. Check it; it may mean {candidates}."
    }
    /// The number is written in another style than the declared one.
    WrongStyle = "wrong_style" {
        id: "Angka '{text}' tidak ditulis menurut gaya {style}. Jika maksudnya {candidates}, tulis ulang menurut gaya itu.",
        en: "The number '{text}' is not written in the style {style}. If it means {candidates}, write it in that style."
    }
    /// More digits than the 28 that are held exactly.
    NumberTooLong = "number_too_long" {
        id: "Angka '{text}' terlalu panjang: paling banyak 28 angka dapat disimpan tanpa pembulatan.",
        en: "The number '{text}' is too long: at most 28 digits are held without rounding."
    }
    /// A fraction came as a binary number (a JSON number with a fraction, a float): its decimal digits are lost.
    InexactNumber = "inexact_number" {
        id: "Angka pecahan harus ditulis sebagai teks, misalnya \"98.40\": sebagai bilangan biner (float) digitnya tidak pasti.",
        en: "A number with a fraction must be written as text, such as \"98.40\": as a binary number (float) its digits are not certain."
    }
    /// A blank or a dash where a number is needed.
    NumberMissing = "number_missing" {
        id: "Angka belum diisi: tulis nilainya, misalnya 1250 atau 120.5.",
        en: "There is no number here: write the value, such as 1250 or 98.40."
    }
    /// A range such as `90-100%` where one number is needed.
    RangeNotAllowed = "range_not_allowed" {
        id: "'{text}' adalah rentang; di sini diperlukan satu angka.",
        en: "'{text}' is a range; one number is needed here."
    }
    /// A bound such as `< 20` where one number is needed.
    BoundNotAllowed = "bound_not_allowed" {
        id: "'{text}' adalah batas, bukan nilai; di sini diperlukan satu angka.",
        en: "'{text}' is a bound, not a value; one number is needed here."
    }
    /// The low end of a range is above its high end.
    RangeReversed = "range_reversed" {
        id: "Rentang terbalik: {low} lebih besar daripada {high}. Tulis batas bawah lebih dahulu.",
        en: "The range is reversed: {low} is above {high}. Write the low end first."
    }
    /// A column has numbers that are read one way or the other, and nothing decides.
    StyleUndecided = "style_undecided" {
        id: "Gaya angka kolom ini tidak dapat dipastikan: nyatakan style \"indonesian\" (1.234,56) atau \"international\" (1,234.56).",
        en: "The number style of this column cannot be decided: declare style \"indonesian\" (1.234,56) or \"international\" (1,234.56)."
    }
    /// Rupiah are written with at most two decimals (sen).
    TooManyDecimals = "too_many_decimals" {
        id: "Rupiah ditulis dengan paling banyak dua desimal (sen); {value} memiliki lebih.",
        en: "Rupiah are written with at most two decimals (sen); {value} has more."
    }
    /// More decimal places than can be rounded to.
    PlacesOutOfRange = "places_out_of_range" {
        id: "Jumlah desimal harus 0 sampai 10, bukan {value}.",
        en: "The number of decimal places must be 0 to 10, not {value}."
    }

    // The shape of the data.

    /// The text is not valid JSON.
    MalformedJson = "malformed_json" {
        id: "Teks ini bukan JSON yang sah (baris {line}, kolom {column}).",
        en: "This text is not valid JSON (line {line}, column {column})."
    }
    /// A field that the record does not have.
    UnknownField = "unknown_field" {
        id: "Isian '{field}' tidak dikenal. Pakai {known}.",
        en: "The field '{field}' is unknown. Use {known}."
    }
    /// A field that must be there is not.
    MissingField = "missing_field" {
        id: "Isian '{field}' wajib ada.",
        en: "The field '{field}' is required."
    }
    /// The same field twice.
    DuplicateField = "duplicate_field" {
        id: "Isian '{field}' ditulis dua kali; tulis satu saja.",
        en: "The field '{field}' is given twice; give it once."
    }
    /// One field under two of its names, such as `target` and `rencana`.
    SameField = "same_field" {
        id: "'{field}' dan '{other}' adalah isian yang sama; tulis satu saja.",
        en: "'{field}' and '{other}' are the same field; give one of them."
    }
    /// Groups within groups beyond what a report has.
    TooDeep = "too_deep" {
        id: "Kelompok bersarang lebih dari {limit} tingkat.",
        en: "Groups are nested more than {limit} levels deep."
    }
    /// Another kind of value than the field takes.
    WrongType = "wrong_type" {
        id: "Di sini diperlukan {expected}, bukan {found}.",
        en: "This must be {expected}, not {found}."
    }
    /// A word that is none of the choices.
    UnknownChoice = "unknown_choice" {
        id: "'{found}' tidak dikenal. Pilihannya: {choices}.",
        en: "'{found}' is unknown. Choose {choices}."
    }
    /// An operation that this build does not have.
    UnknownOperation = "unknown_operation" {
        id: "Operasi '{found}' tidak dikenal. Pilih {choices}.",
        en: "The operation '{found}' is unknown. Choose {choices}."
    }

    // Looking things up.

    /// No rule set of that id is in the catalogue.
    UnknownRuleSet = "unknown_rule_set" {
        id: "Pedoman pengukuran '{found}' tidak ada dalam katalog. Pilih {choices}.",
        en: "There is no rule set '{found}' in the catalogue. Choose {choices}."
    }
    /// No scale of that id is in the catalogue.
    UnknownScale = "unknown_scale" {
        id: "Skala '{found}' tidak ada dalam katalog. Pilih {choices}.",
        en: "There is no scale '{found}' in the catalogue. Choose {choices}."
    }
    /// There is no scale to find the category in.
    ScaleMissing = "scale_missing" {
        id: "Pedoman '{rules}' tidak memiliki skala: nyatakan skala yang dipakai.",
        en: "The rule set '{rules}' has no scale: say which one to use."
    }

    // Rule sets and scales.

    /// An id with other signs than small letters, digits and hyphens.
    InvalidId = "invalid_id" {
        id: "Pengenal '{found}' tidak sah: pakai huruf kecil, angka dan tanda hubung.",
        en: "The id '{found}' is not valid: use small letters, digits and hyphens."
    }
    /// A date that is not a day of the calendar.
    InvalidDate = "invalid_date" {
        id: "'{found}' bukan tanggal: tulis tahun-bulan-hari, misalnya 2021-12-31.",
        en: "'{found}' is not a date: write year-month-day, such as 2021-12-31."
    }
    /// A year that is not written with four digits, from 1900 on.
    InvalidYear = "invalid_year" {
        id: "'{found}' bukan tahun: tulis empat angka, misalnya 2018.",
        en: "'{found}' is not a year: write four digits, such as 2018."
    }
    /// A period that ends before it begins.
    PeriodReversed = "period_reversed" {
        id: "Masa berlaku berakhir ({to}) sebelum dimulai ({from}).",
        en: "The period ends ({to}) before it begins ({from})."
    }
    /// A scale without categories.
    ScaleEmpty = "scale_empty" {
        id: "Skala harus memiliki paling sedikit satu kategori.",
        en: "A scale needs at least one category."
    }
    /// Two categories of one scale with the same code.
    DuplicateCategory = "duplicate_category" {
        id: "Kategori '{category}' ada dua kali pada skala ini.",
        en: "The category '{category}' stands twice in this scale."
    }
    /// A category whose bounds leave no value between them.
    EmptyCategory = "empty_category" {
        id: "Kategori '{category}' tidak memuat satu nilai pun: batas bawahnya {lower}, batas atasnya {upper}.",
        en: "The category '{category}' holds no value: its lower bound is {lower}, its upper bound {upper}."
    }
    /// A category with two lower or two upper bounds.
    TwoBounds = "two_bounds" {
        id: "Kategori '{category}' memiliki dua batas pada sisi yang sama ({first} dan {second}); tulis satu saja.",
        en: "The category '{category}' has two bounds on one side ({first} and {second}); give one."
    }
    /// Values between two categories belong to neither, and the scale does not say what to do with them.
    ScaleGap = "scale_gap" {
        id: "Ada celah antara '{lower}' dan '{upper}': nilai {from} – {to} tidak masuk kategori mana pun. Tutup celahnya, atau nyatakan 'gaps'.",
        en: "There is a gap between '{lower}' and '{upper}': the values {from} – {to} have no category. Close it, or state 'gaps'."
    }
    /// Values that two categories both claim.
    ScaleOverlap = "scale_overlap" {
        id: "Kategori '{lower}' dan '{upper}' bertumpang tindih di sekitar {at}.",
        en: "The categories '{lower}' and '{upper}' overlap around {at}."
    }
    /// Rounding before the lookup that does not close the gaps of the scale.
    StepLeavesGap = "step_leaves_gap" {
        id: "Pembulatan {places} desimal sebelum pencocokan tidak menutup celah antara '{lower}' dan '{upper}' ({from} sampai {to}).",
        en: "Rounding to {places} decimal places before the lookup does not close the gap between '{lower}' and '{upper}' ({from} to {to})."
    }
    /// A category without a lower bound that is not the lowest, or without an upper bound that is not the highest.
    OpenInside = "open_inside" {
        id: "Kategori '{category}' tidak berbatas padahal bukan yang paling ujung. Tulis kategori mulai dari yang tertinggi.",
        en: "The category '{category}' is unbounded although it is not at the end of the scale. List the highest category first."
    }
    /// A cap below the floor.
    CapBelowFloor = "cap_below_floor" {
        id: "Batas atas {cap} % lebih rendah daripada batas bawah {floor} %.",
        en: "The cap of {cap} % is below the floor of {floor} %."
    }
    /// A target of zero gives more when it is not met than when it is.
    UnmetAboveMet = "unmet_above_met" {
        id: "Target nol yang tidak tercapai memberi {unmet} %, lebih tinggi daripada yang tercapai ({met} %).",
        en: "A target of zero that is not met gives {unmet} %, more than one that is met ({met} %)."
    }

    // Measuring.

    /// A value together with a state that says there is none.
    ValueWithState = "value_with_state" {
        id: "Ada nilai {value}, tetapi keadaannya '{state}': hapus salah satunya.",
        en: "There is a value {value}, but the state is '{state}': remove one of them."
    }
    /// A state that needs a value, such as `carried_forward`, without it.
    StateWithoutValue = "state_without_value" {
        id: "Keadaan '{state}' memerlukan nilai realisasi.",
        en: "The state '{state}' needs the value of the realization."
    }
    /// A year that a value was carried from, although the state says that none was.
    YearWithState = "year_with_state" {
        id: "Ada tahun asal ({year}), tetapi keadaannya '{state}': hapus salah satunya.",
        en: "There is a year that the value comes from ({year}), but the state is '{state}': remove one of them."
    }
    /// A target and a realization in different units, such as months against years.
    UnitMismatch = "unit_mismatch" {
        id: "Satuan berbeda: target dalam {target}, realisasi dalam {realization}. Nyatakan keduanya dalam satuan yang sama.",
        en: "The units differ: the target is in {target}, the realization in {realization}. State both in the same unit."
    }
    /// A weight below zero.
    NegativeWeight = "negative_weight" {
        id: "Bobot tidak boleh negatif: {value}.",
        en: "A weight cannot be negative: {value}."
    }
    /// A weighted average with an item that has no weight.
    WeightMissing = "weight_missing" {
        id: "Rata-rata tertimbang memerlukan bobot untuk setiap butir; di sini belum ada.",
        en: "A weighted average needs a weight for every item; this one has none."
    }
    /// An item with a percentage and with a target or a realization.
    PercentOrParts = "percent_or_parts" {
        id: "Tulis capaian ('percent') saja, atau target dan realisasinya; jangan keduanya.",
        en: "Give the achievement ('percent'), or its target and realization, not both."
    }
}

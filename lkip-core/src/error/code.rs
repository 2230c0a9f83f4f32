//! The one list of error codes, with what each means and how it is said in both languages.

use crate::language::{Text, bilingual};

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal $(if $feature:literal)? { id: $id:literal, en: $en:literal } )+) => {
        /// The stable code of an error: one list for every language and binding.
        ///
        /// ```
        /// use lkip_core::Code;
        /// assert_eq!(Code::AmbiguousNumber.as_str(), "ambiguous_number");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $( $(#[doc = $doc])+ $(#[cfg(feature = $feature)])? $name, )+
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$( $(#[cfg(feature = $feature)])? Self::$name ),+];

            /// The code as it stands in answers and exceptions.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => $code ),+ }
            }

            /// What the code means, for a developer.
            #[must_use]
            pub const fn meaning(self) -> &'static str {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => const { concat!($($doc),+).trim_ascii() } ),+ }
            }

            /// The message, with `{places}` for the data of the error.
            #[must_use]
            pub const fn template(self) -> Text {
                match self { $( $(#[cfg(feature = $feature)])? Self::$name => bilingual!($id, $en)),+ }
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

    // Report documents.

    /// An id of a document holds signs that an id cannot have.
    InvalidReportId = "invalid_report_id" if "full" {
        id: "Pengenal '{found}' tidak sah: pakai huruf kecil, angka, '-', '.' dan '_'.",
        en: "The id '{found}' is not valid: use small letters, digits, '-', '.' and '_'."
    }
    /// A document of a version that this library does not know.
    UnknownSchema = "unknown_schema" if "full" {
        id: "Format dokumen '{found}' tidak dikenal; pustaka ini membaca {known}.",
        en: "The document format '{found}' is unknown; this library reads {known}."
    }
    /// Two parts of a document have the same id.
    DuplicateId = "duplicate_id" if "full" {
        id: "Pengenal '{id}' dipakai dua kali; beri tiap bagian pengenalnya sendiri.",
        en: "The id '{id}' is used twice; give each part an id of its own."
    }
    /// A reference to something that the document does not hold.
    UnknownReference = "unknown_reference" if "full" {
        id: "Tidak ada {kind} dengan pengenal '{id}' dalam dokumen ini.",
        en: "This document has no {kind} with the id '{id}'."
    }
    /// An office that does not hold the indicator that is asked for.
    NotHeld = "not_held" if "full" {
        id: "Indikator '{indicator}' tidak dipegang oleh unit kerja '{office}'.",
        en: "The indicator '{indicator}' is not held by the office '{office}'."
    }
    /// Offices below offices, more levels than any institution has.
    OfficesTooDeep = "offices_too_deep" if "full" {
        id: "Unit kerja bertingkat lebih dari {limit} jenjang; periksa induk unit '{id}'.",
        en: "Offices stand below each other in more than {limit} levels; check the parent of '{id}'."
    }
    /// Two links of the cascade between the same indicators.
    DuplicateLink = "duplicate_link" if "full" {
        id: "Hubungan dari '{from}' ke '{to}' ditulis dua kali; pertahankan satu saja.",
        en: "The link from '{from}' to '{to}' is written twice; keep one of them."
    }
    /// References that lead back to where they began.
    Circular = "circular" if "full" {
        id: "Rujukan berputar: {ids}. Putuskan salah satunya.",
        en: "The references run in a circle: {ids}. Break one of them."
    }
    /// A quarter that is not 1 to 4.
    InvalidQuarter = "invalid_quarter" if "full" {
        id: "Triwulan harus 1 sampai 4, bukan {value}.",
        en: "The quarter must be 1 to 4, not {value}."
    }
    /// One quarter of an indicator is given twice.
    DuplicateQuarter = "duplicate_quarter" if "full" {
        id: "Triwulan {quarter} ditulis dua kali untuk indikator ini.",
        en: "Quarter {quarter} is given twice for this indicator."
    }
    /// One year of an indicator is given twice.
    DuplicateYear = "duplicate_year" if "full" {
        id: "Tahun {year} ditulis dua kali di sini.",
        en: "The year {year} is given twice here."
    }
    /// An earlier year that does not lie before the period of the report.
    YearNotEarlier = "year_not_earlier" if "full" {
        id: "Tahun {year} bukan tahun sebelum tahun laporan ({period}).",
        en: "The year {year} does not lie before the year of the report ({period})."
    }
    /// A code of the budget that does not follow the grammar of Permendagri 90/2019.
    InvalidBudgetCode = "invalid_budget_code" if "full" {
        id: "Kode '{found}' tidak tersusun seperti 4.01.02 (program), 4.01.02.1.01 (kegiatan) atau 4.01.02.1.01.0001 (sub kegiatan).",
        en: "The code '{found}' is not written like 4.01.02 (program), 4.01.02.1.01 (activity) or 4.01.02.1.01.0001 (subactivity)."
    }
    /// A code of the budget that belongs to another level than its line.
    CodeOfOtherLevel = "code_of_other_level" if "full" {
        id: "Kode '{code}' adalah kode {found}, sedangkan barisnya {level}.",
        en: "The code '{code}' is that of {found}, but its line is {level}."
    }
    /// A percentage where a formula divides counts.
    PercentForCount = "percent_for_count" if "full" {
        id: "'{text}' adalah persentase; di sini diperlukan jumlah, misalnya 28 dari 37.",
        en: "'{text}' is a percentage; counts are needed here, such as 28 of 37."
    }
    /// A field that a formula of this kind does not have.
    FieldOfOtherFormula = "field_of_other_formula" if "full" {
        id: "Rumus '{kind}' tidak memakai isian '{field}'.",
        en: "A formula '{kind}' has no field '{field}'."
    }
    /// An operand must be one of a value, a formula and a reference.
    OneOperand = "one_operand" if "full" {
        id: "Tulis tepat satu: nilai ('value'), rumus ('formula') atau rujukan ('from').",
        en: "Give exactly one of a value ('value'), a formula ('formula') and a reference ('from')."
    }
    /// A printed figure whose key no figure of the report has.
    UnknownFigure = "unknown_figure" if "full" {
        id: "Laporan ini tidak memiliki angka '{found}'. Yang mirip: {choices}.",
        en: "This report has no figure '{found}'. Similar ones: {choices}."
    }
    /// A report is to be evaluated, but neither it nor the call names rules.
    RulesMissing = "rules_missing" if "full" {
        id: "Laporan ini tidak menyebut pedoman: nyatakan 'rules'.",
        en: "This report names no rule set: state 'rules'."
    }
    /// The columns of a table are of unequal length.
    UnequalLengths = "unequal_lengths" if "full" {
        id: "Kolom ini berisi {found} baris, sedangkan '{other}' {expected} baris: samakan panjangnya.",
        en: "This column has {found} rows, but '{other}' has {expected}: make them equally long."
    }
    /// A float that is not the nearest one to a decimal of the stated places.
    FloatBeyondPlaces = "float_beyond_places" if "full" {
        id: "{value} bukan angka dengan {places} desimal: sebutkan lebih banyak desimal, atau bulatkan kolomnya dahulu dengan sadar.",
        en: "{value} is not a number of {places} decimals: state more decimals, or round the column first, knowingly."
    }
    /// A column of floats of which nobody says how many decimal places its numbers have.
    PlacesMissing = "places_missing" if "full" {
        id: "Kolom '{column}' berisi bilangan biner (float): digit desimalnya tidak pasti. Nyatakan jumlah desimalnya, misalnya places=2, maka tiap nilai dibaca sebagai desimal itu, atau baca kolomnya sebagai teks atau desimal.",
        en: "The column '{column}' holds binary numbers (floats): their decimal digits are not certain. State how many decimals they have, such as places=2, and each is read as that decimal; or read the column as text or decimals."
    }
    /// A heading that the table does not have.
    UnknownColumn = "unknown_column" if "full" {
        id: "Tidak ada kolom '{found}'. Kolomnya: {choices}.",
        en: "There is no column '{found}'. The columns are {choices}."
    }
    /// No column of the table is recognized as what is needed.
    ColumnNotFound = "column_not_found" if "full" {
        id: "Tidak ada kolom yang dikenali sebagai {role}. Sebutkan judulnya; kolomnya: {choices}.",
        en: "No column is recognized as the {role}. Name its heading; the columns are {choices}."
    }
    /// Several columns of the table are the same.
    AmbiguousColumn = "ambiguous_column" if "full" {
        id: "Lebih dari satu kolom dapat dimaksud: {choices}. Sebutkan judul yang dipakai, dan beri tiap kolom judulnya sendiri.",
        en: "More than one column can be meant: {choices}. Name the heading to use, and give every column a heading of its own."
    }
    /// A column that would be made is there already.
    ColumnTaken = "column_taken" if "full" {
        id: "Kolom '{column}' sudah ada; hasil tidak menimpanya. Ganti judulnya, atau hapus kolom itu dahulu.",
        en: "There is a column '{column}' already, which is not overwritten. Rename it, or drop it first."
    }
    /// A row of a table in a group that is not there, or groups that overlap.
    GroupOutOfRange = "group_out_of_range" if "full" {
        id: "Kelompok {found} tidak ada di antara {count}: kelompok dihitung dari nol, dan batas-batasnya tidak boleh mundur.",
        en: "There is no group {found} among {count}: groups are counted from zero, and their ends do not go backwards."
    }

    // Computed realizations.

    /// A component of an index that is below the least or above the most that it can have.
    ComponentOutOfRange = "component_out_of_range" if "full" {
        id: "{component} bernilai {value}, padahal nilainya hanya dapat {least} sampai {most}.",
        en: "{component} has the value {value}, but it can only have {least} to {most}."
    }
    /// A formula with more or fewer operands than it takes.
    OperandCount = "operand_count" if "full" {
        id: "Rumus ini memerlukan {expected} nilai, bukan {found}.",
        en: "This formula takes {expected} values, not {found}."
    }
    /// A value below zero where a formula takes none.
    NegativeOperand = "negative_operand" if "full" {
        id: "{component} bernilai negatif ({value}); rumus ini tidak menerimanya.",
        en: "{component} is negative ({value}); this formula takes no such value."
    }
    /// A highest score that is not above the lowest one.
    HighestTooLow = "highest_too_low" if "full" {
        id: "Nilai tertinggi {value} harus di atas nilai terendah, yaitu 1.",
        en: "The highest score of {value} must be above the lowest one, which is 1."
    }
    /// What is to be reached must be one of a percentage and a category.
    PercentOrCategory = "percent_or_category" if "full" {
        id: "Tulis tepat satu yang hendak dicapai: persentase ('percent') atau kategori ('category').",
        en: "Give exactly one of what is to be reached: a percentage ('percent') or a category ('category')."
    }
}

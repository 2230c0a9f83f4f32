use super::*;
use crate::language::Language;
use crate::rules::Polarity;
use ColumnName::{
    Absorption, Achievement, Allocation, Category, Label, Realization, Remainder, Spending, Target, Weight,
};
use RowKind::{Average, Group, Item, Total};

/// A table as people draw it: the names of the columns, then the rows.
fn table(name: &str, text: &str) -> Columns {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).map(|line| line.split('|').map(str::trim));
    let mut columns = Columns::new(name);
    for heading in lines.next().unwrap() {
        let name = ColumnName::ALL.iter().find(|name| name.as_str() == heading).unwrap();
        columns = columns.with(*name, [""; 0]);
    }
    for line in lines {
        for (column, cell) in columns.columns.iter_mut().zip(line) {
            column.cells.push(cell.into());
        }
    }
    columns
}

fn audited(table: &Columns) -> ColumnsAudit {
    audit(table, None).unwrap()
}

/// The cells that are not as they should be, with what should stand there and the first cause.
fn wrong(audited: &ColumnsAudit) -> Vec<String> {
    let tell = |cell: &AuditedCell<'_>| {
        let cause = cell.diagnoses.first().map_or("", |diagnosis| diagnosis.cause().as_str());
        let (row, column, verdict) = (cell.row, cell.column.as_str(), cell.verdict.as_str());
        format!("{row} {column} {verdict} {} {cause}", cell.expected.unwrap_or("-")).trim_end().to_owned()
    };
    let cells = audited.cells();
    cells.iter().filter(|cell| !cell.verdict.is_sound()).map(tell).collect()
}

fn inferred(audited: &ColumnsAudit) -> Vec<(Question, &str)> {
    audited.inferred().iter().map(|convention| (convention.question(), convention.choice())).collect()
}

/// Table 3.3 of Biro Umum Setda NTT 2021: nine activities below their program.
fn biro_umum() -> Columns {
    let text = "
        label                 | allocation      | spending        | absorption
        Program Penunjang     | 111.617.829.255 | 102.309.636.358 | 91,66
        Perencanaan           | 17.686.220      | 14.246.000      | 80,54
        Keuangan              | 47.720.009.318  | 44.633.921.690  | 93,53
        Umum                  | 12.546.676.195  | 11.050.835.817  | 88,07
        Pengadaan             | 566.455.500     | 483.728.521     | 85,39
        Jasa                  | 26.513.460.600  | 23.726.026.250  | 89,48
        Pemeliharaan          | 6.305.638.000   | 5.053.485.566   | 80,14
        KDH/WKDH              | 3.216.330.662   | 3.190.260.488   | 99,18
        Kerumahtanggaan       | 7.360.115.740   | 6.803.480.375   | 92,43
        Materi dan Komunikasi | 7.371.457.000   | 7.353.651.651   | 99,75
    ";
    table("Tabel 3.3", text).rows([Group, Item, Item, Item, Item, Item, Item, Item, Item, Item])
}

#[test]
fn a_table_that_cuts_off_shows_it() {
    let audited = audited(&biro_umum());
    assert_eq!(audited.audit().inference().map(Inference::neutral), Some("permenpanrb-53-2014"));
    assert_eq!(inferred(&audited), [(Question::BudgetRounding, "truncate")]);
    assert_eq!(audited.rules().overridden(), ["rounding_for"]);
    assert_eq!(audited.undecided(), []);
    // The allocation of the program is 20 rupiah more than its activities have, as published.
    assert_eq!(wrong(&audited), ["0 allocation sum_mismatch 111617829235 total_mistyped"]);
    let finding = &audited.findings()[0];
    assert_eq!(audited.places(finding), [(0, Allocation)]);
    assert_eq!(finding.figure(), "budget.row-1.allocation");
}

/// Table 3.1 of Biro Organisasi Setda NTT, first quarter of 2024, as published.
fn biro_organisasi() -> Columns {
    let text = "
        label                            | allocation    | spending    | absorption
        Biro Organisasi                  | 1.500.000.000 | 375.000.000 | 25,00
        Program penunjang                | 661.473.673   | 168.615.100 | 25,49
        Program Penataan Organisasi      | 838.526.327   | 206.384.900 | 24,61
        Fasilitasi Kelembagaan dan Anjab | 183.931.250   | 62.303.503  | 33,87
        Penataan Kelembagaan Provinsi    | 75.000.000    | 28.331.441  | 37,35
        Penataan Kelembagaan Kab/kota    | 30.356.250    | -           | -
        Analisis Jabatan                 | 78.575.000    | 33.992.062  | 43,26
        Fasilitasi RB dan AK             | 654.595.077   | 144.081.397 | 22,01
        Pembinaan RB                     | 102.678.125   | 26.371.770  | 25,68
        Monitoring AK                    | 255.356.250   | 52.826.947  | 20,69
        Budaya Kerja                     | 52.678.125    | -           | -
        Tatalaksana                      | 105.256.250   | 39.003.000  | 37,02
        Pelayanan Publik                 | 138.526.327   | 25.879.680  | 18,68
        JUMLAH                           | 1.500.000.000 | 375.000.00  | 25,00
    ";
    table("Tabel 3.1", text)
        .levels([0, 1, 1, 2, 3, 3, 3, 2, 3, 3, 3, 3, 3, 1])
        .rows([Item; 13].into_iter().chain([Total]))
}

#[test]
fn levels_make_a_tree_and_sums_show_which_amounts_are_wrong() {
    let audited = audited(&biro_organisasi());
    assert_eq!(
        wrong(&audited),
        [
            "3 spending sum_mismatch 62323503 part_mistyped",
            "4 absorption mismatch 37.78 mistyped",
            "7 allocation sum_mismatch 654495077 part_mistyped",
            "11 absorption mismatch 37.06 follows_corrected",
            "13 spending malformed 375000000",
        ]
    );
    // The corrected amount makes 37.75, of which 37.35 is one digit.
    let cell = audited.cell(4, Absorption).unwrap();
    assert_eq!(cell.diagnoses[0].corrected_value(), Some("37.75".parse().unwrap()));
}

/// Targets, realizations and achievements of Setda Kaltim 2021, table 3.21.
fn kaltim() -> Columns {
    let text = "
        label       | target              | realization         | achievement
        EKPPD       | 3,095               | 3,0885 *)           | 99,79
        Kerja sama  | 90,00               | 100,00              | 111,11
        Hukum       | 100,00              | 99,86               | 100,00
        Kesra       | 85,00               | 85,00               | 100,00
        Ekonomi     | 90,00               | 90,00               | 100,00
        Pembangunan | 70,00               | 98,40               | 140,57
        ITKP        | 70,00               | 74,13               | 105,90
        SAKIP       | 77,00               | 75,68               | 98,29
        Kelembagaan | 66,00 (peringkat 4) | 68,14 (peringkat 4) | 103,24
        SKM Umum    | 77,10               | 79,81               | 103,51
        SKM Adpim   | 77,20               | 85,24               | 110,41
        SKM PD      | 69,00               | 72,62               | 105,25
    ";
    table("Tabel 3.21", text)
}

#[test]
fn a_table_that_rounds_shows_it() {
    let audited = audited(&kaltim());
    assert_eq!(inferred(&audited), [(Question::Rounding, "half_up")]);
    // 98.2857… is printed as 98,29.
    assert!(audited.inferred()[0].decided_by().contains(&"indicators.row-8.achievement".to_owned()));
    assert_eq!(audited.inferred()[0].alternatives(), ["half_even"]);
    assert_eq!(audited.rules().overridden(), [""; 0]);
    assert_eq!(wrong(&audited), ["2 achievement mismatch 99.86 repeats_target"]);
    let figure = audited.audit().evaluation().find("indicators.row-1.achievement").unwrap();
    assert_eq!(figure.footnotes(), ["*)"]);
    assert_eq!(audited.styles()[0], (Target, Some(Style::Indonesian)));
}

/// A part of table 3.22 of Setda Kaltim 2021: an office, its programs, activities and subactivities.
#[test]
fn headings_without_amounts_are_the_sums_of_what_is_below() {
    let text = "
        label                | allocation    | spending      | absorption
        Biro Pemerintahan    | 6.099.177.000 | 5.087.836.674 |
        Program Penunjang    |               |               |
        Perencanaan          | 5.250.000     | 1.775.500     | 33,82
        Dokumen RKA          | 5.250.000     | 1.775.500     | 33,82
        Keuangan             | 775.530.320   | 687.689.924   | 88,67
        Tugas ASN            | 630.930.320   | 594.035.680   | 94,15
        Penatausahaan        | 144.600.000   | 93.654.244    | 64,77
        Kepegawaian          | 58.000.000    | 9.829.600     | 16,95
        Pelatihan            | 58.000.000    | 9.829.600     | 16,95
        Umum                 | 1.023.762.500 | 1.001.692.758 | 97,84
        Peralatan            | 227.650.000   | 216.581.000   | 95,14
        Rapat                | 796.112.500   | 785.111.758   | 98,62
        Jasa                 | 80.734.930    | 80.168.685    | 99,30
        Surat                | 80.734.930    | 80.168.685    | 99,30
        Pemeliharaan         | 35.000.000    | 31.218.650    | 89,20
        Mesin                | 35.000.000    | 31.218.650    | 89,20
        Program Pemerintahan |               |               |
        Tugas Pemerintahan   | 986.269.025   | 813.126.284   | 82,44
        Pemerintahan Umum    | 516.435.236   | 435.826.462   | 84,39
        Penataan Wilayah     | 469.833.789   | 377.299.822   | 80,30
        Otonomi Daerah       | 1.967.630.975 | 1.801.347.990 | 91,55
        Kepala Daerah        | 506.047.500   | 467.313.940   | 92,35
        Penataan Urusan      | 864.783.475   | 810.777.250   | 93,75
        Evaluasi             | 596.800.000   | 523.256.800   | 87,68
        Kerjasama Daerah     | 1.166.999.250 | 660.987.283   | 56,64
        Antar Pemerintah     | 405.934.000   | 276.320.500   | 68,07
        Swasta               | 407.346.500   | 182.202.983   | 44,73
        Evaluasi Kerja Sama  | 353.718.750   | 202.463.800   | 57,24
    ";
    let levels = [0, 1, 2, 3, 2, 3, 3, 2, 3, 2, 3, 3, 2, 3, 2, 3, 1, 2, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3];
    let audited = audited(&table("Tabel 3.22", text).levels(levels));
    assert_eq!(inferred(&audited), [(Question::BudgetRounding, "half_up")]);
    assert_eq!(wrong(&audited), [""; 0]);
    let empty = audited.cell(1, Absorption).unwrap();
    // 1,812,375,117 ÷ 1,978,277,750
    assert_eq!((empty.verdict, empty.expected), (Verdict::NotPrinted, Some("91.61")));
}

#[test]
fn exact_percentages_decide_nothing() {
    let table = Columns::new("T")
        .with(Target, ["50", "80"])
        .with(Realization, ["25", "20"])
        .with(Achievement, ["50,0", "25,00"]);
    let audited = audited(&table);
    assert_eq!((audited.inferred(), audited.undecided()), (&[][..], &[Question::Rounding][..]));
    assert_eq!(audited.rules().id, audited.audit().inference().unwrap().neutral());
    assert_eq!(wrong(&audited), [""; 0]);
}

/// Table I of BKD NTT 2021: fifteen indicators and their mean, percentages with a point.
fn bkd() -> Columns {
    let text = "
        target | realization | achievement
        1      | 1           | 100
        743    | 0           | 0
        198    | 189         | 95.55
        46     | 44          | 95.65
        500    | 533         | 106.60
        325    | 283         | 87.07
        1      | 1           | 100
        12     | 12          | 100
        28     | 28          | 100
        0      | 0           | 0
        0      | 0           | 0
        3.610  | 3.610       | 100
        300    | 420         | 140
        2      | 1           | 100
        2      | 0           | 0
               |             | 102
    ";
    table("Tabel I", text).rows([Item; 15].into_iter().chain([Average]))
}

#[test]
fn a_cell_that_may_be_two_numbers_is_a_finding_and_nothing_is_said_of_what_rests_on_it() {
    let audited = audited(&bkd());
    assert_eq!(
        wrong(&audited),
        [
            "2 achievement mismatch 95.45 mistyped",
            "9 achievement not_computable -",
            "10 achievement not_computable -",
            "11 target malformed -",
            "11 realization malformed -",
            "11 achievement not_computable -",
            "13 achievement mismatch 50",
            "15 achievement not_computable -",
        ]
    );
    let cell = audited.cell(11, Target).unwrap();
    assert_eq!(cell.error.unwrap().code(), Code::StyleUndecided);
    let finding = audited.findings().iter().find(|finding| finding.figure() == "indicators.row-12.target").unwrap();
    assert_eq!(audited.places(finding), [(11, Target)]);
    assert_eq!(finding.affects(), ["indicators.row-12.achievement", "objectives.row-16.average", "report.average"]);
}

#[test]
fn a_declared_style_reads_the_column_and_the_mean_is_told() {
    let mut table = bkd();
    for column in &mut table.columns {
        column.style = (column.name != Achievement).then_some(Style::Indonesian);
    }
    let under_own_rules = audit(&table, Some(&crate::rules::rule_set("bkd-ntt-2021").unwrap())).unwrap();
    let audited = audited(&table);
    assert_eq!(audited.cell(11, Target).map(|cell| cell.verdict), Some(Verdict::Reproduced));
    // 283 ÷ 325 = 87.0769… is printed as 87.07.
    assert_eq!(inferred(&audited), [(Question::Rounding, "truncate")]);
    assert_eq!(audited.undecided(), [Question::AverageOf, Question::Rows]);
    assert_eq!(audited.cell(15, Achievement).map(|cell| cell.verdict), Some(Verdict::NotComputable));
    // The mean of thirteen is 82.68; 102 is that of the printed percentages without the rows of 0.
    assert_eq!(
        wrong(&under_own_rules),
        [
            "2 achievement mismatch 95.45 mistyped",
            "9 achievement not_computable -",
            "10 achievement not_computable -",
            "13 achievement mismatch 50",
            "15 achievement mismatch 82 rows_left_out",
        ]
    );
}

#[test]
fn cells_that_cannot_be_read_are_findings_in_their_places() {
    let table = Columns::new("T")
        .with(Target, ["100", "90-100%", "minimal 80", "maksimal 80", "12 bulan", "-", "5", "x"])
        .with(Realization, ["375.000.00", "95%", "80", "70", "1 tahun", "3", "90 00", "7"])
        .with(Achievement, ["100", "100", "100", "100", "100", "-", "100", "100"]);
    let audited = audited(&table);
    assert_eq!(
        wrong(&audited),
        [
            "0 realization malformed -",
            "0 achievement not_computable -",
            "3 target malformed -",
            "3 achievement not_computable -",
            "4 realization malformed -",
            "4 achievement not_computable -",
            "6 realization malformed -",
            "6 achievement not_computable -",
            "7 target malformed -",
            "7 achievement not_computable -",
        ]
    );
    let code = |row, column| audited.cell(row, column).unwrap().error.unwrap().code();
    assert_eq!(code(0, Realization), Code::MalformedNumber);
    assert_eq!(code(3, Target), Code::BoundNotAllowed);
    assert_eq!(code(4, Realization), Code::UnitMismatch);
    assert_eq!(code(6, Realization), Code::MalformedNumber);
    assert_eq!(code(7, Target), Code::NotANumber);
}

#[test]
fn an_amount_that_cannot_be_read_leaves_the_sums_above_open() {
    let table = Columns::new("T")
        .with(Allocation, ["100", "40", "6 0", "70", "30", "40", "170"])
        .with(Spending, ["50", "20", "30", "35", "15", "20", "85"])
        .rows([Group, Item, Item, Group, Item, Item, Total]);
    let audited = audited(&table);
    assert_eq!(wrong(&audited), ["2 allocation malformed -"]);
    // The sum of the other group is still looked at, and so is the one above both.
    let mut other = table;
    other.columns[0].cells[4] = "31".into();
    other.columns[0].cells[6] = "171".into();
    assert_eq!(
        wrong(&self::audited(&other)),
        [
            "2 allocation malformed -",
            "3 allocation sum_mismatch 71 part_mistyped",
            "6 allocation sum_mismatch 170 total_mistyped"
        ]
    );
}

#[test]
fn totals_and_means_are_of_their_group_or_of_all() {
    let table = Columns::new("T")
        .with(Label, ["A", "a", "b", "Rata-rata A", "B", "c", "Rata-rata B", "Rata-rata"])
        .with(Target, ["", "100", "100", "", "", "100", "", ""])
        .with(Realization, ["", "90", "80", "", "", "70", "", ""])
        .with(Achievement, ["", "90", "80", "85", "", "70", "70", "77,5"])
        .with(Allocation, ["", "10", "20", "30", "", "40", "40", "70"])
        .with(Spending, ["", "5", "10", "15", "", "20", "20", "35"])
        .rows([Group, Item, Item, Total, Group, Item, Total, Total]);
    let audited = audited(&table);
    let figure = |row, column| audited.cell(row, column).map(|cell| cell.figure);
    assert_eq!(figure(3, Achievement), Some("objectives.row-1.average"));
    assert_eq!(figure(3, Allocation), Some("budget.row-1.allocation"));
    assert_eq!(figure(7, Achievement), Some("goals.row-8.average"));
    assert_eq!(figure(7, Spending), Some("budget.row-8.spending"));
    assert_eq!(wrong(&audited), [""; 0]);
}

#[test]
fn headings_with_figures_close_their_totals() {
    // The programs show their own amounts, so that the total is of the whole table.
    let table = Columns::new("T")
        .with(Allocation, ["30", "10", "20", "40", "40", "70"])
        .with(Spending, ["15", "5", "10", "20", "20", "30"])
        .with(Absorption, ["50", "50", "50", "50", "50", "42,86"])
        .with(Remainder, ["15", "5", "10", "20", "20", "40"])
        .rows([Group, Item, Item, Group, Item, Total]);
    assert_eq!(wrong(&audited(&table)), ["5 spending sum_mismatch 35 "].map(str::trim_end));
}

#[test]
fn a_group_with_a_target_of_its_own_is_measured_and_no_item() {
    let table = Columns::new("T")
        .with(Target, ["200", "100", "100", ""])
        .with(Realization, ["170", "90", "70", ""])
        .with(Achievement, ["85", "90", "70", "80"])
        .rows([Group, Item, Item, Average]);
    let audited = audited(&table);
    assert_eq!(audited.cell(0, Achievement).map(|cell| cell.figure), Some("indicators.row-1.achievement"));
    // The heading shows an achievement, so that the mean is that of the whole table: of one group.
    assert_eq!(audited.cell(3, Achievement).map(|cell| cell.figure), Some("goals.row-4.average"));
    assert_eq!(wrong(&audited), [""; 0]);
}

#[test]
fn weights_come_from_their_column_and_missing_ones_are_told() {
    let rules = crate::rules::rule_set("kemenkeu-nko").unwrap();
    let table = |weights: [&str; 5]| {
        Columns::new("T")
            .with(Target, ["", "100", "100", "100", ""])
            .with(Realization, ["", "90", "60", "80", ""])
            .with(Achievement, ["80", "90", "60", "80", "80"])
            .with(Weight, weights)
            .rows([Group, Item, Item, Group, Average])
    };
    // (2 × 90 + 1 × 60) ÷ 3 = 80
    let sound = audit(&table(["", "2", "1", "", ""]), Some(&rules)).unwrap();
    assert_eq!(wrong(&sound), [""; 0]);
    assert!(sound.audit().inference().is_none() && sound.inferred().is_empty());
    let missing = audit(&table(["", "2", "", "", ""]), Some(&rules)).unwrap();
    let average = missing.cell(0, Achievement).unwrap();
    assert_eq!(average.verdict, Verdict::NotComputable);
    assert_eq!(missing.cell(2, Weight).unwrap().error.unwrap().code(), Code::WeightMissing);
    let negative = audit(&table(["", "2", "-1", "", ""]), None).unwrap();
    assert_eq!(negative.cell(2, Weight).unwrap().error.unwrap().code(), Code::NegativeWeight);
    let mut without = table(["", "2", "1", "", ""]);
    without.columns.pop();
    let errors = audit(&without, Some(&rules)).unwrap_err();
    assert_eq!((errors.first().code(), errors.first().path().as_str()), (Code::MissingField, "weight"));
}

#[test]
fn the_formula_and_the_scale_are_inferred_too() {
    let table = Columns::new("T")
        .with(Target, ["10", "20", "8", "100"])
        .with(Realization, ["8", "25", "10", "60"])
        .with(Achievement, ["125,00", "80,00", "80,00", "60,00"])
        .polarity([Polarity::Lower, Polarity::Lower, Polarity::Lower, Polarity::Higher]);
    let audited = audited(&table);
    assert_eq!(inferred(&audited), [(Question::Lower, "target_over_realization")]);
    assert_eq!(audited.undecided(), [Question::Rounding]);
    assert_eq!(wrong(&audited), [""; 0]);
}

#[test]
fn scales_that_fit_alike_are_not_chosen() {
    let table = Columns::new("T").with(Target, ["100"]).with(Realization, ["100"]).with(Category, ["Sangat Baik"]);
    let audited = audited(&table);
    assert_eq!((audited.inferred(), audited.undecided()), (&[][..], &[Question::Scale][..]));
    let scales = audited.audit().conventions();
    assert!(
        scales
            .iter()
            .any(|convention| convention.question() == Question::Scale && !convention.alternatives().is_empty())
    );
}

#[test]
fn what_a_caller_mistakes_is_refused_with_its_place() {
    let errors = |table: Columns| {
        let errors = audit(&table, None).unwrap_err();
        errors.iter().map(|error| format!("{} {}", error.code().as_str(), error.path())).collect::<Vec<_>>()
    };
    let pair = || Columns::new("T").with(Target, ["1", "2"]).with(Realization, ["1"]);
    assert_eq!(errors(pair()), ["unequal_lengths realization"]);
    assert_eq!(
        errors(pair().rows([Item]).levels([1])),
        ["unequal_lengths realization", "unequal_lengths rows", "unequal_lengths levels"]
    );
    assert_eq!(errors(Columns::new("T")), ["missing_field target", "missing_field realization"]);
    let absorption = Columns::new("T").with(Absorption, ["1"]);
    assert_eq!(errors(absorption), ["missing_field allocation", "missing_field spending"]);
    let twice = Columns::new("T").with(Allocation, ["1"]).with(Allocation, ["2"]);
    assert_eq!(errors(twice), ["same_field allocation"]);
}

#[test]
fn notes_say_what_else_was_seen() {
    let table = Columns::new("T")
        .with(Label, ["A", "A", "Jumlah"])
        .with(Target, ["1,5", "2.5", "4"])
        .with(Realization, ["1,5", "2,5", ""])
        .rows([Item, Item, Average]);
    let audited = audited(&table);
    let notes: Vec<_> = audited.notes().iter().map(|note| (note.code().as_str(), note.row(), note.column())).collect();
    assert_eq!(notes, [("other_style", 1, Target), ("same_label", 1, Label), ("not_audited", 2, Target)]);
    let message = audited.notes()[1].message(Language::Indonesian);
    assert_eq!(message, "Uraian 'A' sama dengan baris 1.");
}

#[test]
fn exact_numbers_of_a_program_need_no_style() {
    let number = |text: &str| -> Cell { text.parse::<crate::Number>().unwrap().into() };
    let table = Columns::new("T")
        .with(Target, [number("1.250"), number("70")])
        .with(Realization, [number("1.250"), number("98.40")])
        .with(Achievement, [number("100"), number("140.57")]);
    assert_eq!(wrong(&audited(&table)), [""; 0]);
}

#[test]
fn any_table_is_audited() {
    let cells = ["", "-", "x", "0", "1.250", "-5", "Rp", "100%"];
    let texts = |step: usize| (0..8).map(move |row| cells[(row * step) % 8]);
    for kinds in 0..256_usize {
        let rows = (0..8).map(|row| RowKind::ALL[(kinds * 7 + row * (kinds / 8 + 1)) % 4]);
        let mut table = Columns::new("T").rows(rows);
        for (place, name) in ColumnName::ALL.iter().enumerate() {
            table = table.with(*name, texts(place + kinds % 5));
        }
        if kinds % 2 == 0 {
            table = table.levels((0..8).map(|row| u32::try_from((row * kinds) % 3).unwrap()));
        }
        let audited = audited(&table);
        assert!(
            audited.findings().iter().all(|finding| !audited.places(finding).is_empty()),
            "{:?}",
            audited.findings()
        );
        audit(&table, Some(&crate::rules::rule_set("kemenkeu-nko").unwrap())).unwrap();
    }
}

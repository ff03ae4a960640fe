//! Excel workbooks: how a cell is shown, and how much there may be of them.

use std::io::{Cursor, Write as _};

use super::*;

const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const PACKAGE: &str = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet with `rows`, whose cells share `text`. Style 1 is `0%`, 2 is `0.0%`, 3 is a percent sign behind a number.
fn workbook(rows: &str, text: &str) -> Vec<u8> {
    let related = |id: &str, kind: &str, to: &str| format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{to}\"/>");
    let parts = [("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml"), ("r3", "styles", "styles.xml")];
    let relations: String = parts.map(|(id, kind, to)| related(id, kind, to)).concat();
    let formats = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0%\"/><numFmt numFmtId=\"171\" formatCode=\"0.0&quot;%&quot;\"/></numFmts>";
    let styles = [0, 9, 170, 171].map(|id| format!("<xf numFmtId=\"{id}\"/>")).concat();
    let parts = [
        ("_rels/.rels", format!("<Relationships {PACKAGE}>{}</Relationships>", related("r1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", format!("<workbook {MAIN} xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships {PACKAGE}>{relations}</Relationships>")),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/sharedStrings.xml", format!("<sst {MAIN}><si><t>{text}</t></si></sst>")),
        ("xl/styles.xml", format!("<styleSheet {MAIN}>{formats}<cellXfs>{styles}</cellXfs></styleSheet>")),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn text(cell: &str, text: &str) -> String {
    format!("<c r=\"{cell}\" t=\"str\"><v>{text}</v></c>")
}

fn number(cell: &str, style: u8, number: &str) -> String {
    format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>")
}

const GROWTH: &str = "{ format: table, period: { from: '2024', to: '2034' }, columns: { occupation: Code, figures: [{ column: Growth, measure: growth }] } }";

/// A workbook of codes and growth.
fn growth(cells: [String; 3]) -> Vec<u8> {
    let rows = (2..).zip(cells).map(|(row, cell)| format!("<row r=\"{row}\">{}{cell}</row>", text(&format!("A{row}"), &format!("11-101{row}"))));
    workbook(&format!("<row r=\"1\">{}{}</row>{}", text("A1", "Code"), text("B1", "Growth"), rows.collect::<String>()), "")
}

#[test]
fn a_cell_that_is_shown_as_percent_is_percent() {
    let bytes = growth([number("B2", 2, "0.13500000000000001"), number("B3", 1, "-4.0000000000000001E-3"), number("B4", 3, "7.5")]);
    check_problems("a.xlsx", &bytes, GROWTH, &[]);
    let dataset = read("a.xlsx", &bytes, GROWTH).0.unwrap();
    let shown = ["11-1012", "11-1013", "11-1014"].map(|code| dataset.find(&Asked::of(code, &Measure::Growth)).unwrap().value.exact().unwrap().to_string());
    assert_eq!(shown, ["13.5", "-0.4", "7.5"]);
    let times = GROWTH.replace("measure: growth", "measure: growth, times: '100'");
    let twice = "datasets.yaml:1:1 dataset-column: the column `Growth` is multiplied by 100, and shows percent already: `13.5%` | take out `times`";
    check_problems("a.xlsx", &bytes, &times, &[twice]);
}

#[test]
fn a_number_of_a_sheet_is_no_text_with_signs() {
    let bytes = growth([number("B2", 0, "93.625"), text("B3", "93,625"), number("B4", 2, "0.135")]);
    let dataset = read("a.xlsx", &bytes, &GROWTH.replace("period:", "decimal: comma, period:")).0.unwrap();
    let read = ["11-1012", "11-1013", "11-1014"].map(|code| dataset.find(&Asked::of(code, &Measure::Growth)).unwrap().value.exact().unwrap().to_string());
    assert_eq!(read, ["93.625", "93.625", "13.5"]);
}

#[test]
fn growth_in_percent_has_its_quotient_too() {
    let (code, names) = (text("A2", "11-1011"), text("A1", "Code") + &text("B1", "Growth") + &text("C1", "Change") + &text("D1", "Jobs"));
    let row = code + &number("B2", 2, "0.135") + &number("C2", 0, "27.8") + &number("D2", 0, "206.3");
    let bytes = workbook(&format!("<row r=\"1\">{names}</row><row r=\"2\">{row}</row>"), "");
    let decade = "period: { from: '2024', to: '2034' }";
    let of_decade = format!("{{ column: Growth, measure: growth, {decade} }}, {{ column: Change, measure: change, {decade} }}");
    let others = of_decade + ", { column: Jobs, measure: jobs, period: '2024' }";
    let dataset = read("a.xlsx", &bytes, &GROWTH.replace("{ column: Growth, measure: growth }", &others)).0.unwrap();
    let exact = dataset.find(&Asked::of("11-1011", &Measure::Growth)).unwrap().exact;
    assert_eq!(exact.map(|exact| exact.rounded(2).to_string()).as_deref(), Some("13.48"));
}

#[test]
fn a_share_that_is_not_shown_as_percent_is_asked_for() {
    let bytes = growth([number("B2", 0, "0.135"), number("B3", 0, "0.02"), number("B4", 2, "0.5")]);
    let asked = "datasets.yaml:1:1 dataset-column: every number of the column `Growth` is below 1: a share, such as 0.135 for 13.5 percent | write `times: 100` beside its `measure`, or `times: 1` if it is percent";
    check_problems("a.xlsx", &bytes, GROWTH, &[asked]);
}

#[test]
fn a_workbook_that_unpacks_to_more_than_may_be_kept_is_refused() {
    let mebibytes = |count: usize| "x".repeat(count * 1024 * 1024);
    let large = |rows: &str, shared: &str| {
        let bytes = workbook(rows, shared);
        assert!(bytes.len() < LIMIT / 4, "packed it is small");
        let expected = "a.xlsx:1:1 too-large: unpacked, this workbook has more than 4096 KiB, the limit | make it smaller, or raise `data_kib` under `[limits]` in site.toml";
        check_problems("a.xlsx", &bytes, GROWTH, &[expected]);
    };
    large("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", &mebibytes(5));
    large(&text("A5000000", "far below"), "");
    large(&(1..6).map(|row| text(&format!("A{row}"), &mebibytes(1))).collect::<String>(), "");
    // Not only what is kept counts: a cell is held as a whole before its text can be counted.
    large(&text("A1", &mebibytes(5)), "");
    large(&text("A1", &"x&amp;".repeat(1024 * 1024)), "");
}

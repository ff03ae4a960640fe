use super::{body, check, check_problems, first_help, typed};

#[test]
fn a_table_has_a_caption_and_its_numbers_are_known() {
    check(
        "| Industry | Pay | Code |\n| --- | ---: | ---: |\n| *Hospitals* | $45,780 | 29-2099 |\n| Other | — | 1 |\n\n\
         Table: Pay by [industry](#pay) {#pay-table source=oews-2024 unit=\"USD per year\" note=\"Some *may* vary.\"}\n\nText",
        "[table pay-table Some(\"Pay by <a href=\\\"#pay\\\">industry</a>\") unit Some(\"USD per year\") source Some(\"oews-2024\") note Some(\"Some <em>may</em> vary.\")\n\
         Industry | Pay # | Code\n<em>Hospitals</em> | $45,780 (45780) | 29-2099\nOther | — | 1 (1)\n]\n<p>Text</p>",
    );
    let (body, _, text) = body("| a |\n|---|\n| b |\n\nTable: C {source=oews}");
    let Some(super::Piece::Table(table)) = body.pieces.first() else { panic!() };
    assert_eq!(typed(&text, table.source_range.clone().unwrap()), "oews");
    assert_eq!(typed(&text, table.range.clone()), "| a |\n|---|\n| b |");
}

#[test]
fn a_table_without_an_id_is_counted() {
    check(
        "| a |\n|---|\n| b |\n\nTable: C\n\n## Table 2\n\n| d |\n|---|\n| e |\n\nTable: F \"g\" {unit=\"h\"}",
        "[table table-1 Some(\"C\") unit None source None note None\na\nb\n]\n<h2 id=\"table-2\">Table 2</h2>\n[table table-2-2 Some(\"F “g”\") unit Some(\"h\") source None note None\nd\ne\n]",
    );
}

#[test]
fn a_table_without_a_caption_is_reported_with_the_line_to_write() {
    check_problems("| a |\n|---|\n| b |", "table-without-caption 1:1 `` this table has no caption");
    assert_eq!(first_help("| a |\n|---|\n| b |"), "write a paragraph after it: `Table: What it shows {source=source-id unit=\"USD per year\"}`");
}

#[test]
fn rows_of_another_length_are_reported() {
    check_problems(
        "| a | b |\n|---|---|\n| c |\n| d | e | f |\n| `x|y` | z |\n| g \\| h | `i\\|j` |\n| k |  |\nl | m\n\nTable: N",
        "ragged-row 3:1 `| c |` the header has 2 cells, this row has 1\n\
         ragged-row 4:1 `| d | e | f |` the header has 2 cells, this row has 3\n\
         ragged-row 5:1 `| `x|y` | z |` the header has 2 cells, this row has 3",
    );
    assert_eq!(first_help("| a |\n|---|\n| `x|y` |\n\nTable: N"), "a bar inside a code span ends the cell too: write `\\|`");
    assert_eq!(first_help("| a | b |\n|---|---|\n| c | d |\nTable: N"), "leave a line free above it");
}

#[test]
fn captions_are_checked() {
    check_problems(
        "Table: alone\n\n| a |\n|---|\n| b |\n\nTable: C {sorce=x .d ? #e}\n\nTable: again\n\n| f |\n|---|\n| g |\n\nTable: {#h}",
        "caption-without-table 1:1 `Table: alone` this caption stands after no table\n\
         caption-attribute 7:11 `sorce=x` a caption has no `sorce`\n\
         caption-attribute 7:19 `.d` `.d` is not understood\n\
         caption-attribute 7:22 `?` `?` is not understood\n\
         caption-without-table 9:1 `Table: again` this caption stands after no table\n\
         caption-attribute 15:1 `Table: {#h}` this caption says nothing",
    );
    assert_eq!(first_help("| a |\n|---|\n| b |\n\nTable: C {sorce=x}"), "did you mean `source=`?");
}

#[test]
fn a_note_may_stand_in_a_caption_and_a_link_in_its_remark_is_remembered() {
    let (body, problems, text) = body("| a |\n|---|\n| b |\n\nTable: C[^d] {note=\"[e](f.md)\"}\n\n[^d]: g");
    assert_eq!(problems, []);
    assert_eq!(typed(&text, body.links[0].range.clone()), "f.md");
    assert!(body.anchors.contains("fnref-1"));
}

#[test]
fn cells_are_escaped_and_plain_text_is_kept() {
    let (body, ..) = body("| a |\n|---|\n| <script> `x<y` ![p](q.png) |\n\nTable: N");
    let Some(super::Piece::Table(table)) = body.pieces.first() else { panic!() };
    assert_eq!(table.rows[0][0].html, "<code>x&lt;y</code> <img src=\"../../care/q.png\" alt=\"p\" loading=\"lazy\">");
    assert_eq!(table.rows[0][0].text, "x<y p");
}

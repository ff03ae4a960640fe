use super::{body, check, check_problems, first_help, typed};
use crate::guide::body::{BlockKind, Piece};

fn first_block(markdown: &str) -> BlockKind {
    let (body, problems, _) = body(markdown);
    assert_eq!(problems, []);
    match body.pieces.into_iter().next() {
        Some(Piece::Block(block)) => block.kind,
        other => panic!("{other:?}"),
    }
}

#[test]
fn empty_blocks_mean_the_front_matter() {
    check("```{cta}\n```", "[Cta(None)]");
    check("~~~{ job-search }\n# nothing\n~~~", "[JobSearch(None)]");
    check("```{faq}\n```", "[Faq([])]");
    check("```{resources}\n```", "[Resources { kind: None, intro: None }]");
    check("```{credentials}\ncaption: What *you* need\n```", "[Credentials { caption: Some(\"What <em>you</em> need\") }]");
}

#[test]
fn markdown_in_values_becomes_html_and_its_links_are_remembered() {
    check(
        "```{faq}\nitems:\n  - q: How?\n    a: |\n      Like *this*.\n\n      - And [so](b.md)\n```",
        "[Faq([Question { q: Some(\"How?\"), a: Some(\"<p>Like <em>this</em>.</p>\\n<ul>\\n<li>And <a href=\\\"../../care/b/\\\">so</a></li>\\n</ul>\") }])]",
    );
    check(
        "```{steps}\nitems:\n  - { title: Train, text: \"Two **weeks**\" }\n  - title: Work\n```",
        "[Steps([Step { title: \"Train\", html: Some(\"<p>Two <strong>weeks</strong></p>\") }, Step { title: \"Work\", html: None }])]",
    );
    let (body, _, text) = body("```{resources}\nkind: book\nintro: See [a](b.md)\n```");
    assert_eq!(typed(&text, body.links[0].range.clone()), "b.md");
}

#[test]
fn a_data_table_names_its_file_and_columns() {
    let kind =
        first_block("```{data-table}\nfile: pay.csv\ncaption: Pay\nsource: oews\nsort: -Pay\nlimit: 10\ncolumns: [State, { name: Pay, label: \"$\" }]\n```");
    let BlockKind::DataTable { file, sort, limit, columns, source, .. } = kind else { panic!() };
    assert_eq!(file.as_str(), "content/care/pay.csv");
    assert_eq!((sort, limit, source.as_deref()), (Some(("Pay".to_owned(), true)), Some(10), Some("oews")));
    assert_eq!(columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>(), ["State", "Pay"]);
    let BlockKind::DataTable { file, id: Some(id), .. } = first_block("```{data-table}\nfile: _data/pay.csv\ncaption: Pay\n```") else { panic!() };
    assert_eq!((file.as_str(), id.as_str()), ("content/_data/pay.csv", "table-1"));
}

#[test]
fn missing_and_wrong_parameters_are_reported_at_their_line() {
    check_problems(
        "```{figure}\nsrc: data:x\n```\n\n```{data-table}\nfile: ../../x.csv\ncaption: C\n```\n\n```{job-search}\nprovider: P\naction: jobs.md\n```\n\n```{cta}\ntext: T\nurl: fact:x\n```\n\n```{faq}\nitems:\n  - q: Q\n```",
        "missing-field 1:1 ````{figure}` the block `{figure}` needs `alt`\n\
         unsafe-address 2:6 `data:x` `data:` is not allowed in an address\n\
         invalid-value 6:7 `../../x.csv` `../../x.csv` is no CSV file of the project\n\
         missing-field 10:1 ````{job-search}` a job search needs `what`\n\
         invalid-value 12:9 `jobs.md` `jobs.md` is not a web address\n\
         missing-field 15:1 ````{cta}` a call to action needs `label`\n\
         invalid-value 17:6 `fact:x` `fact:x` is neither a web address nor a page's file\n\
         missing-field 22:5 `q: Q` a question needs `a`",
    );
}

#[test]
fn unknown_blocks_are_reported_with_what_was_meant() {
    check_problems(
        "```{faqs}\n```\n\n```{cta} x\n```",
        "unknown-block 1:1 ````{faqs}` no block is called `faqs`\nunknown-block 4:1 ````{cta} x` `{cta} x` is no name of a block",
    );
    assert_eq!(first_help("```{faqs}\n```"), "did you mean `{faq}`?");
}

#[test]
fn blocks_stand_at_the_left_margin_and_are_closed() {
    check_problems(
        "- ```{cta}\n  ```\n\n  ```{cta}\n  ```\n\n> ```{faq}\n> ```\n\n ```{faq}\n ```\n\n````{faq}\n```",
        "block-indented 1:3 ````{cta}` the block `{cta}` does not stand at the left margin\n\
         block-indented 4:3 ````{cta}` the block `{cta}` does not stand at the left margin\n\
         block-indented 7:3 ````{faq}` the block `{faq}` does not stand at the left margin\n\
         block-indented 10:2 ````{faq}` the block `{faq}` does not stand at the left margin\n\
         block-unclosed 13:1 `````{faq}` the block `{faq}` is never closed",
    );
}

#[test]
fn a_theme_may_add_blocks() {
    check("```{video}\nsrc: a.mp4\nloops: true\n```", "[Theme { name: \"video\", parameters: {\"loops\": Text(\"true\"), \"src\": Text(\"a.mp4\")} }]");
    check_problems(
        "```{video}\nloops: often\ntone: warmer\nscr: a.mp4\n```",
        "invalid-value 2:8 `often` `loops` takes true or false\n\
         invalid-value 3:7 `warmer` `tone` takes one of warm, cold\n\
         unknown-key 4:1 `scr` the block `{video}` has no parameter `scr`",
    );
    check_problems("```{video}\nloops: true\n```", "missing-field 1:1 ````{video}` the block `{video}` needs `src`");
    check_problems("```{video}\nsrc: [a]\n```", "invalid-value 2:6 `[a]` `src` takes a text");
}

#[test]
fn short_texts_hold_no_tables_headings_or_blocks() {
    check_problems(
        "```{steps}\nitems:\n  - title: A\n    text: |\n      ## B\n```\n\n```{resources}\nintro: \"a\\n\\nb\"\n```",
        "not-in-short-text 5:7 `## B` a heading cannot stand in a short text\n\
         not-in-short-text 9:8 `\"a\\n\\nb\"` this text is more than one paragraph",
    );
}

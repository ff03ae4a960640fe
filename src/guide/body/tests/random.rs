use proptest::prelude::*;

use super::{body, shown};
use crate::guide::body::Piece;

/// Scraps of Markdown and HTML that are awkward next to each other.
fn scrap() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "- ",
        "1. ",
        "> ",
        "> [!NOTE]\n",
        "# ",
        "## ",
        "### ",
        "---\n",
        "===\n",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "```{cta}\n",
        "```{faq}\nitems:\n",
        "[",
        "](",
        ")",
        "!",
        "[^a]",
        "[^a]: ",
        "[b]: ",
        "<",
        ">",
        "|",
        "| a | b |\n|---|---|\n",
        "Table: ",
        "{#a}",
        "{.b c=d \"}",
        "{",
        "}",
        "\\",
        "&",
        "&colon;",
        "&#106;",
        "javascript:",
        "data:",
        "a.md",
        "//x",
        "<script>",
        "</script>",
        "<b>",
        "</b>",
        "<sub>",
        "</sub>",
        "<details>\n",
        "</details>\n",
        "<summary>",
        "</summary>",
        "<a href='",
        "<a href=javascript:x onclick=y>",
        "'",
        "\"",
        "</a>",
        "<br>",
        "<img src=x onerror=y>",
        "<!--",
        "-->",
        "<figure>\n",
        "</figure>",
        "é",
        "\u{301}",
        "職",
        "word",
        "Text",
        ":",
        ".",
        "-",
        "–",
        "3. ",
        "x",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => "[ -~]{1,6}", 1 => "\\PC{1,3}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_what_is_written_balances_and_runs_nothing(scraps in prop::collection::vec(scrap(), 0..40)) {
        let markdown = scraps.concat();
        let (body, problems, text) = body(&markdown);
        let mut html = String::new();
        for piece in &body.pieces {
            match piece {
                Piece::Html(it) => html.push_str(it),
                Piece::Table(table) => {
                    for cell in table.columns.iter().map(|it| &it.html).chain(table.rows.iter().flatten().map(|it| &it.html)) {
                        assert_balanced(cell, &markdown);
                        html.push_str(cell);
                    }
                    for row in &table.rows {
                        prop_assert_eq!(row.len(), table.columns.len());
                    }
                    assert_balanced(table.caption.as_deref().unwrap_or(""), &markdown);
                }
                Piece::Image(_) | Piece::Block(_) => html.push_str(&shown(std::slice::from_ref(piece)).replace(['<', '>'], "")),
            }
        }
        assert_balanced(&html, &markdown);
        for problem in &problems {
            prop_assert!(text.text.get(problem.span.start..problem.span.end).is_some(), "{:?} in {:?}", problem, markdown);
        }
        for link in &body.links {
            prop_assert!(text.text.get(link.range.clone()).is_some(), "{:?} in {:?}", link, markdown);
        }
    }
}

/// Every tag has its partner, none is a script, no attribute is a handler, no address runs code.
fn assert_balanced(html: &str, markdown: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{html:?} from {markdown:?}"));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        assert!(!matches!(name, "script" | "style" | "iframe"), "{html:?} from {markdown:?}");
        // Values are between quotes and hold none, so what is outside of them are names.
        for (at, outside) in tag.split('"').enumerate() {
            if at % 2 == 0 {
                assert!(!outside.contains(" on"), "{html:?} from {markdown:?}");
            } else {
                let value = crate::address::decode_entities(outside).to_lowercase();
                let is_address = tag.split('"').nth(at - 1).is_some_and(|name| name.ends_with("href=") || name.ends_with("src="));
                assert!(!is_address || !value.trim_start().starts_with("javascript:"), "{html:?} from {markdown:?}");
            }
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{html:?} from {markdown:?}");
        } else if !matches!(name, "br" | "hr" | "img" | "input" | "wbr") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open in {html:?} from {markdown:?}");
}

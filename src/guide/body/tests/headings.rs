use super::{body, check, check_problems, first_help, rules};
use crate::guide::body::SectionKind;
use crate::source::{SourcePath, Text};

#[test]
fn a_heading_has_an_address_from_its_short_name() {
    check("## Job Duties: What They *Do*", "<h2 id=\"job-duties\">Job Duties: What They <em>Do</em></h2>");
    let heading = body("## Job Duties: What They *Do*").0.headings.remove(0);
    assert_eq!((heading.text.as_str(), heading.short.as_str()), ("Job Duties: What They Do", "Job Duties"));
}

#[test]
fn ids_and_classes_stand_in_braces() {
    check(
        "## Pay {#pay .wide .kind-pay}\n\nMoney {#x}\n---\n\n## A ## {b} `c`",
        "<h2 id=\"pay\" class=\"wide\">Pay</h2>\n<h2 id=\"x\">Money</h2>\n<h2 id=\"a-b-c\">A ## {b} <code>c</code></h2>",
    );
    check("## Pay {#p} ##", "<h2 id=\"p\">Pay</h2>");
    check("## A \\{b}", "<h2 id=\"a-b\">A {b}</h2>");
    assert_eq!(body("## Pay {#pay .kind-outlook}").0.headings[0].kind, Some(SectionKind::Outlook));
}

#[test]
fn anything_else_in_braces_is_reported_where_it_stands() {
    check_problems(
        "## Pay {#pay onclick=x title=\"a b\" #two .kind-pai}",
        "heading-attribute 1:14 `onclick=x` `onclick` is neither an id nor a class\n\
         heading-attribute 1:24 `title=\"a b\"` `title` is neither an id nor a class\n\
         heading-attribute 1:36 `#two` a heading has one id\n\
         unknown-section-kind 1:41 `.kind-pai` `pai` is no kind of section",
    );
    check_problems("## Pay {#pay", "heading-attribute 1:8 `{#pay` this brace is never closed");
    assert_eq!(first_help("## Pay {.kind-pai}"), "did you mean `.kind-pay`?");
}

#[test]
fn equal_headings_get_different_ids_and_given_ids_win() {
    check("## Pay\n\n## Pay\n\n## Pay-2", "<h2 id=\"pay\">Pay</h2>\n<h2 id=\"pay-2\">Pay</h2>\n<h2 id=\"pay-2-2\">Pay-2</h2>");
    check("## Pay\n\n## Money {#pay}", "<h2 id=\"pay-2\">Pay</h2>\n<h2 id=\"pay\">Money</h2>");
    check_problems("## A {#pay}\n\n## B {#pay}", "duplicate-id 3:7 `#pay` the id `pay` is used twice\n  1:7 first used here");
}

#[test]
fn typed_numbers_are_replaced_by_our_own() {
    let text = Text { path: SourcePath::new("content/care/aide.md").unwrap(), text: "## 7. Pay\n\n### 1. Step\n\n## Outlook {#later}".into() };
    let (body, problems) = crate::guide::body::parse(&text, 0, &rules(), (true, rules().words.of("en"), '.'));
    assert_eq!(problems, []);
    assert_eq!(
        super::shown(&body.pieces),
        "<h2 id=\"pay\"><span class=\"section-number\">1</span> Pay</h2>\n<h3 id=\"1-step\">1. Step</h3>\n<h2 id=\"later\"><span class=\"section-number\">2</span> Outlook</h2>\n"
    );
    let facts: Vec<_> = body.headings.iter().map(|it| (it.text.as_str(), it.number, it.typed_number)).collect();
    assert_eq!(facts, [("Pay", Some(1), Some(7)), ("1. Step", None, None), ("Outlook", Some(2), None)]);
}

#[test]
fn the_kind_of_a_section_is_told_by_the_first_word_that_is_known() {
    for (heading, kind) in [
        ("Salary and Outlook", Some(SectionKind::Pay)),
        ("Job Outlook and Pay", Some(SectionKind::Outlook)),
        ("Payment", None),
        ("Job Duties: Salary", Some(SectionKind::Duties)),
    ] {
        assert_eq!(body(&format!("## {heading}")).0.headings[0].kind, kind, "{heading}");
    }
}

#[test]
fn levels_are_checked() {
    check_problems(
        "# A\n\n#### B\n\n- ## C\n\n##",
        "title-in-body 1:1 `# A` a heading with one `#` is the title of a page\n\
         heading-jump 3:1 `#### B` this heading is 2 levels below the one before it\n\
         heading-inside 5:3 `## C` this heading stands inside a list item or a quote\n\
         empty-heading 7:1 `##` this heading has no words",
    );
}

#[test]
fn a_heading_may_hold_a_link_and_an_image() {
    check("## A [b](#a) ![c](c.png)", "<h2 id=\"a-b-c\">A <a href=\"#a\">b</a> [image File(SourcePath(\"content/care/c.png\")) \"c\"]</h2>");
}

#[test]
fn a_setext_heading_inside_a_list_does_not_make_us_stumble() {
    // The parser's own heading attributes panic on these.
    for markdown in ["- a\n   {#x}\n   ---\n", "- a\n\t\t{}\n\t="] {
        body(markdown);
    }
}

use super::{body, check, check_problems};

#[test]
fn notes_are_numbered_as_the_text_refers_to_them() {
    check(
        "a[^b] c[^a] d[^B]\n\n[^a]: One.\n[^b]: Two\n\n    and more.",
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Note 1\">1</a></sup> \
         c<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" aria-label=\"Note 2\">2</a></sup> \
         d<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" aria-label=\"Note 1\">1</a></sup></p>\n\
         <section class=\"footnotes\" aria-label=\"Notes\">\n<ol>\n\
         <li id=\"fn-1\" value=\"1\"><p>Two</p>\n<p>and more. \
         <a class=\"footnote-back\" href=\"#fnref-1\" aria-label=\"Back to note 1 in the text\">↩</a> \
         <a class=\"footnote-back\" href=\"#fnref-1-2\" aria-label=\"Back to note 1 in the text, 2\">↩</a></p>\n</li>\n\
         <li id=\"fn-2\" value=\"2\"><p>One. <a class=\"footnote-back\" href=\"#fnref-2\" aria-label=\"Back to note 2 in the text\">↩</a></p>\n</li>\n\
         </ol>\n</section>",
    );
    let anchors: Vec<_> = body("a[^b]\n\n[^b]: c").0.anchors.into_iter().collect();
    assert_eq!(anchors, ["fn-1", "fnref-1"]);
}

#[test]
fn notes_that_are_missing_doubled_or_unused_are_reported() {
    check_problems(
        "a[^x] `[^code]` \\[^text]\n\n[^a]: One.\n[^a]: Two.\n[^B]: Three [^a].",
        "footnote-undefined 1:2 `[^x]` no note is called `x`\n\
         footnote-duplicate 4:1 `[^a]` the note `[^a]` is defined twice\n  3:1 first defined here\n\
         footnote-unused 5:1 `[^B]` nothing refers to the note `[^B]`",
    );
}

#[test]
fn headings_keep_away_from_the_ids_of_notes() {
    check("## fn-1", "<h2 id=\"section-fn-1-2\">fn-1</h2>");
    check_problems("## A {#fn-1}", "duplicate-id 1:7 `#fn-1` `fn-1` is an id that notes get");
}

use super::{body, check, check_problems};

#[test]
fn paragraphs_emphasis_and_breaks() {
    check(
        "One *two* **three** ~~four~~ `a<b`  \nfive & six\nseven",
        "<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>a&lt;b</code><br>\nfive &amp; six\nseven</p>",
    );
}

#[test]
fn punctuation_is_set_as_printers_do() {
    check("\"Yes\" -- it's...", "<p>“Yes” – it’s…</p>");
    check("He is 5'10\" tall, not 6' 2\".", "<p>He is 5'10\" tall, not 6' 2\".</p>");
    check("\"Since 1990\" and the 1990's", "<p>“Since 1990” and the 1990’s</p>");
}

#[test]
fn lists_quotes_and_rules() {
    check(
        "- a\n- b\n\n  c\n\n3. d\n4. e\n\n> f\n\n---",
        "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<p>c</p>\n</li>\n</ul>\n<ol start=\"3\">\n<li>d</li>\n<li>e</li>\n</ol>\n<blockquote>\n<p>f</p>\n</blockquote>\n<hr>",
    );
}

#[test]
fn a_tight_list_may_hold_another() {
    check("- a\n  - b\n- c", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>");
}

#[test]
fn a_task_list_says_what_its_boxes_mean() {
    check(
        "- [x] a\n- [ ] b",
        "<ul>\n<li><input type=\"checkbox\" disabled checked aria-label=\"done\"> a</li>\n<li><input type=\"checkbox\" disabled aria-label=\"to do\"> b</li>\n</ul>",
    );
}

#[test]
fn alerts_are_asides_with_a_title() {
    check("> [!WARNING]\n> Hot.", "<aside class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>Hot.</p>\n</aside>");
}

#[test]
fn code_can_be_reached_by_keyboard() {
    check("```sh\na < b\n```\n\n    c", "<pre tabindex=\"0\"><code class=\"language-sh\">a &lt; b\n</code></pre>\n<pre tabindex=\"0\"><code>c</code></pre>");
}

#[test]
fn run_in_heads_come_out_the_same_however_they_are_set_off() {
    let expected = "<p><strong class=\"run-in\">Vital signs.</strong> Text <em>here</em></p>";
    for typed in [
        "**Vital signs.** Text *here*",
        "**Vital signs:** Text *here*",
        "**Vital signs**: Text *here*",
        "**Vital signs** – Text *here*",
        "**Vital signs** — Text *here*",
        "**Vital signs** -- Text *here*",
        "**Vital signs** - Text *here*",
        "**Vital signs** Text *here*",
        "**Vital signs.**\nText *here*",
    ] {
        check(typed, expected);
    }
    check(
        "- **Ready?** yes\n- **Now!** no",
        "<ul>\n<li><strong class=\"run-in\">Ready?</strong> yes</li>\n<li><strong class=\"run-in\">Now!</strong> no</li>\n</ul>",
    );
    check("**Signs:** text", "<p><strong class=\"run-in\">Signs.</strong> Text</p>");
    check("**The [way](b.md)**: go", "<p><strong class=\"run-in\">The <a href=\"../../care/b/\">way</a>.</strong> Go</p>");
    check("**Lead:** [x](b.md)", "<p><strong class=\"run-in\">Lead.</strong> <a href=\"../../care/b/\">x</a></p>");
    check("- [ ] **Lead:** x", "<ul>\n<li><input type=\"checkbox\" disabled aria-label=\"to do\"> <strong class=\"run-in\">Lead.</strong> X</li>\n</ul>");
}

#[test]
fn strong_words_that_belong_to_the_sentence_are_no_head() {
    for (typed, expected) in [
        ("**All of it.**", "<p><strong>All of it.</strong></p>"),
        ("**All of it**:", "<p><strong>All of it</strong>:</p>"),
        ("**Half** of all", "<p><strong>Half</strong> of all</p>"),
        ("**Half**, then", "<p><strong>Half</strong>, then</p>"),
        ("**A**-B", "<p><strong>A</strong>-B</p>"),
        ("**Half**\nOf", "<p><strong>Half</strong>\nOf</p>"),
        ("See **this:** text", "<p>See <strong>this:</strong> text</p>"),
    ] {
        check(typed, expected);
    }
}

#[test]
fn the_lead_is_the_first_paragraph_above_every_heading() {
    assert_eq!(body("First *words*.\n\nMore.\n\n## A").0.lead.as_deref(), Some("First words."));
    assert_eq!(body("## A\n\nFirst.").0.lead, None);
    assert_eq!(body("- a\n\nFirst.").0.lead.as_deref(), Some("First."));
}

#[test]
fn words_are_counted_for_reading_time() {
    assert_eq!(body("## Two words\n\nThree – more words\n\n| a |\n|---|\n| b c |").0.words, 8);
}

#[test]
fn nesting_has_an_end() {
    check_problems(&format!("{}x", "> ".repeat(102)), "nested-too-deep 1:201 `` lists and quotes are nested more than 100 levels deep");
}

#[test]
fn a_short_text_may_be_paragraphs_or_one_line() {
    let path = crate::source::SourcePath::new("content/care/aide.md").unwrap();
    let text = crate::source::Text { path, text: "a: See *[b](b.md)*.".into() };
    let answer = crate::guide::body::fragment(&text, 3..19, "See *[b](b.md)*.", &super::rules());
    assert_eq!(answer.html, "<p>See <em><a href=\"../../care/b/\">b</a></em>.</p>");
    assert_eq!(answer.links[0].range, 12..16);
    assert_eq!(crate::guide::body::phrase(&text, 3..19, "See *b*.", &super::rules()).html, "See <em>b</em>.");
}

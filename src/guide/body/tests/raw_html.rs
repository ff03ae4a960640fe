use super::{body, check, check_problems, first_help, shown};

#[test]
fn harmless_elements_are_written_anew() {
    check(
        "H<SUB >2</SUB>O<br/> <abbr title='a \"b\" &amp; <c>'>d</abbr> <time datetime=2026-11-23>x</time><!-- gone --> <span lang=sk dir=ltr>y</span>",
        "<p>H<sub>2</sub>O<br> <abbr title=\"a &quot;b&quot; &amp; &lt;c&gt;\">d</abbr> <time datetime=\"2026-11-23\">x</time> <span lang=\"sk\" dir=\"ltr\">y</span></p>",
    );
}

#[test]
fn details_may_hold_markdown() {
    check(
        "<details open>\n<summary>More &amp; more</summary>\n\n- *a*\n\n</details>",
        "<details open>\n<summary>More &amp; more</summary>\n<ul>\n<li><em>a</em></li>\n</ul>\n</details>",
    );
    check(
        "<details>\n<summary>A</summary>\n\n```{credentials}\n```\n\n</details>",
        "<details>\n<summary>A</summary>\n[Credentials { caption: None }]\n</details>",
    );
}

#[test]
fn everything_else_is_reported_at_its_place_and_left_out() {
    let markdown = "a <script>alert(1)</script> <b onclick=\"x\" title=t>b</b> <sub style='x'>c</sub>\n\n> <div\n> class=x>d</div>\n\n<style>\np {}\n</style>\n\n<!DOCTYPE x>";
    check_problems(
        markdown,
        "raw-html 1:3 `<script>` the HTML element `script` is not allowed\n\
         raw-html 1:32 `onclick=\"x\"` the attribute `onclick` of `<b>` is not allowed\n\
         raw-html 1:63 `style='x'` the attribute `style` of `<sub>` is not allowed\n\
         raw-html 3:3 `<div⏎> class=x>` the HTML element `div` is not allowed\n\
         raw-html 6:1 `<style>` the HTML element `style` is not allowed\n\
         raw-html 10:1 `<!DOCTYPE x>` this is no HTML that may stand in a page",
    );
    assert_eq!(shown(&body(markdown).0.pieces), "<p>a alert(1) <b title=\"t\">b</b> <sub>c</sub></p>\n<blockquote>\nd\n</blockquote>\n\n");
    assert_eq!(first_help("<form>"), "use the block `{job-search}`, or a block of the theme");
}

#[test]
fn tags_without_partners_are_closed_and_reported() {
    check_problems(
        "a <sub>b *c <sup>d* e\n\n</kbd> f</br>\n\n- <details>\n\n<small>\nx\n\ny\n\n<!-- z",
        "raw-html-unbalanced 1:3 `<sub>` `<sub>` is never closed\n\
         raw-html-unbalanced 1:13 `<sup>` `<sup>` is never closed\n\
         raw-html-unbalanced 3:1 `</kbd>` `</kbd>` closes nothing\n\
         raw-html-unbalanced 3:9 `</br>` `</br>` closes nothing\n\
         raw-html-unbalanced 5:3 `<details>` `<details>` is never closed\n\
         raw-html-unbalanced 7:1 `<small>` `<small>` is never closed\n\
         raw-html-unbalanced 12:1 `<!-- z` this comment is never closed",
    );
    let (body, ..) = body("a <sub>b *c <sup>d* e");
    assert_eq!(shown(&body.pieces), "<p>a <sub>b <em>c <sup>d</sup></em> e</sub></p>\n");
}

#[test]
fn a_block_element_cannot_stand_inside_a_paragraph() {
    check_problems(
        "a <details>b</details>",
        "raw-html 1:3 `<details>` `<details>` cannot stand inside a paragraph\nraw-html 1:13 `</details>` `<details>` cannot stand inside a paragraph",
    );
}

#[test]
fn settings_widen_the_list_but_never_to_scripts() {
    check(
        "<figure class=\"wide\" id=\"f\">\n\n<a href=\"b.md\">c</a>\n\n<hr>\n</figure>",
        "<figure class=\"wide\" id=\"f\">\n<p><a href=\"../../care/b/\">c</a></p>\n<hr>\n</figure>",
    );
    check_problems(
        "<a href=\"java&Tab;script:x\" onclick=x>b</a> <script>",
        "unsafe-address 1:4 `href=\"java&Tab;script:x\"` `javascript:` is not allowed in an address\n\
         raw-html 1:29 `onclick=x` the attribute `onclick` of `<a>` is not allowed\n\
         raw-html 1:45 `<script>` the HTML element `script` is not allowed",
    );
}

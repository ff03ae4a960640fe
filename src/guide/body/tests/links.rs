use super::{body, check, check_problems, typed};
use crate::guide::body::Target;
use crate::source::SourcePath;

#[test]
fn links_are_resolved_from_the_path_of_the_file() {
    for (typed, href) in [
        ("b.md", "../../care/b/"),
        ("b.md#pay", "../../care/b/#pay"),
        ("../lab/tech/index.md", "../../lab/tech/"),
        ("../_index.md", "../../"),
        ("aide.md#pay", "../../care/aide/#pay"),
        ("two%20words.md", "../../care/two%20words/"),
        ("<two words.md>", "../../care/two%20words/"),
        ("#pay", "#pay"),
        ("/tags/", "../../tags/"),
        ("/tags/#a", "../../tags/#a"),
        ("/", "../../"),
        ("pay.pdf#page=2", "../../care/pay.pdf#page=2"),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ] {
        check(&format!("[x]({typed})"), &format!("<p><a href=\"{href}\">x</a></p>"));
    }
}

#[test]
fn links_are_remembered_with_the_place_of_their_address() {
    let markdown = "[a *b*](b.md#c \"t\") [d]( <e f.md> ) <https://example.org> [g][h] [i](/j(k)/) ![](l.png)[m](n.csv) [![o](p.png)](#q)\n\n[h]: <r.md>";
    let (body, _, text) = body(markdown);
    let file = |path: &str| SourcePath::new(path).unwrap();
    let found: Vec<_> = body.links.iter().map(|link| (typed(&text, link.range.clone()), link.text.as_str(), link.target.clone())).collect();
    assert_eq!(
        found,
        [
            ("b.md#c", "a b", Target::Page(file("content/care/b.md"), Some("c".to_owned()))),
            ("e f.md", "d", Target::Page(file("content/care/e f.md"), None)),
            ("https://example.org", "https://example.org", Target::External("https://example.org".to_owned())),
            ("r.md", "g", Target::Page(file("content/care/r.md"), None)),
            ("/j(k)/", "i", Target::Site("/j(k)/".to_owned(), None)),
            ("n.csv", "m", Target::File(file("content/care/n.csv"))),
            ("#q", "o", Target::Here("q".to_owned())),
        ]
    );
}

#[test]
fn an_e_mail_address_in_brackets_is_a_link() {
    check("<a@example.org>", "<p><a href=\"mailto:a@example.org\">a@example.org</a></p>");
}

#[test]
fn addresses_that_lead_nowhere_are_reported_and_only_their_text_is_shown() {
    check_problems(
        "[a](javascript:alert) [b](&#x6A;avascript:x) [c](fakt:pay) <javascript:x> [d](//x.org) [e](b.md?x) [f](../../../g.md) [h](care/) [i]()",
        "unsafe-address 1:5 `javascript:alert` `javascript:` is not allowed in an address\n\
         unsafe-address 1:27 `&#x6A;avascript:x` `javascript:` is not allowed in an address\n\
         unsafe-address 1:50 `fakt:pay` `fakt:` is not allowed in an address\n\
         unsafe-address 1:61 `javascript:x` `javascript:` is not allowed in an address\n\
         unsafe-address 1:79 `//x.org` `//x.org` may lead to another site than it seems to\n\
         link-form 1:92 `b.md?x` `b.md?x` asks a file a question\n\
         link-form 1:104 `../../../g.md` `../../../g.md` names no file\n\
         link-form 1:123 `care/` `care/` names no file\n\
         unsafe-address 1:134 `` the address is empty",
    );
    let (body, ..) = body("[a *b*](javascript:alert)");
    assert_eq!(super::shown(&body.pieces), "<p>a <em>b</em></p>\n");
}

#[test]
fn labels_that_are_defined_nowhere_are_reported() {
    check_problems(
        "[a][b] [c][] [sic] ![d][e]",
        "undefined-reference 1:1 `[a][b]` no link is called `b`\n\
         undefined-reference 1:8 `[c]` no link is called `c`\n\
         undefined-reference 1:20 `![d][e]` no link is called `e`",
    );
}

#[test]
fn images_are_pieces_with_their_words() {
    check("a ![b *c*](d.png \"e\") f", "<p>a [image File(SourcePath(\"content/care/d.png\")) \"b c\"] f</p>");
    check("![b](/d.png)", "<p>[image File(SourcePath(\"static/d.png\")) \"b\"]</p>");
    check_problems(
        "![b](https://example.org/d.png)",
        "remote-image 1:6 `https://example.org/d.png` this image is fetched from another site, which learns who reads the page",
    );
    check_problems(
        "![](d.png) ![a](data:x) ![b](#c)",
        "image-without-alternative 1:1 `![](d.png)` this image has no text for those who cannot see it\n\
         unsafe-address 1:17 `data:x` `data:` is not allowed in an address\n\
         link-form 1:30 `#c` `#c` names no image",
    );
}

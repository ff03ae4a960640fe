//! Static files that templates name by what is in them.

use super::*;

/// A theme whose not-found page is `template`, with `files` of the project.
fn with_page(template: &str, files: &str) -> Sources {
    project(&child(&format!("=== themes/mine/static/assets/site.css\nh1 {{ color: plum }}\n=== templates/not-found.html\n{template}\n{files}")))
}

#[track_caller]
fn check_published(sources: &Sources, expected: &[&str]) {
    let (theme, problems) = load("mine", &[], sources);
    assert_eq!(told(&problems, sources), "");
    let theme = theme.unwrap();
    let of_test = theme.files().iter().filter(|(_, (source, _))| !source.as_str().starts_with("themes/beacon/"));
    assert_eq!(of_test.map(|(path, (source, _))| format!("{path} {source}")).collect::<Vec<_>>(), expected);
}

const LINK: &str = "{{ \"assets/site.css\" | asset(root=page.root) }}";

/// The hashes are those that `openssl dgst -sha256 -binary | base64` gives, and the first digits of `sha256sum`.
#[test]
fn an_asset_has_a_name_and_an_integrity_that_follow_from_what_is_published() {
    let page = format!("{LINK} {{{{ 'assets/site.css' | integrity }}}}");
    let shown = |files: &str| {
        let theme = load("mine", &[], &with_page(&page, files)).0.unwrap();
        not_found(&theme, LIMITS).unwrap()
    };
    let plum = "/guides/assets/site.cc07fc3128ce.css sha256-zAf8MSjObUgpwUn/gWvQi38YbFzRpNKdMA5b0mP5rXM=";
    assert_eq!(shown("").trim(), plum);
    assert_eq!(shown("=== static/other.css\nh1 {}\n").trim(), plum, "the same content, the same name");
    let red = "/guides/assets/site.2346d42d19bd.css sha256-I0bULRm9V1s0LQBP6q75c3KCYR9GJFyTlL5wjh0IXg4=";
    assert_eq!(shown("=== static/assets/site.css\nh1 { color: red }\n").trim(), red, "the project's own file holds");
}

#[test]
fn a_style_sheet_that_is_named_as_an_asset_alone_has_no_other_name() {
    check_published(&with_page(LINK, ""), &["assets/site.cc07fc3128ce.css themes/mine/static/assets/site.css"]);
    check_published(
        &with_page(LINK, "=== static/assets/site.css\nh1 { color: red }\n=== static/a.txt\na"),
        &["a.txt static/a.txt", "assets/site.2346d42d19bd.css static/assets/site.css"],
    );
}

#[test]
fn a_style_sheet_that_something_else_names_keeps_its_name_too() {
    let both = ["assets/site.cc07fc3128ce.css themes/mine/static/assets/site.css", "assets/site.css themes/mine/static/assets/site.css"];
    check_published(&with_page(&format!("{LINK}{{{{ \"assets/site.css\" | href(root=page.root) }}}}"), ""), &both);
    check_published(&with_page(&format!("{LINK}<link href=\"{{{{ page.root }}}}assets/site.css\">"), ""), &both);
    check_published(&with_page(LINK, "=== static/more.css\n@import \"assets/site.css\";\n"), &[both[0], both[1], "more.css static/more.css"]);
}

#[test]
fn a_theme_that_links_its_files_by_their_own_names_keeps_them() {
    let sources = with_page("{{ \"assets/site.css\" | href(root=page.root) }}", "");
    check_published(&sources, &["assets/site.css themes/mine/static/assets/site.css"]);
}

#[test]
fn a_picture_is_published_under_both_names_for_texts_and_settings_name_it_too() {
    let sources = with_page("{{ \"logo.svg\" | asset(root=page.root) }}", "=== static/logo.svg\nown\n");
    let site = "assets/site.css themes/mine/static/assets/site.css";
    check_published(&sources, &[site, "logo.7e6518373b1a.svg static/logo.svg", "logo.svg static/logo.svg"]);
}

#[test]
fn an_asset_that_is_not_there_or_not_named_by_a_text_is_told_where_it_stands() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== themes/mine/static/assets/site.css\nx\n=== templates/not-found.html\n{% if false %}{{ \"assets/sit.css\" | asset(root=page.root) }}{% endif %}\n\
             {{ '' | integrity }}\n{{ page.title | asset(root=page.root) }}\n",
        ),
        "template-name: there is no static file `assets/sit.css`\n  --> templates/not-found.html:1:19\n  help: did you mean `assets/site.css`?\n\
         template-name: there is no static file ``\n  --> templates/not-found.html:2:5\n  help: put it at `static/` of the theme or of the project\n\
         template-name: a static file is named by a text, right in front of this filter\n  --> templates/not-found.html:3:17\n  \
         help: write its path below `static/`, such as `{{ \"assets/site.css\" | asset(root=page.root) }}`\n",
    );
    let text = "=== templates/not-found.html\n{{ page.title ~ \"assets/beacon.css\" | integrity }}";
    let sources = project(&child(text));
    let theme = load("mine", &[], &sources).0.unwrap();
    let shown = not_found(&theme, LIMITS);
    assert!(shown.is_ok_and(|text| text.contains("sha256-")), "a filter belongs to the text in front of it");
}

#[test]
fn the_style_sheet_and_the_scripts_of_the_built_in_theme_stay_small() {
    for (extension, limit) in [("css", 30_000), ("js", 10_000)] {
        let bytes: usize = built_in_files().filter(|(path, _)| path.has_extension(extension)).map(|(_, bytes)| bytes.len()).sum();
        assert!(0 < bytes && bytes < limit, "{extension}: {bytes} bytes");
    }
}

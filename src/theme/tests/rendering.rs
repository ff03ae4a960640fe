//! Pages rendered with small themes and with the built-in one.

use super::*;

#[track_caller]
fn check_rendering(template: &str, limits: Limits, expected: &str) {
    let sources = project(&child(template));
    let (theme, problems) = load("mine", &[], &sources);
    assert_eq!(told(&problems, &sources), "");
    let problem = not_found(&theme.unwrap(), limits).unwrap_err();
    assert_eq!(told(&[problem], &sources), expected);
}

#[test]
fn every_page_and_block_of_the_built_in_theme_renders_with_everything_and_with_nothing() {
    let theme = load("beacon", &[], &Sources::default()).0.unwrap();
    assert_eq!(told(&render::try_out(&theme, LIMITS), &Sources::default()), "");
    let look = Look::new(&theme, &sample::site(Amount::Full, theme.params.clone()), LIMITS);
    for view in sample::pages(Amount::Full) {
        let html = render::page(&look, prepare(view.clone())).unwrap();
        assert!(html.contains("<title>Health &lt;Technician&gt; "), "{}", view.content.name());
        assert!(!html.contains("href=\"healthcare/"), "{}: a path is not given to the filter `href`", view.content.name());
    }
    let html = render::redirect(&look, &sample::redirect()).unwrap();
    assert!(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../healthcare/health-technician/\">"), "{html}");
}

#[test]
fn trying_out_a_theme_finds_fields_in_branches_that_no_page_takes() {
    let sources = project(&child(
        "[blocks.banner.params.text]\nrequired = true\n[blocks.banner.params.more]\nkind = \"list\"\n\
         === templates/blocks/banner.html\n{{ block.parameters.text }}{{ block.parameters.more | length }}\n\
         === templates/blocks/steps.html\n{% for step in block.steps | reverse %}{{ step.titel }}{% endfor %}\n",
    ));
    let theme = load("mine", &[], &sources).0.unwrap();
    let expected = "template-name: the field `titel` is not defined\n  --> templates/blocks/steps.html:1:48\n  \
                    help: did you mean `title`? (while rendering /healthcare/health-technician/); the same happens 11 more times\n";
    assert_eq!(told(&render::try_out(&theme, LIMITS), &sources), expected);
}

#[test]
fn a_blocks_template_sees_every_parameter_of_its_kind() {
    let sources = project(&child(
        "[blocks.banner.params.big]\nkind = \"boolean\"\n[blocks.banner.params.size]\nkind = \"number\"\ndefault = 2\n[blocks.banner.params.words]\nkind = \"list\"\n\
         === templates/plain.html\n{{ plain.body_html }}\n=== templates/blocks/banner.html\n\
         {{ block.name }} {% if block.parameters.big %}big {% endif %}{{ block.parameters.size + 1 }} {{ block.parameters.words | length }};",
    ));
    let theme = load("mine", &[], &sources).0.unwrap();
    let banner = |given: &[(&str, Extra)]| {
        let parameters = given.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        BodyPart::Block(Box::new(BlockView::Theme(ThemeBlockView { name: "banner".into(), parameters })))
    };
    let text = |text: &str| Extra::Text(text.to_owned());
    let view = sample::pages(Amount::Minimal).into_iter().find(|view| view.content.name() == "plain").unwrap();
    let given = [("big", text("true")), ("size", text("7")), ("words", Extra::List(vec![text("a"), text("b")]))];
    let view = View { body: vec![banner(&[]), banner(&[("big", text("false"))]), banner(&given)], ..view };
    let look = Look::new(&theme, &sample::site(Amount::Minimal, theme.params.clone()), LIMITS);
    assert_eq!(render::page(&look, prepare(view.clone())).as_deref(), Ok("banner 3 0;banner 3 0;banner big 8 2;\n"));
}

#[test]
fn pages_can_be_rendered_by_many_threads() {
    fn check<T: Send + Sync>() {}
    check::<Theme>();
    check::<Look>();
}

#[test]
fn texts_are_escaped_whatever_the_templates_suffix_and_finished_html_is_not() {
    let text = "=== templates/not-found.html\n{% include \"t.txt\" %}\n=== templates/t.txt\n{{ page.title }}|{{ page.title ~ '<' }}|{{ \"a?b&c\" | href(root=page.root) }}";
    check_page("mine", &[], &child(text), "Health &lt;Technician&gt;|Health &lt;Technician&gt;&lt;|/guides/a?b&amp;c");

    let sources = project(&child("=== templates/plain.html\n{{ plain.body_html }}=== templates/blocks/steps.html\n{{ block.steps[0].body_html }}"));
    let theme = load("mine", &[], &sources).0.unwrap();
    let look = Look::new(&theme, &sample::site(Amount::Full, theme.params.clone()), LIMITS);
    let view = sample::pages(Amount::Full).into_iter().find(|view| view.content.name() == "plain").unwrap();
    let view = View { body: vec![BodyPart::Html("<h2>&amp;</h2>".into())], ..view };
    assert_eq!(render::page(&look, prepare(view.clone())).as_deref(), Ok("<h2>&amp;</h2>"));
}

#[test]
fn the_components_of_a_theme_are_listed_with_their_arguments() {
    let sources = project(&child(
        "=== templates/own.html\n{% component a_mark(text: string, size = 2, kind: string = \"x\") {\"doc\": \"A mark.\"} %}{{ text }}{% endcomponent %}",
    ));
    let theme = load("mine", &[], &sources).0.unwrap();
    let found = theme.components().into_iter().find(|it| it.name == "a_mark").unwrap();
    assert_eq!((found.about.as_str(), found.arguments.join(", ").as_str()), ("A mark.", "text: string, kind: string = \"x\", size: integer = 2"));
}

#[test]
fn a_field_that_is_not_defined_is_told_with_its_place_and_the_page() {
    check_rendering(
        "=== templates/not-found.html\nä\n{% include \"x.html\" %}\n=== templates/x.html\n{% set p = page or 1 %}{{ p.titel }}\n",
        LIMITS,
        "template-name: the field `titel` is not defined\n  --> templates/x.html:1:29\n  called from here: templates/not-found.html:2:12\n  \
         help: did you mean `title`? (while rendering /healthcare/health-technician/)\n",
    );
}

#[test]
fn an_address_that_runs_scripts_is_never_printed() {
    check_rendering(
        "=== templates/not-found.html\n{{ \"javascript:alert(1)\" | href(root=page.root) }}\n",
        LIMITS,
        "render-failed: `javascript:` is not allowed in an address; use https:, http:, mailto: or tel:, a path of this site, or a heading's `#id`\n  \
         --> templates/not-found.html:1:28\n  help: while rendering /healthcare/health-technician/\n",
    );
}

#[test]
fn a_page_that_is_too_large_or_takes_too_long_is_stopped() {
    let endless = "=== templates/not-found.html\n{% for a in range(end=100000) %}{% for b in range(end=100000) %}x{% endfor %}{% endfor %}\n";
    check_rendering(
        endless,
        Limits { seconds: 60, bytes: 4096 },
        "render-limit: the rendered page is larger than 4 KiB\n  --> templates/not-found.html:1:1\n  help: while rendering /healthcare/health-technician/\n",
    );
    check_rendering(
        endless,
        Limits { seconds: 0, bytes: usize::MAX },
        "render-limit: rendering the page takes longer than 0 seconds\n  --> templates/not-found.html:1:1\n  help: while rendering /healthcare/health-technician/\n",
    );
}

#[test]
fn a_redirect_never_leaves_the_site() {
    let (theme, _) = load("beacon", &[], &Sources::default());
    let theme = theme.unwrap();
    let look = Look::new(&theme, &sample::site(Amount::Minimal, theme.params.clone()), LIMITS);
    for path in ["https://evil.example/", "javascript:x", "//evil.example"] {
        let mut view = sample::redirect();
        view.path = path.to_owned();
        assert!(render::redirect(&look, &view).is_err(), "{path}");
    }
}

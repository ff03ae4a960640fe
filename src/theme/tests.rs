//! Themes given as small projects: which files hold, and what is said of files that do not work.

use std::fmt::Write as _;
use std::sync::Arc;

use super::*;
use crate::day::Months;
use crate::guide::front_matter::Extra;
use crate::output::OutputPath;
use crate::page::view::sample::{self, Amount};
use crate::page::view::{BlockView, BodyPart, ThemeBlockView, View};
use crate::render::{self, Limits};
use crate::source::SourcePath;

/// The project that `text` holds: each file begins with a line `=== path`.
fn project(text: &str) -> Sources {
    let mut sources = Sources::default();
    for file in text.split("=== ").skip(1) {
        let (path, content) = file.split_once('\n').unwrap();
        sources.files.insert(SourcePath::new(path.trim()).unwrap(), content.as_bytes().into());
    }
    sources
}

fn load(theme: &str, params: &[(&str, &str)], sources: &Sources) -> (Option<Theme>, Vec<Problem>) {
    let params = params.iter().map(|(name, value)| ((*name).to_owned(), Extra::Text((*value).to_owned()))).collect();
    Theme::load(&config(theme, params), sources)
}

fn config(theme: &str, params: BTreeMap<String, Extra>) -> Config {
    Config {
        title: "Guides".into(),
        description: String::new(),
        base_url: "https://example.org/".into(),
        language: "en".into(),
        area: "us".into(),
        theme: theme.into(),
        output_dir: "public".into(),
        authors: Vec::new(),
        review_every: Months(12),
        disclaimer: None,
        affiliate_disclosure: None,
        publisher: None,
        menu: None,
        footer: Vec::new(),
        job_search: None,
        params,
        numbered: true,
        section_words: Vec::new(),
        html_allow: std::collections::BTreeSet::new(),
        levels: BTreeMap::new(),
        feed_entries: 20,
        front_matter_limit: 65536,
        page_limit: 1024 * 1024,
        data_limit: 1024 * 1024,
        render_seconds: 10,
        rendered_limit: 1024 * 1024,
        discourage_search_engines: false,
    }
}

/// Problems as a reader sees them, sorted: code, message, place, help.
fn told(problems: &[Problem], sources: &Sources) -> String {
    let built_in: BTreeMap<SourcePath, Arc<[u8]>> = built_in_files().collect();
    let mut problems: Vec<&Problem> = problems.iter().collect();
    problems.sort_by_key(|problem| (&problem.span, &problem.message));
    let mut out = String::new();
    for problem in problems {
        let place = |span: &Span| {
            let bytes = sources.get(&span.file).or_else(|| built_in.get(&span.file)).map_or(&[][..], |bytes| bytes);
            let place = Text::decode_lossy(&span.file, bytes).place(span.start);
            format!("{}:{}:{}", span.file, place.line, place.column)
        };
        writeln!(out, "{}: {}\n  --> {}", problem.code.id(), problem.message, place(&problem.span)).unwrap();
        for (span, words) in &problem.others {
            writeln!(out, "  {words}: {}", place(span)).unwrap();
        }
        if let Some(help) = &problem.help {
            writeln!(out, "  help: {help}").unwrap();
        }
    }
    out
}

#[track_caller]
fn check_problems(theme: &str, params: &[(&str, &str)], text: &str, expected: &str) {
    let sources = project(text);
    let (_, problems) = load(theme, params, &sources);
    assert_eq!(told(&problems, &sources), expected);
}

/// What the not-found page of a theme that extends beacon shows.
#[track_caller]
fn check_page(theme: &str, params: &[(&str, &str)], text: &str, expected: &str) {
    let sources = project(text);
    let (theme, problems) = load(theme, params, &sources);
    assert_eq!(told(&problems, &sources), "");
    assert_eq!(not_found(&theme.unwrap(), LIMITS).unwrap().trim(), expected);
}

const LIMITS: Limits = Limits { seconds: 10, bytes: 1024 * 1024 };

fn not_found(theme: &Theme, limits: Limits) -> Result<String, Problem> {
    let shared = Shared::new(&sample::site(Amount::Minimal, theme.params.clone()));
    let view = sample::pages(Amount::Minimal).into_iter().find(|view| view.content.name() == "not-found").unwrap();
    render::page(theme, &shared, &view, limits)
}

const CHILD: &str = "=== themes/mine/theme.toml\nextends = \"beacon\"\n";

fn child(files: &str) -> String {
    format!("{CHILD}{files}")
}

#[test]
fn a_project_without_files_has_the_built_in_theme() {
    let (theme, problems) = load("beacon", &[], &Sources::default());
    assert_eq!(told(&problems, &Sources::default()), "");
    assert!(theme.unwrap().files().keys().any(|path| path.as_str() == "assets/beacon.css"));
}

#[test]
fn every_page_and_block_of_the_built_in_theme_renders_with_everything_and_with_nothing() {
    let theme = load("beacon", &[], &Sources::default()).0.unwrap();
    assert_eq!(told(&render::try_out(&theme, LIMITS), &Sources::default()), "");
    let shared = Shared::new(&sample::site(Amount::Full, theme.params.clone()));
    for view in sample::pages(Amount::Full) {
        let html = render::page(&theme, &shared, &view, LIMITS).unwrap();
        assert!(html.contains("<title>Health &lt;Technician&gt; "), "{}", view.content.name());
        assert!(!html.contains("href=\"healthcare/"), "{}: a path is not given to the filter `href`", view.content.name());
    }
    let html = render::redirect(&theme, &shared, &sample::redirect(), LIMITS).unwrap();
    assert!(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=../../healthcare/health-technician/\">"), "{html}");
}

#[test]
fn trying_out_a_theme_finds_fields_in_branches_that_no_page_takes() {
    let sources = project(&child(
        "[blocks.banner.params.text]\nrequired = true\n[blocks.banner.params.more]\nkind = \"list\"\n\
         === templates/blocks/banner.html\n{{ block.parameters.text }}{{ block.parameters.more | length }}\n\
         === templates/blocks/steps.html\n{% for step in block.steps %}{{ step.titel }}{% endfor %}\n",
    ));
    let theme = load("mine", &[], &sources).0.unwrap();
    let expected = "template-name: the field `titel` is not defined\n  --> templates/blocks/steps.html:1:38\n  \
                    help: did you mean `title`? (while rendering /healthcare/health-technician/)\n";
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
    let shared = Shared::new(&sample::site(Amount::Minimal, theme.params.clone()));
    assert_eq!(render::page(&theme, &shared, &view, LIMITS).as_deref(), Ok("banner 3 0;banner 3 0;banner big 8 2;\n"));
}

#[test]
fn pages_can_be_rendered_by_many_threads() {
    fn check<T: Send + Sync>() {}
    check::<Theme>();
    check::<Shared>();
}

#[test]
fn texts_are_escaped_whatever_the_templates_suffix_and_finished_html_is_not() {
    let text = "=== templates/not-found.html\n{% include \"t.txt\" %}\n=== templates/t.txt\n{{ page.title }}|{{ page.title ~ '<' }}|{{ \"a?b&c\" | href(root=page.root) }}";
    check_page("mine", &[], &child(text), "Health &lt;Technician&gt;|Health &lt;Technician&gt;&lt;|/guides/a?b&amp;c");

    let sources = project(&child("=== templates/plain.html\n{{ plain.body_html }}=== templates/blocks/steps.html\n{{ block.steps[0].body_html }}"));
    let theme = load("mine", &[], &sources).0.unwrap();
    let shared = Shared::new(&sample::site(Amount::Full, theme.params.clone()));
    let view = sample::pages(Amount::Full).into_iter().find(|view| view.content.name() == "plain").unwrap();
    let view = View { body: vec![BodyPart::Html("<h2>&amp;</h2>".into())], ..view };
    assert_eq!(render::page(&theme, &shared, &view, LIMITS).as_deref(), Ok("<h2>&amp;</h2>"));
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
fn a_file_of_the_project_goes_before_the_themes_and_that_before_the_extended_ones() {
    check_page("mine", &[], &child("=== themes/mine/templates/not-found.html\nmine"), "mine");
    check_page("mine", &[], &child("=== themes/mine/templates/not-found.html\nmine\n=== templates/not-found.html\nours"), "ours");
    check_page("beacon", &[], "=== templates/not-found.html\n{% include \"note.html\" %}\n=== templates/note.html\n{{ page.root }}", "/guides/");
}

#[test]
fn a_template_can_extend_the_one_whose_place_it_takes() {
    let text = "=== themes/plain/theme.toml\nextends = \"beacon\"\n=== themes/plain/templates/not-found.html\n[{% block x %}a{% endblock %}]\n\
                === templates/not-found.html\n{% extends \"plain/not-found.html\" %}{% block x %}b{{ super() }}{% endblock %}";
    check_page("plain", &[], text, "[ba]");
}

#[test]
fn static_files_go_to_the_root_of_the_site_and_the_projects_go_first() {
    let sources = project(&child("=== themes/mine/static/a/x.css\ntheme\n=== themes/mine/static/y.css\ny\n=== static/a/x.css\nproject"));
    let (theme, _) = load("mine", &[], &sources);
    let theme = theme.unwrap();
    let from = |path: &str| theme.files().get(&OutputPath::new(path).unwrap()).map(|(source, _)| source.to_string());
    assert_eq!(from("a/x.css").as_deref(), Some("static/a/x.css"));
    assert_eq!(from("y.css").as_deref(), Some("themes/mine/static/y.css"));
    assert_eq!(from("assets/beacon.css").as_deref(), Some("themes/beacon/static/assets/beacon.css"));
}

#[test]
fn a_missing_theme_is_told_with_those_that_exist() {
    check_problems(
        "beacom",
        &[],
        "=== site.toml\ntitle = \"x\"\ntheme = \"beacom\"\n=== themes/mine/theme.toml\n",
        "theme-missing: there is no theme `beacom`\n  --> site.toml:2:9\n  help: did you mean `beacon`? the themes are: beacon, mine\n",
    );
}

#[test]
fn themes_that_extend_one_another_in_a_circle_are_told() {
    check_problems(
        "a",
        &[],
        "=== themes/a/theme.toml\nextends = \"b\"\n=== themes/b/theme.toml\nname = \"B\"\nextends = \"a\"\n",
        "theme-missing: themes extend one another in a circle: a → b → a\n  --> themes/b/theme.toml:2:11\n",
    );
    let chain: String = (0..9).fold(String::new(), |text, at| format!("{text}=== themes/t{at}/theme.toml\nextends = \"t{}\"\n", at + 1));
    check_problems("t0", &[], &chain, "theme-missing: more than 8 themes extend one another\n  --> themes/t7/theme.toml:1:11\n");
}

#[test]
fn a_folder_of_a_theme_without_theme_toml_is_told() {
    check_problems(
        "beacon",
        &[],
        "=== themes/beacon/templates/x.html\n",
        "theme-missing: the theme `beacon` has no `themes/beacon/theme.toml`\n  --> themes/beacon/templates/x.html:1:1\n  \
         help: write one, `extends = \"beacon\"` is enough; single files of a built-in theme are replaced in `templates/` and `static/` of the project\n",
    );
}

#[test]
fn parameters_have_their_kinds_and_defaults() {
    let sources = project(
        "=== themes/mine/theme.toml\nextends = \"beacon\"\n[params.columns]\nkind = \"number\"\ndefault = 2\n[params.accent]\nkind = \"color\"\n[params.wide]\nkind = \"boolean\"\n",
    );
    let (theme, problems) = load("mine", &[("columns", "3"), ("accent", "#0b5fff")], &sources);
    assert_eq!(told(&problems, &sources), "");
    let params = theme.unwrap().params;
    assert_eq!(params["columns"], 3);
    assert_eq!(params["accent"], "#0b5fff");
    assert_eq!(params["wide"], false);
}

#[test]
fn parameters_that_the_theme_does_not_have_or_of_a_wrong_kind_are_told() {
    check_problems(
        "mine",
        &[("colums", "3"), ("wide", "yes")],
        "=== site.toml\ntheme = \"mine\"\n[params]\ncolums = 3\nwide = \"yes\"\n\
         === themes/mine/theme.toml\nextends = \"beacon\"\n[params.columns]\nkind = \"number\"\n[params.wide]\nkind = \"boolean\"\nabout = \"Whether pages are wide.\"\n",
        "theme-parameter: the theme has no parameter `colums`\n  --> site.toml:3:1\n  help: did you mean `columns`?\n\
         theme-parameter: the parameter `wide` cannot have this value: `yes` is neither `true` nor `false`\n  --> site.toml:4:8\n  help: Whether pages are wide.\n",
    );
}

#[test]
fn all_problems_of_theme_toml_are_told_at_once() {
    check_problems(
        "mine",
        &[],
        "=== themes/mine/theme.toml\nextends = \"beacon\"\nnamed = \"x\"\n[params.a]\nkind = \"choice\"\n[params.b]\nkind = \"number\"\ndefault = \"two\"\n\
         [params.c]\nkind = \"colour\"\n[blocks.Banner]\n[blocks.faq]\n",
        "unknown-key: unknown key `named`\n  --> themes/mine/theme.toml:2:1\n  help: did you mean `name`?\n\
         theme-parameter: the choice `a` has no `choices`\n  --> themes/mine/theme.toml:4:8\n  help: list them: `choices = [\"wide\", \"narrow\"]`\n\
         theme-parameter: the default of `b` cannot be its value: `two` is not a number\n  --> themes/mine/theme.toml:7:11\n\
         invalid-value: `colour` is not one of the choices here\n  --> themes/mine/theme.toml:9:8\n  \
         help: did you mean `color`? The choices are text, number, boolean, color, choice, list\n\
         theme-parameter: `Banner` cannot be the name of a block\n  --> themes/mine/theme.toml:10:9\n  help: write small letters, digits and `-`\n\
         template-missing: the block `Banner` has no template\n  --> themes/mine/theme.toml:10:9\n  help: write `templates/blocks/Banner.html`\n\
         theme-parameter: the block `faq` is one of Guidepost's own\n  --> themes/mine/theme.toml:11:9\n  \
         help: give the block another name; to change its looks write its template\n",
    );
}

#[test]
fn blocks_of_a_theme_become_rules_for_guides() {
    let sources = project(&child(
        "[blocks.banner.params.text]\nrequired = true\n[blocks.banner.params.size]\nkind = \"choice\"\nchoices = [\"s\", \"l\"]\ndefault = \"s\"\n\
         === themes/mine/templates/blocks/banner.html\n<b>{{ block.parameters.text }}</b>\n",
    ));
    let (theme, problems) = load("mine", &[], &sources);
    assert_eq!(told(&problems, &sources), "");
    let rules = theme.unwrap().block_rules();
    let found: Vec<_> = rules["banner"].iter().map(|rule| (rule.name.as_str(), rule.required, rule.default.clone())).collect();
    assert_eq!(found, [("size", false, Some(Extra::Text("s".into()))), ("text", true, None)]);
    check_problems(
        "mine",
        &[],
        &child("[blocks.banner]\n"),
        "template-missing: the block `banner` has no template\n  --> themes/mine/theme.toml:2:9\n  help: write `templates/blocks/banner.html`\n",
    );
}

#[test]
fn all_problems_of_all_templates_are_told_at_once() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== templates/a.html\n{% if x %}\n=== templates/b.html\nüß {{ site.title | uper }}{{ site.title is strin }}\n{{ rang(end=2) }}{{<no_such />}}\n\
             === templates/c.html\n{% include \"b.htm\" %}\n=== templates/d.html\n{{ site.title | safe }}\n=== templates/e.html\n{% include \"e.html\" %}\n\
             === templates/f.html\n{% component one() %}{% endcomponent %}\n=== templates/g.html\n{% component one() %}{% endcomponent %}\n=== templates/notes.md\n",
        ),
        "template-syntax: unexpected end of input\n  --> templates/a.html:1:11\n\
         template-name: there is no filter `uper`\n  --> templates/b.html:1:20\n  help: did you mean `upper`?\n\
         template-name: there is no test `strin`\n  --> templates/b.html:1:44\n  help: did you mean `string`?\n\
         template-name: there is no function `rang`\n  --> templates/b.html:2:4\n  help: did you mean `range`?\n\
         template-missing: there is no template `b.htm`\n  --> templates/c.html:1:13\n  help: did you mean `b.html`?\n\
         template-unescaped: the filter `safe` is not available: every text is escaped\n  --> templates/d.html:1:17\n  \
         help: values whose names end in `_html` are printed as they are; for all others leave the filter out\n\
         template-name: templates refer to one another in a circle through `e.html`\n  --> templates/e.html:1:13\n\
         template-name: the component `one` is defined twice\n  --> templates/g.html:1:14\n  also defined here: templates/f.html:1:14\n\
         theme-file: `notes.md` is not a template\n  --> templates/notes.md:1:1\n  \
         help: templates end in .html, .xml or .txt; files that are published as they are belong in `static/`\n",
    );
}

#[test]
fn a_component_or_block_that_does_not_exist_is_told() {
    check_problems(
        "mine",
        &[],
        &child("=== templates/not-found.html\n{% extends \"base.html\" %}\n{% block mian %}{{<no_such_thing />}}{% endblock %}\n"),
        "template-name: no template that this one extends has a block `mian`\n  --> templates/not-found.html:2:10\n\
         template-name: there is no component `no_such_thing`\n  --> templates/not-found.html:2:20\n",
    );
}

#[test]
fn a_long_chain_of_includes_is_refused_before_the_engine_sees_it() {
    let chain = (0..800).fold(String::new(), |text, at| format!("{text}=== templates/t{at:03}.html\n{{% include \"t{:03}.html\" %}}\n", at + 1));
    check_problems(
        "mine",
        &[],
        &child(&format!("{chain}=== templates/t800.html\nx\n")),
        "template-name: more than 32 templates refer to one another in a chain, beginning with `t769.html`\n  --> templates/t768.html:1:13\n",
    );
}

#[test]
fn a_value_that_no_page_has_is_told_though_its_branch_never_ran() {
    check_problems(
        "mine",
        &[],
        &child("=== templates/not-found.html\n{% set own = 1 %}{% for x in [own] %}{{ x }}{% endfor %}\n{% if false %}{{ pagee.title }}{% endif %}\n"),
        "template-name: the value `pagee` is not defined\n  --> templates/not-found.html:2:18\n  help: did you mean `page`?\n",
    );
}

#[track_caller]
fn check_rendering(template: &str, limits: Limits, expected: &str) {
    let sources = project(&child(template));
    let (theme, problems) = load("mine", &[], &sources);
    assert_eq!(told(&problems, &sources), "");
    let problem = not_found(&theme.unwrap(), limits).unwrap_err();
    assert_eq!(told(&[problem], &sources), expected);
}

#[test]
fn a_field_that_is_not_defined_is_told_with_its_place_and_the_page() {
    check_rendering(
        "=== templates/not-found.html\nä\n{% include \"x.html\" %}\n=== templates/x.html\n{{ page.titel }}\n",
        LIMITS,
        "template-name: the field `titel` is not defined\n  --> templates/x.html:1:9\n  called from here: templates/not-found.html:2:12\n  \
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
    let shared = Shared::new(&sample::site(Amount::Minimal, theme.params.clone()));
    for path in ["https://evil.example/", "javascript:x", "//evil.example"] {
        let mut view = sample::redirect();
        view.path = path.to_owned();
        assert!(render::redirect(&theme, &shared, &view, LIMITS).is_err(), "{path}");
    }
}

#[test]
fn a_theme_that_extends_none_needs_all_templates() {
    let sources = project("=== themes/bare/theme.toml\n=== themes/bare/templates/home.html\n");
    let (theme, problems) = load("bare", &[], &sources);
    assert!(theme.is_none());
    assert_eq!(problems.len(), templates::NEEDED.len() - 1);
    assert!(told(&problems, &sources).starts_with(
        "template-missing: the theme has no template `blocks/cta.html`\n  --> themes/bare/theme.toml:1:1\n  \
         help: write it, or write `extends = \"beacon\"` in theme.toml to have that theme's\n"
    ));
}

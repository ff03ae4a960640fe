//! What a theme is made of, and every problem of one that does not work.

use super::*;

#[test]
fn a_project_without_files_has_the_built_in_theme() {
    let (theme, problems) = load("beacon", &[], &Sources::default());
    assert_eq!(told(&problems, &Sources::default()), "");
    assert!(theme.unwrap().files().keys().any(|path| path.as_str().starts_with("assets/beacon.")));
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
    assert_eq!(from("assets/favicon.svg").as_deref(), Some("themes/beacon/static/assets/favicon.svg"));
}

#[test]
fn a_missing_theme_is_told_with_those_that_exist() {
    check_problems(
        "beacom",
        &[],
        "=== site.toml\ntitle = \"x\"\ntheme = \"beacom\"\n=== themes/mine/theme.toml\n",
        "theme-missing: there is no theme `beacom`\n  --> site.toml:2:9\n  help: did you mean `beacon`?\n",
    );
    check_problems(
        "house",
        &[],
        "=== site.toml\ntitle = \"x\"\ntheme = \"house\"\n",
        "theme-missing: there is no theme `house`\n  --> site.toml:2:9\n  \
         help: the themes are beacon; one of your own begins with `themes/house/theme.toml`, in which `extends = \"beacon\"` is enough\n",
    );
}

#[test]
fn themes_that_extend_one_another_in_a_circle_are_told() {
    check_problems(
        "a",
        &[],
        "=== themes/a/theme.toml\nextends = \"b\"\n=== themes/b/theme.toml\nname = \"B\"\nextends = \"a\"\n",
        "theme-missing: themes extend one another in a circle: a → b → a\n  --> themes/b/theme.toml:2:11\n  help: take the line `extends` out of one of them, or name another theme there\n",
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
    let params = &theme.as_ref().unwrap().params;
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
    assert!(theme.is_some());
    let rules = Theme::block_rules(&Wanted::of(&config("mine", BTreeMap::new()), &sources)).unwrap();
    let found: Vec<_> = rules["banner"].iter().map(|rule| (rule.name.as_str(), rule.required, rule.default.clone())).collect();
    assert_eq!(found, [("size", false, Some(Extra::Text("s".into()))), ("text", true, None)]);
    // Guides that use the block are not told that it is unknown because its template is wrong.
    let broken = project(&child("[blocks.banner]\n=== themes/mine/templates/blocks/banner.html\n{% if %}\n"));
    assert!(load("mine", &[], &broken).0.is_none());
    assert!(Theme::block_rules(&Wanted::of(&config("mine", BTreeMap::new()), &broken)).unwrap().contains_key("banner"));
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
        "template-syntax: this `if` is never closed\n  --> templates/a.html:1:1\n  help: write `{% endif %}` behind what belongs to it\n\
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
        "template-name: no template that this one extends has a block `mian`\n  --> templates/not-found.html:2:10\n  help: did you mean `main`? There are head, header, main, footer\n\
         template-name: there is no component `no_such_thing`\n  --> templates/not-found.html:2:20\n",
    );
}

#[test]
fn what_is_never_closed_is_told_where_it_begins() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== templates/a.html\n{% block x %}\n{% if page.title %}\n{% for it in page.notes %}{{ it.id }}{% endfor %}\n{% endblock x %}\n\
             === templates/b.html\n{% if page.draft %}{% for it in page.notes %}{% else %}{% endif %}\n=== templates/c.html\n{% set x = 1 %}x{% endif %}\n\
             === templates/d.html\n{% <page_head page={page}> %}x{% </page_haed> %}\n=== templates/e.html\n{% for it in page.notes %}{% if }%}{% endfor %}\n",
        ),
        "template-syntax: this `if` is never closed\n  --> templates/a.html:2:1\n  `endblock` stands here, before `endif`: templates/a.html:4:1\n  help: write `{% endif %}` behind what belongs to it\n\
         template-syntax: this `for` is never closed\n  --> templates/b.html:1:20\n  `endif` stands here, before `endfor`: templates/b.html:1:56\n  help: write `{% endfor %}` behind what belongs to it\n\
         template-syntax: `{% endif %}` ends nothing\n  --> templates/c.html:1:17\n\
         template-syntax: `{% </page_haed> %}` ends nothing\n  --> templates/d.html:1:31\n  `<page_head>` begins here, which ends with `{% </page_head> %}`: templates/d.html:1:1\n\
         template-syntax: found `}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`\n  --> templates/e.html:1:33\n",
    );
}

#[test]
fn a_tag_without_its_closing_brackets_is_told_where_it_begins() {
    check_problems(
        "mine",
        &[],
        &child("=== templates/a.html\nx{% block main %}{{ page.title {% endblock %}\n=== templates/b.html\n{% if page.title {{ page.title }}{% endif %}\n"),
        "template-syntax: this `{{` is never closed\n  --> templates/a.html:1:18\n  another tag begins here: templates/a.html:1:32\n  help: write `}}` behind what belongs to it\n\
         template-syntax: this `{%` is never closed\n  --> templates/b.html:1:1\n  another tag begins here: templates/b.html:1:18\n  help: write `%}` behind what belongs to it\n",
    );
}

#[test]
fn a_misspelt_field_that_a_template_asks_for_is_told() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== templates/not-found.html\n{% if page.titel is defined or page.absent is defined %}{% endif %}{% if words.all_giudes is not defined %}{% endif %}\n",
        ),
        "template-name: `page` has no field `titel`\n  --> templates/not-found.html:1:12\n  help: did you mean `title`?\n\
         template-name: no language has a word `all_giudes`\n  --> templates/not-found.html:1:80\n  help: did you mean `all_guides`? To add a word of your own, write `all_giudes = \"...\"` in `words/en.toml`\n",
    );
}

#[test]
fn a_parent_by_a_misspelt_theme_is_told_with_the_nearest() {
    check_problems(
        "beacon",
        &[],
        "=== templates/base.html\n{% extends \"becon/base.html\" %}\n=== templates/guide.html\n{% extends \"beacon/giude.html\" %}{% block contnet %}x{% endblock %}\n\
         === templates/plain.html\n{% extends \"beacon/guide.html\" %}{% block sidebar %}x{% endblock %}\n",
        "template-missing: there is no template `becon/base.html`\n  --> templates/base.html:1:13\n  help: did you mean `beacon/base.html`?\n\
         template-missing: there is no template `beacon/giude.html`\n  --> templates/guide.html:1:13\n  help: did you mean `beacon/guide.html`?\n",
    );
    check_problems(
        "beacon",
        &[],
        "=== templates/guide.html\n{% extends \"beacon/guide.html\" %}{% block contnet %}x{% endblock %}\n=== templates/plain.html\n{% extends \"base.html\" %}{% block sidebar %}x{% endblock %}\n",
        "template-name: no template that this one extends has a block `contnet`\n  --> templates/guide.html:1:43\n  \
         help: did you mean `contents`? There are main, top, contents, lead, text, offers, after, record, end, head, header, footer\n\
         template-name: no template that this one extends has a block `sidebar`\n  --> templates/plain.html:1:35\n  help: there are head, header, main, footer\n",
    );
}

#[test]
fn a_word_that_no_language_has_is_told_once_with_where_to_write_it() {
    let template = "=== templates/not-found.html\n{{ words.motto }}{% if words.all_giudes %}{% endif %}\n";
    check_problems(
        "mine",
        &[],
        &child(template),
        "template-name: no language has a word `motto`\n  --> templates/not-found.html:1:10\n  help: write `motto = \"...\"` in `words/en.toml`\n\
         template-name: no language has a word `all_giudes`\n  --> templates/not-found.html:1:30\n  help: did you mean `all_guides`? To add a word of your own, write `all_giudes = \"...\"` in `words/en.toml`\n",
    );
    check_problems("mine", &[], &child("=== templates/not-found.html\n{{ words.motto }}\n=== words/en.toml\nmotto = \"Ours\"\n"), "");
}

#[test]
fn a_word_with_places_that_is_printed_without_them_is_told() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== templates/guide.html\n{% extends \"beacon/guide.html\" %}{% block text %}{{ words.updated_on }}{{ words.updated_on | say(day=page.title) }}{% endblock %}\n\
             === templates/not-found.html\n{{ words.guides_counted | upper }}{% set label = words.updated_on %}{{ label }}{% set both = page.title %}{% set both = words.updated_on %}{{ both }}\n\
             {% if words.updated_on %}{{ words.home }}{% endif %}{{ words.counted }}\n=== words/en.toml\ncounted = \"{number} of {all}\"\n",
        ),
        "template-name: the word needs `day`\n  --> templates/guide.html:1:53\n  help: write `words.updated_on | say(day=...)`\n\
         template-name: the word needs `number`\n  --> templates/not-found.html:1:4\n  help: write `words.guides_counted | say(number=...)`\n\
         template-name: the word needs `day`\n  --> templates/not-found.html:1:72\n  help: write `label | say(day=...)`\n\
         template-name: the word needs `all` and `number`\n  --> templates/not-found.html:2:56\n  help: write `words.counted | say(all=..., number=...)`\n",
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

#[test]
fn a_theme_that_extends_none_needs_all_templates() {
    let sources = project("=== themes/bare/theme.toml\n=== themes/bare/templates/home.html\n");
    let (theme, problems) = load("bare", &[], &sources);
    assert!(theme.is_none());
    assert_eq!(problems.len(), templates::NEEDED.len() - 1);
    assert!(told(&problems, &sources).starts_with(
        "template-missing: the theme has no template `author.html`\n  --> themes/bare/theme.toml:1:1\n  \
         help: write it, or write `extends = \"beacon\"` in theme.toml to have that theme's\n"
    ));
}

#[test]
fn a_field_that_no_view_has_is_told_though_a_condition_hides_it() {
    check_problems(
        "mine",
        &[],
        &child(
            "[params.palette]\n[blocks.banner.params.text]\n=== templates/blocks/banner.html\n{{ block.name }}{{ block.parameters.text }}{{ block.parameters.txet }}\n\
             === templates/blocks/cta.html\n{{ block.label }}{% if block.lable %}{% endif %}\n\
             === templates/guide.html\n{% for card in guide.related %}{{ card.title }}{% endfor %}{% for tag in guide.tags %}{{ tag.label }}{% endfor %}\n\
             {% for c in page.nosuch %}{% endfor %}{{ guide.reviewed?.by?.nmae }}{% if guide.reviewed and guide.reviewed.by.url %}{% endif %}\n\
             === templates/not-found.html\n{% if page.titel %}{% endif %}{{ page.nosuch or \"x\" }}{% if page.absent is defined %}{% endif %}\n\
             {% if site.params.palete == \"teal\" or site.params.palette == \"teal\" %}{% endif %}{{ page.title.x }}{{ page.breadcrumbs[0].label }}\n",
        ),
        "template-name: `block.parameters` has no field `txet`\n  --> templates/blocks/banner.html:1:64\n  help: did you mean `text`?\n\
         template-name: `block` has no field `lable`\n  --> templates/blocks/cta.html:1:30\n  help: did you mean `label`?\n\
         template-name: `page` has no field `nosuch`\n  --> templates/guide.html:2:18\n  help: it has breadcrumbs, canonical, credits, data_path, description, direction, draft, feed_url, head_title, json_ld_html, kind, language, languages, next, noindex, notes, og_type, path, previous, root, section_path, title, translation\n\
         template-name: `guide.reviewed.by` has no field `nmae`\n  --> templates/guide.html:2:62\n  help: did you mean `name`?\n\
         template-name: `page` has no field `titel`\n  --> templates/not-found.html:1:12\n  help: did you mean `title`?\n\
         template-name: `page` has no field `nosuch`\n  --> templates/not-found.html:1:39\n  help: it has breadcrumbs, canonical, credits, data_path, description, direction, draft, feed_url, head_title, json_ld_html, kind, language, languages, next, noindex, notes, og_type, path, previous, root, section_path, title, translation\n\
         template-name: `site.params` has no field `palete`\n  --> templates/not-found.html:2:19\n  help: did you mean `palette`?\n\
         template-name: `page.title` has no field `x`\n  --> templates/not-found.html:2:96\n  help: `page.title` has no fields at all\n",
    );
}

#[test]
fn a_field_that_the_variable_of_a_loop_has_not_is_told() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== templates/guide.html\n{% for card in guide.related %}{% if card.titel %}{% endif %}{% for card in guide.tags %}{% if card.title %}{% endif %}{% endfor %}{% endfor %}\n\
             {% set job = guide.occupation %}{% if job.sco %}{% endif %}{% for name in job.also_called %}{% if name.x %}{% endif %}{% endfor %}\n\
             {% for section in guide.sections %}{% for child in section.children %}{% if child.shrt %}{% endif %}{% endfor %}{% endfor %}\n\
             === templates/home.html\n{% for section in home.sections %}{% include \"one.html\" %}{% endfor %}{% if section.nosuch is defined %}{% endif %}\n\
             === templates/one.html\n{% if section.summary %}{{ section.guide_count }}{% endif %}{% if section.kards %}{% endif %}\n",
        ),
        "template-name: `card` has no field `titel`\n  --> templates/guide.html:1:43\n  help: did you mean `title`?\n\
         template-name: `card` has no field `title`\n  --> templates/guide.html:1:101\n  help: it has label, path\n\
         template-name: `job` has no field `sco`\n  --> templates/guide.html:2:43\n  help: did you mean `soc`?\n\
         template-name: `name` has no field `x`\n  --> templates/guide.html:2:104\n  help: `name` has no fields at all\n\
         template-name: `child` has no field `shrt`\n  --> templates/guide.html:3:83\n  help: did you mean `short`?\n\
         template-name: `section` has no field `kards`\n  --> templates/one.html:1:75\n  help: it has body_html, children, guide_count, guides, pages, path, summary, table, title\n",
    );
}

#[test]
fn a_field_that_the_argument_of_a_component_never_has_is_told() {
    check_problems(
        "mine",
        &[],
        &child(
            "=== templates/own.html\n{% component own(it: map, title: string = \"x\", page: map, @site: map) %}{% if it.labl %}{% endif %}{% if it.summary or it.label %}{% endif %}\n\
             {% if page.titel %}{% endif %}{% if title.x %}{% endif %}{% if site.titel %}{% endif %}{% endcomponent %}\n\
             {% component tree(nodes: array) %}{% for node in nodes %}{% if node.gides %}{% endif %}{{<tree nodes={node.children} />}}{% endfor %}{% endcomponent %}\n\
             {% component unsure(it: map, more: map = {}) %}{% if it.labl or more.labl %}{% endif %}{% endcomponent %}{% component unused(it: map) %}{{ it.x }}{% endcomponent %}\n\
             === templates/guide.html\n{% for tag in guide.tags %}{{<own it={tag} page />}}{% endfor %}{% for card in guide.related %}{{<own it={card} page={page} title=\"y\" />}}{% endfor %}\n\
             {{<tree nodes={site.sections} />}}{{<unsure it={guide.tags[0]} />}}{{<unsure it={page} />}}\n",
        ),
        "template-name: `it` has no field `labl`\n  --> templates/own.html:1:82\n  help: did you mean `label`?\n\
         template-name: `page` has no field `titel`\n  --> templates/own.html:2:12\n  help: did you mean `title`?\n\
         template-name: `title` has no field `x`\n  --> templates/own.html:2:43\n  help: `title` has no fields at all\n\
         template-name: `site` has no field `titel`\n  --> templates/own.html:2:69\n  help: did you mean `title`?\n\
         template-name: `node` has no field `gides`\n  --> templates/own.html:3:69\n  help: did you mean `guides`?\n",
    );
}

#[test]
fn a_template_that_nothing_uses_is_told_with_the_nearest_that_is_used() {
    check_problems(
        "mine",
        &[],
        &child("=== templates/giude.html\nx\n=== templates/notes/old.html\nx\n=== templates/own.html\n{% component own() %}{% endcomponent %}\n"),
        "unused-template: no page, block or template uses `giude.html`\n  --> templates/giude.html:1:1\n  help: did you mean `guide.html`?\n\
         unused-template: no page, block or template uses `notes/old.html`\n  --> templates/notes/old.html:1:1\n  help: delete it, or include it in a template that is used\n",
    );
}

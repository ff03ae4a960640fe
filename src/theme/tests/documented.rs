//! The examples of the documentation, used in a theme.

use super::*;

/// What stands in backquotes and in fenced HTML.
fn examples(text: &str) -> Vec<String> {
    let mut inline = true;
    let mut found = Vec::new();
    for part in text.split("```") {
        match part.strip_prefix("html\n") {
            Some(block) if !inline => found.push(block.to_owned()),
            _ if inline => found.extend(part.split('`').skip(1).step_by(2).map(str::to_owned)),
            _ => {}
        }
        inline = !inline;
    }
    found
}

/// What the example says in a template; `None` if it is none of templates.
fn in_use(example: &str) -> Option<String> {
    let is_path = example.split_once('.').is_some_and(|(value, field)| {
        let is_value = ["page", "guide", "site", "home"].contains(&value);
        is_value
            && field != "x"
            && !["toml", "json", "css", "js", "html"].contains(&field)
            && field.chars().all(|c| c.is_ascii_lowercase() || "_.?".contains(c))
    });
    if is_path {
        return Some(format!("{{{{ {example} }}}}"));
    }
    // Heads of components and the form of their calls are shown alone.
    let is_form = ["{% component", "{{<name "].iter().any(|form| example.starts_with(form));
    if !(example.contains("{{") || example.contains("{%")) || is_form {
        return None;
    }
    let is_open = |tag: &&&str| example.contains(&format!("{{% {tag} ")) && !example.contains(&format!("{{% end{tag}"));
    let ends: Vec<String> = ["for", "if"].iter().filter(is_open).map(|tag| format!("{{% end{tag} %}}")).collect();
    Some(format!("{example}{}", ends.concat()))
}

#[test]
fn every_example_of_the_documentation_names_what_there_is() {
    for (text, least) in [(include_str!("../../../docs/themes.md"), 20), (include_str!("../../../themes/beacon/README.md"), 0)] {
        let (whole, parts): (Vec<String>, Vec<String>) =
            examples(text).iter().filter_map(|example| in_use(example)).partition(|it| it.starts_with("{% extends"));
        assert!(parts.len() >= least, "{parts:?}");
        let parts = format!("{{% block text %}}{{% for card in guide.related %}}\n{}\n{{% endfor %}}{{% endblock %}}", parts.join("\n"));
        for example in whole.into_iter().chain([format!("{{% extends \"beacon/guide.html\" %}}{parts}")]) {
            let parent = example.split("beacon/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let files = format!("=== static/assets/site.css\n=== static/assets/site.js\n=== templates/{parent}\n{example}\n");
            let sources = project(&child(&files));
            assert_eq!(told(&load("mine", &[], &sources).1, &sources), "", "{example}");
        }
    }
}

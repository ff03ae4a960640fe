//! `why`: what differed when a page was rendered last, as the running preview of the project knows it.

use std::path::Path;

use serde_json::Value;

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::{project, runtime, screen};
use crate::reference;
use crate::serve;
use crate::source::{Editions, PagePath, SourcePath, middle};

/// Carries out `why`.
pub(super) fn run(arguments: &Arguments, why: &arguments::Why) -> Result<Exit, Stop> {
    let root = project::root(arguments)?;
    let root = root.canonicalize().unwrap_or(root);
    let pages = addresses(&why.page, &root);
    let folder = runtime::folder();
    let previews = serve::find_records(&folder, &root);
    let ask = |preview: &serve::OnAir, page: &String| serve::ask_why(preview, page).ok().map(|answer| (preview.clone(), page.clone(), answer));
    let has_page = |answer: &Value| answer.get("page").is_some_and(|page| !page.is_null());
    // What a preview says of the first address that it has a page at, else of the first.
    let of_preview = |preview: &serve::OnAir| {
        let answers: Vec<_> = pages.iter().filter_map(|page| ask(preview, page)).collect();
        let at = answers.iter().position(|(.., answer)| has_page(answer)).unwrap_or(0);
        answers.into_iter().nth(at)
    };
    let answers: Vec<(serve::OnAir, String, Value)> = previews.iter().filter_map(of_preview).collect();
    let Some((preview, page, answer)) = answers.iter().find(|(.., answer)| has_page(answer)).or(answers.first()) else {
        let message = format!("error: no preview of this project is on the air (none has left word in {})", folder.display());
        return Err(Stop::usage(format!("{message}\nhelp: start `guidepost serve`, save a file, and ask again")));
    };
    if !has_page(answer) {
        let errors = answer.get("errors").and_then(Value::as_u64).unwrap_or_default();
        let help = if errors > 0 {
            "the last build had errors and is not shown; mend them, and ask again"
        } else {
            "name it by its address, such as `/healthcare/nurse/`, or by its file; `guidepost list` says what becomes of each file, drafts too"
        };
        return Err(Stop::usage(format!("error: the preview shows no page `{}`\nhelp: {help}", page.escape_debug())));
    }
    screen::result(&if why.json { format!("{answer:#}\n") } else { words(page, answer) })?;
    if answers.len() > 1 {
        screen::say(&format!("note: {} previews of this project are on the air; this is what http://{} says\n", answers.len(), preview.address));
    }
    if answer.get("errors").and_then(Value::as_u64).is_some_and(|errors| errors > 0) {
        screen::say("note: the last build had errors; the page on the screen is from before it\n");
    }
    Ok(Exit::Done)
}

/// The addresses that the page which an author calls `name` may have: by its address, by its file, or by its place in the output. `nurse.de.md` is a page in
/// another language if the site has that.
fn addresses(name: &str, root: &Path) -> Vec<String> {
    let file = Path::new(name).canonicalize().ok().and_then(|file| Some(file.strip_prefix(root).ok()?.to_str()?.to_owned()));
    let file = file.as_deref().unwrap_or(name).trim_start_matches('/');
    if let Some(path) = SourcePath::new(file)
        && let Some(page) = PagePath::of(&path)
    {
        let tags = middle(&path).map(|(_, tag)| tag.to_owned()).into_iter().collect();
        let translated = Editions { tags, ..Editions::default() }.address(&path).filter(|it| *it != page);
        return translated.into_iter().chain([page]).map(|page| format!("/{page}")).collect();
    }
    // An address may come as the browser has it.
    let path = name.split_once("://").map_or(name, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = path.split(['?', '#']).next().unwrap_or(path).trim_start_matches('/');
    let is_index = path == "index.html" || path.ends_with("/index.html");
    vec![format!("/{}", path.strip_suffix("index.html").filter(|_| is_index).unwrap_or(path))]
}

fn words(page: &str, answer: &Value) -> String {
    let Some(rendered) = answer.get("rendered").filter(|it| !it.is_null()) else {
        return format!("{page} is no page of a template: it is published as it is\n");
    };
    let ago = ago(rendered.get("seconds").and_then(Value::as_u64).unwrap_or_default());
    let Some(because) = rendered.get("because").and_then(Value::as_array) else {
        return format!("{page} was first rendered by this preview {ago}; nothing that it shows has changed since\n");
    };
    let changes = rendered.get("changes").and_then(Value::as_str).filter(|changes| !changes.is_empty());
    let when = changes.unwrap_or("the build was tried again");
    let names: Vec<&str> = because.iter().filter_map(Value::as_str).collect();
    let width = names.iter().map(|name| name.len()).max().unwrap_or(0);
    let line = |name: &&str| format!("  {name:width$}  {}", reference::about(name).unwrap_or_default()).trim_end().to_owned() + "\n";
    format!("{page} was rendered again {ago}: {when}\nof what its template is given, this differed:\n{}", names.iter().map(line).collect::<String>())
}

fn ago(seconds: u64) -> String {
    match seconds {
        0 => "just now".to_owned(),
        1..=119 => format!("{seconds} s ago"),
        _ => format!("{} minutes ago", seconds / 60),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_page_is_named_by_its_address_its_file_or_its_place() {
        for (name, expected) in [
            ("/healthcare/nurse/", "/healthcare/nurse/"),
            ("healthcare/nurse/", "/healthcare/nurse/"),
            ("content/healthcare/nurse.md", "/healthcare/nurse/"),
            ("content/_index.md", "/"),
            ("healthcare/nurse/index.html", "/healthcare/nurse/"),
            ("404.html", "/404.html"),
            ("/reindex.html", "/reindex.html"),
            ("index.html", "/"),
            ("http://127.0.0.1:4321/healthcare/nurse/?a=1#pay", "/healthcare/nurse/"),
        ] {
            assert_eq!(addresses(name, Path::new("/nowhere")), [expected], "{name}");
        }
        assert_eq!(addresses("content/healthcare/nurse.de.md", Path::new("/nowhere")), ["/de/healthcare/nurse/", "/healthcare/nurse.de/"]);
    }

    #[test]
    fn every_name_says_what_it_is() {
        let rendered = json!({ "seconds": 3, "changes": "content/a.md changed", "because": ["guide.similar", "text", "templates/base.html"] });
        let expected = "/b/ was rendered again 3 s ago: content/a.md changed\n\
                        of what its template is given, this differed:\n  \
                        guide.similar        Occupations like this one.\n  \
                        text                 The text of its file, with its tables and blocks.\n  \
                        templates/base.html  A template of the theme.\n";
        assert_eq!(words("/b/", &json!({ "page": "b/index.html", "rendered": rendered })), expected);
    }
}

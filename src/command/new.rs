//! `new`: the skeleton of a guide, with the figures that the datasets of the project have of its occupation; or that of a translation.

use std::path::Path;

use super::arguments::{self, Arguments};
use super::exit::{Exit, Stop};
use super::{as_of, project, screen};
use crate::language;
use crate::pipeline::Options;
use crate::problem::{Code, Level, Problem};
use crate::settings::{self, Config};
use crate::source::{CreateError, SourcePath, Sources, Text, create, disk, middle};
use crate::starter::guide::Skeleton;
use crate::starter::translation::skeleton;
use crate::theme::{Theme, Wanted};
use crate::tree::nearest;

/// Carries out `new`.
pub(super) fn run(arguments: &Arguments, new: &arguments::New) -> Result<Exit, Stop> {
    let root = project::root(arguments)?;
    let path = source_path(&new.path)?;
    let sources = disk::read(&root, &project::output_dir_of(&root, None)).map_err(|error| project::refused(&error))?;
    let settings = SourcePath::settings();
    let (config, _) = settings::read(sources.get(&settings).and_then(|bytes| Text::decode(&settings, bytes).ok()).as_ref());
    let (called, tag, kind) = match begin(&path, new.soc.as_deref(), &sources, &config)? {
        Begin::Translation(translation) => {
            create(&root, &[(path.as_str(), translation.text.as_bytes())]).map_err(|error| Stop::not_written(&error, None))?;
            screen::result(&format!("wrote {path}, a draft of {} in {}: `guidepost serve --drafts` shows it\n", translation.original, translation.language))?;
            return Ok(Exit::Done);
        }
        Begin::Guide { called, tag, kind } => (called, tag, kind),
    };
    let options = Options { as_of: as_of::today(None)?, drafts: false, base_url: None, shard: None };
    let book = Theme::words(&Wanted::of(&config, &sources));
    let (skeleton, doubts) = filled(&Skeleton::new(&called, new.soc.as_deref(), options.as_of, book.of(&tag)), &path, &sources, &options)?;
    let draft = skeleton.draft();
    create(&root, &[(path.as_str(), draft.as_bytes())]).map_err(|error| Stop::not_written(&error, None))?;
    let more = match &new.soc {
        None => "with --soc CODE it would have had the figures that your datasets know of the occupation\n".to_owned(),
        Some(code) if !skeleton.has_figures() => format!("no dataset of this project has figures of {code}: content/_data/datasets.yaml declares them\n"),
        Some(_) => String::new(),
    };
    screen::say(&doubts);
    screen::result(&format!("wrote {path}, a draft{kind}: `guidepost serve --drafts` shows it\n{more}"))?;
    Ok(Exit::Done)
}

/// The file that an author calls `name`: below `content/`, whether or not that is said.
fn source_path(name: &str) -> Result<SourcePath, Stop> {
    let below = name.strip_prefix("./").unwrap_or(name);
    let below = below.strip_prefix("content/").unwrap_or(below);
    let is_markdown = Path::new(below).extension().is_some_and(|end| end == "md");
    let path = SourcePath::new(&format!("content/{below}{}", if is_markdown { "" } else { ".md" }));
    let is_page = |path: &SourcePath| !path.is_kept_back() && !path.file_name().starts_with('.') && path.folder() != "content/_data";
    path.filter(is_page).ok_or_else(|| {
        let name = name.escape_debug();
        Stop::usage(format!("error: `{name}` cannot be the file of a guide\nhelp: name it by its path below content/, such as `healthcare/phlebotomist.md`"))
    })
}

/// The beginning of a translation.
struct Translation {
    original: SourcePath,
    language: String,
    text: String,
}

/// What a new file begins with.
enum Begin {
    Translation(Translation),
    /// A guide in the language `tag`, called by the name of the file `called`. `kind` is what there is to say of it.
    Guide {
        called: SourcePath,
        tag: String,
        kind: String,
    },
}

/// What the file at `path` is to begin with: a translation if its name says so and there is a text to put into that language, else a guide.
fn begin(path: &SourcePath, soc: Option<&str>, sources: &Sources, config: &Config) -> Result<Begin, Stop> {
    let guide = || Ok(Begin::Guide { called: path.clone(), tag: config.language.clone(), kind: String::new() });
    let Some((stem, tag)) = middle(path).filter(|(_, tag)| language::is_tag(tag)) else { return guide() };
    let Some(original) = SourcePath::new(&format!("{stem}.md")) else { return guide() };
    let refused = |what: String, help: String| Err(Stop::usage(format!("error: {what}; nothing was written\nhelp: {help}")));
    if sources.get(path).is_some() {
        return Err(Stop::not_written(&CreateError::Exists(vec![path.as_str().into()]), None));
    }
    let declared = config.languages.iter().find(|it| language::is_same(&it.tag, tag));
    let name = |path: &str| path.trim_start_matches("content/").to_owned();
    let text = sources.get(&original);
    let Some(declared) = declared else {
        // A name with a dot in it, on a site that has one language.
        if text.is_none() && config.languages.is_empty() && !language::is_same(&config.language, tag) {
            return guide();
        }
        if language::is_same(&config.language, tag) {
            let help = if text.is_some() { "name another language".to_owned() } else { format!("name the file `{}`", name(original.as_str())) };
            let more = if text.is_some() { format!(", and `{original}` is this guide in it") } else { String::new() };
            return refused(format!("`{tag}` is the language of the site itself{more}"), help);
        }
        let help = format!("declare it in site.toml: a line `[languages.{tag}]`, and below it `name = \"...\"`, what it calls itself");
        return refused(format!("`{tag}` is no language of this site"), help);
    };
    if declared.tag != tag {
        return refused(format!("`{tag}` is `{}` in site.toml", declared.tag), format!("name the file `{}.{}.md`", name(stem), declared.tag));
    }
    let Some(bytes) = text else {
        let beside = sources.below("content").map(|(path, _)| path).filter(|it| it.folder() == path.folder() && middle(it).is_none());
        let names = beside.filter_map(|path| path.file_name().strip_suffix(".md"));
        let near = nearest(original.file_name().trim_end_matches(".md"), names);
        let meant = near.map_or_else(String::new, |near| format!(" (the translation of `{near}.md` would be `{near}.{tag}.md`)"));
        let kind = format!(" of a guide in {} alone, since there is no {original}{meant}", declared.name);
        return Ok(Begin::Guide { called: original, tag: declared.tag.clone(), kind });
    };
    if soc.is_some() {
        return refused("a translation has the codes and figures of its original".to_owned(), "leave out `--soc`".to_owned());
    }
    let text = Text::decode(&original, bytes).map_err(|refused| {
        let problem = Problem::from(refused);
        Stop::usage(format!("error: `{original}` cannot be read: {}; nothing was written", problem.message))
    })?;
    let text = skeleton(&text, &declared.name, &config.section_words, config.front_matter_limit);
    Ok(Begin::Translation(Translation { original, language: declared.name.clone(), text }))
}

/// The skeleton without the figures that nobody has or that are not published; and doubts about its occupation, in words.
fn filled(skeleton: &Skeleton, path: &SourcePath, sources: &Sources, options: &Options) -> Result<(Skeleton, String), Stop> {
    let mut sources = sources.clone();
    if sources.get(path).is_some() {
        return Err(Stop::not_written(&CreateError::Exists(vec![path.as_str().into()]), None));
    }
    sources.files.insert(path.clone(), skeleton.published().into_bytes().into());
    let build = project::build_once(&sources, options);
    let of_file: Vec<&Problem> = build.report.problems().iter().filter(|problem| problem.span.file == *path).collect();
    let wrong: Vec<_> = of_file
        .iter()
        .filter(|problem| matches!(problem.code, Code::UnknownFact | Code::FigureDisagrees))
        .map(|problem| problem.span.start..problem.span.end)
        .collect();
    if let Some(problem) = of_file.iter().find(|problem| problem.level == Level::Error && !matches!(problem.code, Code::UnknownFact | Code::FigureDisagrees)) {
        let help = problem.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        return Err(Stop::usage(format!("error: {}; nothing was written{help}", problem.message)));
    }
    let doubts = of_file.iter().filter(|problem| problem.code == Code::OccupationIdentity).map(|problem| format!("warning: {}\n", problem.message));
    Ok((skeleton.without(&wrong), doubts.collect()))
}

//! An SVG file that runs something: opened on its own, it does so in the name of this site.

use std::ops::Range;

use crate::address::decode_entities;
use crate::problem::{Code, Level, Problem};
use crate::source::{SourcePath, Text};

/// What an SVG file that is published runs: a script, a handler or a `javascript:` address. In `static/`, the owner's, it is a warning.
pub fn find(path: &SourcePath, bytes: &[u8]) -> Option<Problem> {
    let text = Text::decode_lossy(path, bytes);
    let mut problem = if bytes.contains(&0) { unreadable(&text) } else { runs(&text)? };
    if path.as_str().starts_with("static/") {
        problem.level = Level::Warning;
    }
    Some(problem)
}

/// Browsers read UTF-16 too, where a script would not be seen.
fn unreadable(text: &Text) -> Problem {
    Problem::new(Code::ActiveSvg, text.span(0..0), "this image is not UTF-8, so scripts in it cannot be found").help("save it as UTF-8")
}

fn runs(text: &Text) -> Option<Problem> {
    let range = active(&text.text)?;
    let what = text.text.get(range.clone()).unwrap_or_default().trim().to_owned();
    let problem = Problem::new(
        Code::ActiveSvg,
        text.span(range),
        if what.is_empty() {
            "this image can run a program: an address in it is `javascript:` in disguise".to_owned()
        } else {
            format!("this image can run a program: `{what}`")
        },
    );
    Some(problem.help("export it again as a plain SVG, or as PNG, without scripts and animation by script"))
}

/// The first thing in `svg` that a browser would run.
fn active(svg: &str) -> Option<Range<usize>> {
    // Lower case of ASCII only keeps every offset.
    let svg = svg.to_ascii_lowercase();
    let plain = ["javascript:", "<!entity", "<?xml-stylesheet"].iter().filter_map(|word| svg.find(word).map(|at| at..at + word.len()));
    let found = plain.chain(element(&svg)).chain(handler(&svg)).min_by_key(|range| range.start);
    // Browsers drop blanks inside an address and decode what stands in entities.
    let hides_address = || decode_entities(&svg).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>().contains("javascript:");
    found.or_else(|| hides_address().then_some(0..0))
}

/// The first tag that runs or holds HTML, with or without a prefix: `<script`, `<svg:script`.
fn element(svg: &str) -> Option<Range<usize>> {
    svg.match_indices('<').find_map(|(at, _)| {
        let name = svg.get(at + 1..)?.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
        let bare = name.rsplit(':').next()?;
        matches!(bare, "script" | "foreignobject" | "iframe" | "embed" | "object" | "handler" | "listener").then_some(at..at + 1 + name.len())
    })
}

/// The first attribute such as `onload=`, blank in front.
fn handler(svg: &str) -> Option<Range<usize>> {
    svg.match_indices("on").map(|(at, _)| at).find_map(|at| {
        let begins = svg.get(..at)?.ends_with(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '/'));
        let name = svg.get(at..)?.find(|c: char| !c.is_ascii_alphabetic())?;
        let is_attribute = name > 2 && svg.get(at + name..)?.trim_start().starts_with('=');
        (begins && is_attribute && is_inside_tag(svg, at)).then_some(at..at + name)
    })
}

fn is_inside_tag(svg: &str, at: usize) -> bool {
    svg.get(..at).and_then(|before| before.rfind(['<', '>']).and_then(|it| before.get(it..))).is_some_and(|it| it.starts_with('<'))
}

#[cfg(test)]
mod tests {
    use super::{active, find};
    use crate::check::fixture::Project;

    #[test]
    fn scripts_and_handlers_are_found_and_words_are_not() {
        let found = |svg: &str| active(svg).and_then(|range| svg.get(range)).map(str::to_owned);
        assert_eq!(found("<svg><SCRIPT>x</SCRIPT></svg>").as_deref(), Some("<SCRIPT"));
        assert_eq!(found("<svg\nonload = 'x'/>").as_deref(), Some("onload"));
        assert_eq!(found("<a href='javascript:x'/>").as_deref(), Some("javascript:"));
        assert_eq!(found("<svg:svg><svg:script/></svg:svg>").as_deref(), Some("<svg:script"));
        assert_eq!(found("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg/>").as_deref(), Some("<!ENTITY"));
        assert_eq!(found("<a href='java&#115;cript&#58;x'/>").as_deref(), Some(""));
        assert_eq!(found("<svg><text id='one' version='1'>turn on x = 1, on = 2, once=3</text></svg>"), None);
    }

    #[test]
    fn static_files_are_looked_at_too() {
        let project = Project::new(
            "
            === content/a.svg
            <svg/>
            === static/logo.svg
            <svg>
            <g onclick='run()'/>
            </svg>
            ",
        );
        project.check(
            |_, sources| sources.files.iter().filter_map(|(path, bytes)| find(path, bytes)).collect(),
            "
            warning: this image can run a program: `onclick`
              --> static/logo.svg:2:4 onclick
              help: export it again as a plain SVG, or as PNG, without scripts and animation by script
            ",
        );
    }
}

//! An SVG file that runs something: opened on its own, it does so in the name of this site.

use std::ops::Range;

use crate::problem::{Code, Problem};
use crate::site::Site;
use crate::source::{SourcePath, Sources, Text};

/// Every published SVG file, beside the pages or in `static/`, with a script, a handler or a `javascript:` address.
pub(super) fn find(site: &Site, sources: &Sources) -> Vec<Problem> {
    let files = site.given.files.iter().chain(sources.below("static"));
    files.filter(|(path, _)| path.extension() == "svg").filter_map(|(path, bytes)| check(path, bytes)).collect()
}

fn check(path: &SourcePath, bytes: &[u8]) -> Option<Problem> {
    let text = Text::decode_lossy(path, bytes);
    let range = active(&text.text)?;
    let what = text.text.get(range.clone()).unwrap_or_default().trim().to_owned();
    let problem = Problem::new(Code::ActiveSvg, text.span(range), format!("this image can run a program: `{what}`"));
    Some(problem.help("export it again as a plain SVG, or as PNG, without scripts and animation by script"))
}

/// The first thing in `svg` that a browser would run.
fn active(svg: &str) -> Option<Range<usize>> {
    // Lower case of ASCII only keeps every offset.
    let svg = svg.to_ascii_lowercase();
    let plain = ["<script", "javascript:", "<foreignobject"].iter().filter_map(|word| svg.find(word).map(|at| at..at + word.len()));
    plain.chain(handler(&svg)).min_by_key(|range| range.start)
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
            find,
            "
            warning: this image can run a program: `onclick`
              --> static/logo.svg:2:4 onclick
              help: export it again as a plain SVG, or as PNG, without scripts and animation by script
            ",
        );
    }
}

//! Headings: their address, short name, number and the kind of section they begin.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel};

use super::attributes::{self, Kind};
use super::context::{Context, Leaf, plain};
use super::html::Out;
use super::source::Source;
use super::{Heading, SectionKind, inline, prose};
use crate::problem::Code;
use crate::slug::slug;
use crate::tree::nearest;

/// The kinds of sections by the names that authors write: `.kind-pay`.
const KINDS: &[(&str, SectionKind)] = &[
    ("duties", SectionKind::Duties),
    ("skills", SectionKind::Skills),
    ("education", SectionKind::Education),
    ("pay", SectionKind::Pay),
    ("outlook", SectionKind::Outlook),
    ("environment", SectionKind::Environment),
    ("advancement", SectionKind::Advancement),
    ("resources", SectionKind::Resources),
    ("faq", SectionKind::Faq),
    ("conclusion", SectionKind::Conclusion),
];

/// Writes a heading and remembers it.
pub(super) fn heading(cx: &mut Context<'_>, source: &Source<'_>, level: HeadingLevel, mut leaf: Leaf<'_>, range: Range<usize>, inside: bool, out: &mut Out) {
    let at = source.origin.at(trimmed(source, range));
    // One sign alone is told once, as a heading without words.
    let level = if plain(&leaf).is_empty() && level == HeadingLevel::H1 { 2 } else { checked_level(cx, level, inside, &at) };
    let Given { id, classes, kind } = given(cx, source, &mut leaf);
    prose::remember(cx, source, &leaf);
    let typed_number = if level == 2 { take_typed_number(&mut leaf) } else { None };
    let text = plain(&leaf);
    if text.is_empty() {
        cx.problem(Code::EmptyHeading, at.clone(), "this heading has no words", "write some, or delete it");
    }
    let short = short_name(&text).to_owned();
    let id = if let Some((id, place)) = id {
        cx.own_id(id, place)
    } else {
        let wish = slug(&short);
        cx.ids.unique(if wish.is_empty() { "section" } else { &wish }, at.clone())
    };
    let number = (level == 2 && cx.numbered).then(|| cx.headings.iter().rev().find_map(|heading| heading.number).unwrap_or(0) + 1);
    let kind = kind.or_else(|| if level == 2 { kind_by_words(&short, &cx.rules.section_words) } else { None });

    out.raw(&format!("<h{level}"));
    out.attribute("id", &id);
    if !classes.is_empty() {
        out.attribute("class", &classes.join(" "));
    }
    out.raw(">");
    if let Some(number) = number {
        out.raw(&format!("<span class=\"section-number\">{number}</span> "));
    }
    inline::write(cx, source, &leaf, None, out);
    out.raw(&format!("</h{level}>\n"));
    cx.headings.push(Heading { level, id, text, short, number, typed_number, kind, range: at });
}

// The heading without the line end behind it.
fn trimmed(source: &Source<'_>, range: Range<usize>) -> Range<usize> {
    let len = source.get(range.clone()).trim_end().len();
    range.start..range.start + len
}

fn checked_level(cx: &mut Context<'_>, level: HeadingLevel, inside: bool, at: &Range<usize>) -> u8 {
    let level = match level {
        HeadingLevel::H1 => {
            cx.problem(Code::TitleInBody, at.clone(), "a heading with one `#` is the title of a page", "write `##`; the title stands in the front matter");
            return 2;
        }
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    };
    let before = cx.headings.last().map_or(1, |heading| heading.level);
    if level > before + 1 {
        let wanted = "#".repeat(usize::from(before) + 1);
        let message = format!("this heading is {} levels below the one before it", level - before);
        cx.problem(Code::HeadingJump, at.clone(), message, format!("write `{wanted}`: screen readers build a contents list from the levels"));
    }
    if inside {
        cx.problem(Code::HeadingInside, at.clone(), "this heading stands inside a list item or a quote", "move it to the left margin, after a blank line");
    }
    level
}

#[derive(Default)]
struct Given {
    id: Option<(String, Range<usize>)>,
    classes: Vec<String>,
    kind: Option<SectionKind>,
}

// Takes `{#id .class}` off the end of a heading.
fn given(cx: &mut Context<'_>, source: &Source<'_>, leaf: &mut Leaf<'_>) -> Given {
    let mut given = Given::default();
    let Some((Event::Text(text), range)) = leaf.last_mut() else { return given };
    let typed = source.get(range.clone());
    let Some((before, inside)) = typed.trim_end().strip_suffix('}').and_then(|typed| typed.rsplit_once('{')) else {
        if let Some(at) = typed.rfind(" {#").or_else(|| typed.rfind(" {.")) {
            let at = source.origin.at(range.start + at + 1..range.start + typed.len());
            cx.problem(Code::HeadingAttribute, at, "this brace is never closed", "write `}` at the end of the heading");
        }
        return given;
    };
    if before.ends_with('\\') || !text.trim_end().ends_with('}') {
        return given;
    }
    let start = range.start + before.len() + 1;
    let shown = text.rsplit_once('{').map_or("", |(before, _)| before.trim_end()).to_owned();
    *text = shown.into();
    range.end = range.start + before.len();
    for attribute in attributes::read(inside, start) {
        let at = source.origin.at(attribute.range);
        match attribute.kind {
            Kind::Id(id) if given.id.is_none() => given.id = Some((id.to_owned(), at)),
            Kind::Class(class) => match class.strip_prefix("kind-") {
                Some(name) => given.kind = kind_by_name(cx, name, at),
                None => given.classes.push(class.to_owned()),
            },
            Kind::Id(_) => cx.problem(Code::HeadingAttribute, at, "a heading has one id", "delete this one, or the other"),
            Kind::Pair(word, ..) | Kind::Other(word) => {
                let help = "write `{#id .class}`, or `\\{` for a brace that belongs to the text";
                cx.problem(Code::HeadingAttribute, at, format!("`{word}` is neither an id nor a class"), help);
            }
        }
    }
    given
}

fn kind_by_name(cx: &mut Context<'_>, name: &str, at: Range<usize>) -> Option<SectionKind> {
    let found = KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind);
    if found.is_none() {
        let all = || format!("the kinds are {}", KINDS.iter().map(|(known, _)| *known).collect::<Vec<_>>().join(", "));
        let help = nearest(name, KINDS.iter().map(|(known, _)| *known)).map_or_else(all, |near| format!("did you mean `.kind-{near}`?"));
        cx.problem(Code::UnknownSectionKind, at, format!("`{name}` is no kind of section"), help);
    }
    found
}

/// The part of a heading before its colon; all of it without one.
fn short_name(text: &str) -> &str {
    let before = text.match_indices(':').find(|(at, _)| text.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)));
    match before.and_then(|(at, _)| text.get(..at)).map(str::trim) {
        Some(short) if !short.is_empty() => short,
        _ => text,
    }
}

// Takes a number that the author typed off the front: "3. ", "3) ", "3 – ".
fn take_typed_number(leaf: &mut Leaf<'_>) -> Option<usize> {
    let is_all = leaf.len() == 1;
    let Some((Event::Text(text), _)) = leaf.first_mut() else { return None };
    let (number, rest) = typed_number(text).filter(|(_, rest)| !(rest.is_empty() && is_all))?;
    let rest = rest.to_owned();
    *text = rest.into();
    Some(number)
}

fn typed_number(text: &str) -> Option<(usize, &str)> {
    let len = text.find(|c: char| !c.is_ascii_digit()).filter(|len| (1..=3).contains(len))?;
    let number = text.get(..len)?.parse().ok()?;
    let rest = text.get(len..)?;
    let after = match rest.strip_prefix(['.', ')', ':']) {
        Some(after) => after,
        None => rest.strip_prefix(' ').and_then(|rest| rest.trim_start().strip_prefix(['–', '—', '-']))?,
    };
    after.starts_with(char::is_whitespace).then(|| (number, after.trim_start()))
}

// The kind whose word stands first in the heading; of words at the same place the longest.
fn kind_by_words(short: &str, words: &[(SectionKind, Vec<String>)]) -> Option<SectionKind> {
    let text = short.to_lowercase();
    let is_outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let mut starts = text.char_indices().filter(|(at, _)| is_outside(text.get(..*at).and_then(|before| before.chars().next_back())));
    let begins_at = |(at, _): (usize, char)| {
        let rest = text.get(at..)?;
        let all = words.iter().flat_map(|(kind, words)| words.iter().map(move |word| (*kind, word.as_str())));
        let those = all.filter(|(_, word)| !word.is_empty() && rest.strip_prefix(word).is_some_and(|behind| is_outside(behind.chars().next())));
        // Of words of one length the first.
        those.reduce(|best, other| if other.1.len() > best.1.len() { other } else { best }).map(|(kind, _)| kind)
    };
    starts.find_map(begins_at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_told_from_numbers_that_belong_to_the_text() {
        for (text, expected) in [
            ("3. Job Duties", Some((3, "Job Duties"))),
            ("3) Pay", Some((3, "Pay"))),
            ("12 – Outlook", Some((12, "Outlook"))),
            ("3 - Pay", Some((3, "Pay"))),
            ("24/7 care", None),
            ("2024 figures", None),
            ("2024. Figures", None),
            ("401(k)", None),
            ("3.5 million jobs", None),
            ("10 years on", None),
            ("5-year plan", None),
        ] {
            assert_eq!(typed_number(text), expected, "{text}");
        }
    }

    #[test]
    fn the_short_name_ends_at_the_colon() {
        for (text, expected) in [("Job Duties: What they do", "Job Duties"), ("Duties:", "Duties"), ("From 9:30 on", "From 9:30 on"), (": x", ": x")] {
            assert_eq!(short_name(text), expected);
        }
    }
}

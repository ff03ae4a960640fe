//! Links and images: judged, resolved from the path of the file alone, and remembered with their place.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::context::{Context, Origin, plain};
use super::html::{Out, published};
use super::source::Source;
use super::{Image, ImageSource, Link, Target};
use crate::address::{self, Safe};
use crate::problem::Code;
use crate::source::SourcePath;

/// Writes the opening tag of the link whose events, without their end, are `events`; gives the name of the element to
/// close, empty if the link is no good and only its text is shown.
pub(super) fn open(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)], out: &mut Out) -> &'static str {
    let Some((Event::Start(Tag::Link { link_type, dest_url, title, id }), range)) = events.first() else { return "" };
    let written = source.origin.at(destination(source, *link_type, id, range, events));
    let address = if *link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
    let Some(resolved) = resolve(cx, &address, &written) else { return "" };
    out.raw("<a");
    out.href(&resolved.href);
    if !title.is_empty() {
        out.attribute("title", title);
    }
    if let Some(language) = &resolved.language {
        out.attribute("hreflang", language);
    }
    out.raw(">");
    cx.links.push(Link { target: resolved.target, text: plain(events), range: written });
    "a"
}

/// A link that holds: where it leads, and the address to print.
pub(super) struct Resolved {
    pub(super) target: Target,
    pub(super) href: String,
    /// The language of the page, if it is another than this one's.
    pub(super) language: Option<String>,
}

/// Where `address`, written at `at`, leads; reports it if it leads nowhere.
pub(super) fn resolve(cx: &mut Context<'_>, address: &str, at: &Range<usize>) -> Option<Resolved> {
    match address::judge(address) {
        Ok(Safe::Web(address) | Safe::Contact(address)) => Some(Resolved { target: Target::External(address.clone()), href: address, language: None }),
        Ok(Safe::Fragment(id)) => Some(Resolved { href: format!("#{id}"), target: Target::Here(percent_decoded(&id)), language: None }),
        Ok(Safe::Rooted(address)) => {
            let (path, fragment) = split_fragment(&address);
            let href = cx.root() + address.trim_start_matches('/');
            Some(Resolved { href, target: Target::Site(path.to_owned(), fragment.map(percent_decoded)), language: None })
        }
        Ok(Safe::Relative(address)) => relative(cx, &address, at),
        Err(why) => {
            cx.problem(Code::UnsafeAddress, at.clone(), why.to_string(), why.help());
            None
        }
    }
}

fn relative(cx: &mut Context<'_>, address: &str, at: &Range<usize>) -> Option<Resolved> {
    let (path, fragment) = split_fragment(address);
    if let Some((before, _)) = path.split_once('?') {
        cx.problem(Code::LinkForm, at.clone(), format!("`{address}` asks a file a question"), format!("leave out what follows the `?`: write `{before}`"));
        return None;
    }
    let path = percent_decoded(path);
    let file = cx.path().sibling(&path).filter(|file| file.as_str().starts_with("content/"));
    let Some(file) = file.filter(|file| file.file_name().contains('.')) else {
        let help = "name a file of `content/`, such as `../section/page.md`; an address of the site begins with `/`";
        cx.problem(Code::LinkForm, at.clone(), format!("`{address}` names no file"), help);
        return None;
    };
    let end = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    let file = in_own_language(cx, file);
    match cx.rules.editions.address(&file) {
        Some(page) => {
            let language = other_language(cx, &file);
            let target = Target::Page(file, fragment.filter(|id| !id.is_empty()).map(percent_decoded));
            Some(Resolved { href: cx.root() + page.as_str() + &end, target, language })
        }
        None => Some(Resolved { href: cx.root() + published(file.as_str()) + &end, target: Target::File(file), language: None }),
    }
}

/// The page that `file` names for readers of this one: its translation into their language, if there is one.
fn in_own_language(cx: &Context<'_>, file: SourcePath) -> SourcePath {
    let editions = &cx.rules.editions;
    let own = editions.of(cx.path()).filter(|_| editions.of(&file).is_none());
    own.and_then(|(tag, _)| editions.translated(&file, tag)).unwrap_or(file)
}

/// The language of the page `file`, if it is another than this one's.
fn other_language(cx: &Context<'_>, file: &SourcePath) -> Option<String> {
    let editions = &cx.rules.editions;
    let of = |path: &SourcePath| editions.of(path).map_or(editions.default.as_str(), |(tag, _)| tag);
    Some(of(file)).filter(|tag| *tag != of(cx.path())).map(str::to_owned)
}

fn split_fragment(address: &str) -> (&str, Option<&str>) {
    address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment)))
}

/// `%20` and its like decoded, where that gives sound text.
pub(super) fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = text.get(at + 1..at + 3).filter(|_| *byte == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(code.unwrap_or(*byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).ok().filter(|text| !text.chars().any(char::is_control)).unwrap_or_else(|| text.to_owned())
}

/// The image whose events, without their end, are `events`. `None` if its address is no good.
pub(super) fn image(cx: &mut Context<'_>, source: &Source<'_>, events: &[(Event<'_>, Range<usize>)]) -> Option<Image> {
    let Some((Event::Start(Tag::Image { link_type, dest_url, title, id }), range)) = events.first() else { return None };
    let written = source.origin.at(destination(source, *link_type, id, range, events));
    let alt = plain(events);
    if alt.is_empty() {
        let help = format!("say what it shows: `![a nurse taking a pulse]({dest_url})`");
        cx.problem(Code::ImageWithoutAlternative, source.origin.at(range.clone()), "this image has no text for those who cannot see it", help);
    }
    let source = image_source(cx, dest_url, &written)?;
    Some(Image { source, alt, title: (!title.is_empty()).then(|| title.to_string()), range: written })
}

/// Where the image at `address`, written at `at`, comes from; reports it if that is no good.
pub(super) fn image_source(cx: &mut Context<'_>, address: &str, at: &Range<usize>) -> Option<ImageSource> {
    let found = match address::judge(address) {
        Ok(Safe::Web(address)) => {
            let help = "save the image beside the page and name the file, if its licence allows that; so readers ask no other site for it";
            cx.problem(Code::RemoteImage, at.clone(), "this image is fetched from another site, which learns who reads the page", help);
            return Some(ImageSource::External(address));
        }
        // From the site's root: what `static/` holds is copied there.
        Ok(Safe::Rooted(path)) => SourcePath::new(&percent_decoded(&format!("static{path}"))),
        Ok(Safe::Relative(path)) => cx.path().sibling(&percent_decoded(&path)),
        Ok(Safe::Contact(_) | Safe::Fragment(_)) => None,
        Err(why) => {
            cx.problem(Code::UnsafeAddress, at.clone(), why.to_string(), why.help());
            return None;
        }
    };
    let file = found.filter(|file| file.file_name().contains('.') && (file.as_str().starts_with("content/") || file.as_str().starts_with("static/")));
    if file.is_none() {
        let help = "name a file beside the page, such as `ward.jpg`, or one of `static/` as `/ward.jpg`";
        cx.problem(Code::LinkForm, at.clone(), format!("`{address}` names no image"), help);
    }
    file.map(ImageSource::File)
}

/// The destination of a link or image as written, as a range of the Markdown; the whole link where that cannot be told.
pub(super) fn destination(source: &Source<'_>, kind: LinkType, label: &str, whole: &Range<usize>, events: &[(Event<'_>, Range<usize>)]) -> Range<usize> {
    let found = match kind {
        LinkType::Inline => {
            let inner_end = events.get(1..).and_then(<[_]>::last).map_or(whole.start + 1, |(_, range)| range.end);
            let rest = source.get(inner_end..whole.end);
            rest.find("](").and_then(|at| destination_at(source, inner_end + at + 2, whole.end))
        }
        LinkType::Autolink | LinkType::Email => Some(whole.start + 1..whole.end.saturating_sub(1)),
        _ => source.labels.get(label).and_then(|span| {
            let colon = source.get(span.clone()).find("]:")?;
            destination_at(source, span.start + colon + 2, span.end)
        }),
    };
    found.filter(|range| source.markdown.get(range.clone()).is_some()).unwrap_or_else(|| whole.clone())
}

// The destination that begins after blanks at `start`: in angle brackets, or up to a blank or an unbalanced `)`.
fn destination_at(source: &Source<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let text = source.markdown.get(start..end)?;
    let bare = text.trim_start();
    let start = start + (text.len() - bare.len());
    if let Some(inside) = bare.strip_prefix('<') {
        return inside.find('>').map(|len| start + 1..start + 1 + len);
    }
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in bare.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + at),
            ')' => depth -= 1,
            c if c.is_whitespace() => return Some(start..start + at),
            _ => {}
        }
    }
    Some(start..start + bare.len())
}

/// Reports links whose label is defined nowhere. A lone `[word]` is left alone: it is text.
pub(super) fn report_broken(cx: &mut Context<'_>, broken: Vec<(LinkType, String, Range<usize>)>, origin: &Origin) {
    for (kind, label, span) in broken {
        if matches!(kind, LinkType::ReferenceUnknown | LinkType::CollapsedUnknown | LinkType::Reference | LinkType::Collapsed) && !label.starts_with('^') {
            let help = format!("write the address, `[text](page.md)`, or define the label on a line of its own: `[{label}]: page.md`");
            cx.problem(Code::UndefinedReference, origin.at(span), format!("no link is called `{label}`"), help);
        }
    }
}

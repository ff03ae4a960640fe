//! Run-in heads: a paragraph or list item that begins with a few strong words as its own small heading.
//! However the author sets them off (`**Lead:** text`, `**Lead** – text`, `**Lead.** Text`), they come out the same.

use pulldown_cmark::{Event, Tag};

use super::context::{Leaf, matching, plain};

/// The events with the separator of their run-in head put in order, and the index of the head, if there is one.
pub(super) fn found_in(mut leaf: Leaf<'_>) -> (Leaf<'_>, Option<usize>) {
    let start = usize::from(matches!(leaf.first(), Some((Event::TaskListMarker(_), _))));
    if !matches!(leaf.get(start), Some((Event::Start(Tag::Strong), _))) {
        return (leaf, None);
    }
    let end = matching(&leaf, start);
    let head = plain(leaf.get(start..end).unwrap_or_default());
    let Some(rest) = rest_after(&head, leaf.get(end + 1).map(|(event, _)| event)) else { return (leaf, None) };
    if rest.is_empty() && leaf.len() <= end + 2 {
        return (leaf, None);
    }
    // A full stop takes the place of the separator, so what follows begins a sentence.
    let begins = rest.chars().next().filter(|_| !head.ends_with(['.', '?', '!', '…']));
    let rest = begins.map_or_else(|| format!(" {rest}"), |first| format!(" {}{}", first.to_uppercase(), rest.get(first.len_utf8()..).unwrap_or_default()));
    if let Some((event @ (Event::Text(_) | Event::SoftBreak), _)) = leaf.get_mut(end + 1) {
        *event = Event::Text(rest.into());
    }
    set_full_stop(&mut leaf, end, &head);
    (leaf, Some(start))
}

// What follows the head without its separator. `None` if the strong words are no head.
fn rest_after(head: &str, next: Option<&Event<'_>>) -> Option<String> {
    let closed = head.ends_with(['.', ':', '?', '!', '…']);
    let text = match next? {
        Event::Text(text) => text,
        Event::SoftBreak => return closed.then(String::new),
        _ => return None,
    };
    let bare = text.trim_start();
    let blank_before = bare.len() < text.len();
    if closed && (blank_before || bare.is_empty()) {
        return Some(bare.to_owned());
    }
    if let Some(rest) = bare.strip_prefix(':') {
        return (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim_start().to_owned());
    }
    if let Some(rest) = bare.strip_prefix(['–', '—', '-']) {
        let blank_after = rest.is_empty() || rest.starts_with(char::is_whitespace);
        return (blank_before && blank_after).then(|| rest.trim_start().to_owned());
    }
    (blank_before && bare.starts_with(char::is_uppercase)).then(|| bare.to_owned())
}

fn set_full_stop(leaf: &mut Leaf<'_>, end: usize, head: &str) {
    if head.ends_with(['.', '?', '!', '…']) {
        return;
    }
    if let Some((Event::Text(text), _)) = leaf.get_mut(end.saturating_sub(1)) {
        let words = text.trim_end().trim_end_matches(':').trim_end();
        *text = format!("{words}.").into();
    } else {
        // The head ends in markup of its own, such as a link: the stop stands behind it.
        let at = leaf.get(end).map_or(0..0, |(_, range)| range.end..range.end);
        leaf.insert(end, (Event::Text(".".into()), at));
    }
}

//! From a request to a reply: pure, so that every rule of the preview can be tested without a network.

use std::ops::Range;
use std::sync::Arc;

use hyper::http::request::Parts;
use hyper::http::response::Builder;
use hyper::{Method, Response, StatusCode, header};

use super::asked::{Asked, asked, hash};
use super::door::Door;
use super::generation::Generation;
use super::page::{MISSING, NOT_YET, with_client};
use super::range::{Wanted, wanted};
use super::{client, media, state, why};

/// What is said to whoever comes by another name, lest it be a page of somebody else's that asks.
const REFUSED: &str = "This preview answers to localhost, 127.0.0.1 and [::1], at its own port. For another name start it with --interface NAME.\n";

/// The body of a reply.
#[derive(Debug)]
pub(super) enum Payload {
    /// None.
    Nothing,
    /// A stretch of a published file.
    Shared(Arc<[u8]>, Range<usize>),
    /// Bytes made for this reply.
    Made(Vec<u8>),
    /// The channel of events.
    Events,
}

impl Payload {
    fn len(&self) -> Option<usize> {
        match self {
            Self::Nothing | Self::Events => None,
            Self::Shared(_, range) => Some(range.len()),
            Self::Made(bytes) => Some(bytes.len()),
        }
    }
}

/// Answers a request from one generation.
pub(super) fn reply(generation: &Generation, door: &Door, request: &Parts) -> Response<Payload> {
    if !door.admits(request) {
        let reply = status(StatusCode::FORBIDDEN).header(header::CONTENT_TYPE, "text/plain; charset=utf-8");
        return finish(reply, Payload::Made(REFUSED.as_bytes().to_vec()));
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        return finish(status(StatusCode::METHOD_NOT_ALLOWED).header(header::ALLOW, "GET, HEAD"), Payload::Nothing);
    }
    let path = request.uri.path();
    let own = path.strip_prefix(door.own().as_str());
    let reply = match own {
        Some(name) => own_reply(generation, name, request),
        None => page_reply(generation, door, path, request),
    };
    let (mut parts, body) = reply.into_parts();
    parts.headers.insert("x-guidepost-build", generation.number.into());
    if request.method != Method::HEAD {
        return Response::from_parts(parts, body);
    }
    // The head of what GET would give, its length too.
    parts.headers.extend(body.len().map(|length| (header::CONTENT_LENGTH, length.into())));
    Response::from_parts(parts, Payload::Nothing)
}

/// The addresses of the preview itself.
fn own_reply(generation: &Generation, name: &str, request: &Parts) -> Response<Payload> {
    let made = |kind: &str, text: String| {
        finish(status(StatusCode::OK).header(header::CONTENT_TYPE, kind).header(header::CACHE_CONTROL, "no-store"), Payload::Made(text.into_bytes()))
    };
    if name == "events" {
        let reply = status(StatusCode::OK).header(header::CONTENT_TYPE, "text/event-stream").header(header::CACHE_CONTROL, "no-store");
        return finish(reply, Payload::Events);
    }
    if name == "why" {
        let page = url::form_urlencoded::parse(request.uri.query().unwrap_or("").as_bytes()).find(|(key, _)| key == "page");
        return made("application/json", why::document(generation, &page.map_or(String::new(), |(_, page)| page.into_owned())).to_string());
    }
    if name == "state" {
        return made("application/json", state::state(generation, request.uri.query().unwrap_or("")).to_string());
    }
    match client::file(name) {
        Some((text, name)) => made(media::content_type(name), text.to_owned()),
        None => finish(status(StatusCode::NOT_FOUND), Payload::Nothing),
    }
}

fn page_reply(generation: &Generation, door: &Door, path: &str, request: &Parts) -> Response<Payload> {
    let found = asked(generation, path);
    let mark = found.mark();
    let html = |code: StatusCode, bytes: &[u8]| {
        // The client is told the generation, so that the bytes are others with each.
        let tag = format!("W/\"{}\"", hash(format!("{mark}-{}-{}", generation.number, door.token).as_bytes()));
        let reply = Response::builder().header(header::CONTENT_TYPE, "text/html; charset=utf-8").header(header::ETAG, &tag);
        if code == StatusCode::OK && is_known(request, &tag) {
            return finish(reply.status(StatusCode::NOT_MODIFIED), Payload::Nothing);
        }
        finish(reply.status(code), Payload::Made(with_client(bytes, door, generation.number, &mark)))
    };
    match &found {
        Asked::Found(path, file) if media::is_page(path.as_str()) => html(StatusCode::OK, file.bytes()),
        Asked::Found(path, file) => file_reply(path.as_str(), &file.held().cloned().unwrap_or_default(), request),
        Asked::Moved(to) => {
            let query = request.uri.query().map_or(String::new(), |query| format!("?{query}"));
            finish(status(StatusCode::FOUND).header(header::LOCATION, format!("{to}{query}")), Payload::Nothing)
        }
        Asked::Missing(Some((_, file))) => html(StatusCode::NOT_FOUND, file.bytes()),
        Asked::Missing(None) => html(StatusCode::NOT_FOUND, MISSING.as_bytes()),
        Asked::NotYet => html(StatusCode::SERVICE_UNAVAILABLE, NOT_YET.as_bytes()),
    }
}

/// A file that is no page: as it is, or a stretch of it.
fn file_reply(path: &str, bytes: &Arc<[u8]>, request: &Parts) -> Response<Payload> {
    let tag = format!("\"{}\"", hash(bytes));
    let reply = Response::builder().header(header::CONTENT_TYPE, media::content_type(path)).header(header::ETAG, &tag).header(header::ACCEPT_RANGES, "bytes");
    if is_known(request, &tag) {
        return finish(reply.status(StatusCode::NOT_MODIFIED), Payload::Nothing);
    }
    let text = |name| request.headers.get(name).and_then(|value| value.to_str().ok());
    let range = text(header::RANGE).filter(|_| text(header::IF_RANGE).is_none_or(|known| known == tag));
    match wanted(range, bytes.len()) {
        Wanted::Whole => finish(reply.status(StatusCode::OK), Payload::Shared(bytes.clone(), 0..bytes.len())),
        Wanted::Part(part) => {
            let place = format!("bytes {}-{}/{}", part.start, part.end.saturating_sub(1), bytes.len());
            finish(reply.status(StatusCode::PARTIAL_CONTENT).header(header::CONTENT_RANGE, place), Payload::Shared(bytes.clone(), part))
        }
        Wanted::Beyond => {
            let length = format!("bytes */{}", bytes.len());
            finish(reply.status(StatusCode::RANGE_NOT_SATISFIABLE).header(header::CONTENT_RANGE, length), Payload::Nothing)
        }
    }
}

/// Whether the browser has what `tag` names.
fn is_known(request: &Parts, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let known = request.headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|value| value.split(',')).any(|value| value.trim() == "*" || bare(value) == bare(tag))
}

fn status(code: StatusCode) -> Builder {
    Response::builder().status(code)
}

/// The reply with what every reply has: no other site may read, frame or guess at it, and a browser asks again each time.
fn finish(reply: Builder, body: Payload) -> Response<Payload> {
    let has_cache_rule = reply.headers_ref().is_some_and(|headers| headers.contains_key(header::CACHE_CONTROL));
    let reply = if has_cache_rule { reply } else { reply.header(header::CACHE_CONTROL, "no-cache") };
    let reply = reply
        .header("cross-origin-resource-policy", "same-origin")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'")
        .header(header::REFERRER_POLICY, "same-origin");
    // A header that cannot be written would be a fault of ours; the browser gets an empty reply rather than none.
    reply.body(body).unwrap_or_else(|_| Response::new(Payload::Nothing))
}

#[cfg(test)]
mod tests;

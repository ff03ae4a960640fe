//! Who may come in. Any web page can send a browser to this server: only requests that belong to our own pages, or that a person typed, pass.

use std::net::{IpAddr, SocketAddr};

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::http::request::Parts;

use super::port::Bound;

/// The names that this server answers to, and the secret part of its own addresses.
#[derive(Debug)]
pub(super) struct Door {
    address: SocketAddr,
    name: Option<String>,
    pub(super) token: String,
}

/// What stands in the addresses of the preview itself, before the secret part.
const OWN: &str = "/@guidepost/";

impl Door {
    /// What the preview's own addresses begin with.
    pub(super) fn own(&self) -> String {
        format!("{OWN}{}/", self.token)
    }

    pub(super) fn new(bound: &Bound, token: String) -> Self {
        Self { address: bound.address, name: bound.name.clone(), token }
    }

    /// A door with the token `secret`.
    #[cfg(test)]
    pub(super) fn for_tests() -> Self {
        Self { address: SocketAddr::from(([127, 0, 0, 1], 4321)), name: None, token: "secret".to_owned() }
    }

    /// Whether a request may be answered.
    pub(super) fn admits(&self, request: &Parts) -> bool {
        let Some(host) = only(&request.headers, &HOST) else { return false };
        let is_ours = self.is_host(host) && request.uri.authority().is_none_or(|authority| self.is_host(authority.as_str()));
        is_ours && is_of_our_page(&request.headers, host)
    }

    /// Whether `host`, with its port, is a name of ours. A name that merely leads here is not: that is how DNS rebinding works.
    fn is_host(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.contains(']') => match port.parse::<u16>() {
                Ok(port) => (name, port),
                Err(_) => return false,
            },
            _ => (host.as_str(), 80),
        };
        if name == "localhost" || Some(name) == self.name.as_deref() {
            return true;
        }
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        let Ok(ip) = bare.parse::<IpAddr>() else { return false };
        // Whoever listens everywhere answers to all its numbers; a number cannot be rebound.
        port == self.address.port() && (ip.is_loopback() || ip == self.address.ip() || self.address.ip().is_unspecified())
    }
}

/// Whether a request comes from a page of ours, from no page at all, or is a person's way to a page.
fn is_of_our_page(headers: &HeaderMap, host: &str) -> bool {
    let is_own_origin = match headers.get_all(ORIGIN).iter().count() {
        0 => true,
        _ => only(headers, &ORIGIN).is_some_and(|origin| origin.eq_ignore_ascii_case(&format!("http://{host}"))),
    };
    let fetch = |name: &'static str| only(headers, &HeaderName::from_static(name)).unwrap_or("");
    let is_own_site = matches!(fetch("sec-fetch-site"), "" | "same-origin" | "none");
    let is_visit = fetch("sec-fetch-mode") == "navigate" && fetch("sec-fetch-dest") == "document";
    is_own_origin && (is_own_site || is_visit)
}

/// The value of a header that stands exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use hyper::Request;

    use super::*;

    fn check(address: &str, name: Option<&str>, headers: &[(&str, &str)], expected: bool) {
        let door = Door { address: address.parse().unwrap(), name: name.map(str::to_owned), token: String::new() };
        let request = headers.iter().fold(Request::builder().uri("/"), |request, (name, value)| request.header(*name, *value));
        assert_eq!(door.admits(&request.body(()).unwrap().into_parts().0), expected, "{headers:?}");
    }

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for (host, expected) in [
            ("localhost:4321", true),
            ("LOCALHOST", true),
            ("127.0.0.1:4321", true),
            ("[::1]:4321", true),
            ("127.0.0.1:4322", false),
            ("127.0.0.1", false),
            ("evil.example:4321", false),
            ("localhost.evil.example", false),
            ("localhost.", false),
            ("192.168.1.7:4321", false),
            ("127.0.0.1.nip.io:4321", false),
            ("localhost:4321:1", false),
            ("localhost:x", false),
            ("", false),
        ] {
            check("127.0.0.1:4321", None, &[("host", host)], expected);
        }
        check("127.0.0.1:4321", None, &[], false);
        check("127.0.0.1:4321", None, &[("host", "localhost"), ("host", "evil.example")], false);
        check("192.168.1.7:4321", Some("desk.local"), &[("host", "desk.local:4321")], true);
        check("0.0.0.0:4321", None, &[("host", "192.168.1.7:4321")], true);
        check("0.0.0.0:4321", None, &[("host", "evil.example:4321")], false);
    }

    #[test]
    fn other_pages_are_turned_away_and_people_are_not() {
        for (headers, expected) in [
            (&[("origin", "http://localhost:4321")][..], true),
            (&[("origin", "null")], false),
            (&[("origin", "http://evil.example")], false),
            (&[("origin", "http://127.0.0.1:4321")], false),
            (&[("origin", "https://localhost:4321")], false),
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")], true),
            (&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")], true),
            (&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")], false),
            (&[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "script")], false),
            (&[("sec-fetch-site", "same-site"), ("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")], false),
        ] {
            let headers: Vec<_> = [("host", "localhost:4321")].into_iter().chain(headers.iter().copied()).collect();
            check("127.0.0.1:4321", None, &headers, expected);
        }
    }
}

//! The filters that Guidepost adds to the template engine's own. Pure: no clock, no disk, nothing that changes; those for static
//! files look them up in the table that the engine was made with.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use tera::{Error, Kwargs, State, StringInput, Tera, TeraResult, Value};

use super::assets::Asset;
use super::say;
use crate::address::{self, Safe, Why};
use crate::words::Plurals;

/// The filters that Guidepost adds, each with what it does.
pub fn filters() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "href",
            "The address for a link to a path of the site or a web address: `{{ card.path | href(root=page.root) }}`. Anything else, such as `javascript:`, is an error.",
        ),
        (
            "asset",
            "The address of a file of `static/`, under a name that changes with what is in it: `{{ \"assets/site.css\" | asset(root=page.root) }}`. The path is a text right in front of the filter.",
        ),
        (
            "say",
            "A word with its places filled in: `{{ words.published_by | say(name=site.publisher) }}`, and one with a number in the form that the number takes: `{{ words.guides | say(number=home.guide_count) }}`. What is HTML already stays so, the rest is escaped.",
        ),
        ("integrity", "What a browser holds such a file against: `integrity=\"{{ \"assets/site.css\" | integrity }}\"`."),
    ]
}

/// Makes the filters known to `tera`, which is for templates that name the static files `assets`.
pub(super) fn register(tera: &mut Tera, assets: &Arc<BTreeMap<String, Asset>>, plurals: &Arc<BTreeMap<String, Arc<Plurals>>>) {
    say::register(tera, plurals);
    tera.register_filter("href", |value: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        let root: &str = arguments.must_get("root")?;
        href(value, root).map_err(|why| Error::message(format!("{why}; {}", why.help())))
    });
    let known = assets.clone();
    tera.register_filter("asset", move |value: &str, arguments: Kwargs, _: &State| -> TeraResult<String> {
        let root: &str = arguments.must_get("root")?;
        let address = href(find(&known, value)?.path.as_str(), root);
        address.map_err(|why| Error::message(format!("{why}; {}", why.help())))
    });
    let known = assets.clone();
    tera.register_filter("integrity", move |value: &str, _: Kwargs, _: &State| -> TeraResult<String> { Ok(find(&known, value)?.integrity.clone()) });
    // Templates with this filter are refused when they are loaded; this is the second lock.
    tera.register_filter("safe", |value: StringInput, _: Kwargs, _: &State| -> TeraResult<Value> {
        if value.is_safe() { Ok(value.into_value()) } else { Err(Error::message("the filter `safe` is not available: every text is escaped")) }
    });
}

/// Those that stand as texts in front of their filters are found: what is missing was told when the templates were loaded.
fn find<'a>(assets: &'a BTreeMap<String, Asset>, path: &str) -> TeraResult<&'a Asset> {
    assets.get(path).ok_or_else(|| Error::message(format!("`{path}` is no static file that stands as a text right in front of this filter")))
}

/// The address that a page at `root` writes for `target`, or why it may not be linked.
///
/// `target` is a web address (`https:`, `http:`, `mailto:`, `tel:`), a place on the page (`#pay`) or a path of the site;
/// the empty path is the home page.
pub fn href(target: &str, root: &str) -> Result<String, Why> {
    // Nearly every link of a page: no judge is needed where there is no colon, no entity and no slash in front.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'/');
    if !target.starts_with('/') && target.bytes().all(is_plain) {
        return Ok(format!("{root}{target}"));
    }
    Ok(match address::judge(target) {
        Ok(Safe::Web(address) | Safe::Contact(address)) => encode(&address).into_owned(),
        Ok(Safe::Fragment(id)) => format!("#{}", encode(&id)),
        Ok(Safe::Rooted(path) | Safe::Relative(path)) => format!("{root}{}", encode(path.trim_start_matches('/'))),
        Err(Why::Empty) => root.to_owned(),
        Err(why) => return Err(why),
    })
}

/// `address` with the characters percent-encoded that no address may hold, letters beyond ASCII among them, as links in texts have it.
fn encode(address: &str) -> Cow<'_, str> {
    let bad = |c: char| !c.is_ascii() || c.is_whitespace() || matches!(c, '"' | '<' | '>' | '`' | '\\' | '^' | '{' | '|' | '}');
    if !address.contains(bad) {
        return Cow::Borrowed(address);
    }
    let mut encoded = String::with_capacity(address.len() + 8);
    for c in address.chars() {
        if bad(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        } else {
            encoded.push(c);
        }
    }
    Cow::Owned(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_at_the_root_and_web_addresses_stay() {
        for (target, expected) in [
            ("healthcare/a/", "../../healthcare/a/"),
            ("/healthcare/a/", "../../healthcare/a/"),
            ("", "../../"),
            ("#pay", "#pay"),
            ("a/?q=x:y#z", "../../a/?q=x:y#z"),
            ("a b/ü.csv", "../../a%20b/%C3%BC.csv"),
            ("https://example.org/a?b=c&d", "https://example.org/a?b=c&d"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("tel:+1555", "tel:+1555"),
        ] {
            assert_eq!(href(target, "../../").as_deref(), Ok(expected), "{target}");
        }
    }

    #[test]
    fn no_script_and_no_other_host_comes_out() {
        for target in
            ["javascript:alert(1)", "JavaScript:x", " \tjava\nscript:x", "\u{1}javascript:x", "data:text/html,x", "vbscript:x", "&#106;avascript:x", ":x"]
        {
            assert!(href(target, "./").is_err(), "{target:?}");
        }
    }

    #[test]
    fn a_path_cannot_name_another_host_where_the_root_is_absolute() {
        for target in ["//evil.example/", "/\\evil.example/", "\\\\evil.example/", " //evil.example", "/\t/evil.example"] {
            assert!(href(target, "/").is_err(), "{target:?}");
        }
        assert_eq!(href("/a/", "/").as_deref(), Ok("/a/"));
    }
}

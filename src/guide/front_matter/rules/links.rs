//! Web addresses, and old addresses of the page itself.

use super::super::FrontMatter;
use super::{Judge, forms, registries};
use crate::yaml::Named;

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    for (at, named) in front.resources.iter().flatten().enumerate() {
        let at = at.to_string();
        match named {
            Named::Text(id) => forms::id(Some(id), &["resources", &at], "resources", judge),
            Named::Full(it) => registries::resource(it, &["resources", &at], judge),
        }
    }
    for (at, alias) in front.aliases.iter().flatten().enumerate() {
        if let Some((message, help)) = unfit_alias(alias) {
            judge.invalid(&["aliases", &at.to_string()], message, help);
        }
    }
}

/// What keeps `alias` from being an old address of this site.
fn unfit_alias(alias: &str) -> Option<(String, String)> {
    let path = url::Url::parse(alias).ok().map(|url| url.path().to_owned());
    if let Some(path) = path {
        return Some((format!("the alias `{alias}` is a whole web address"), format!("write its path only: `{path}`")));
    }
    if !alias.starts_with('/') || alias.starts_with("//") {
        let path = alias.trim_start_matches('/');
        return Some((format!("the alias `{alias}` does not begin with one `/`"), format!("write it from the site's root: `/{path}`")));
    }
    if let Some(sign) = alias.chars().find(|c| matches!(c, '?' | '#' | '\\') || c.is_whitespace() || c.is_control()) {
        let path = alias.split(['?', '#']).next().unwrap_or_default();
        let shown = if path.contains(sign) { "/old/page/" } else { path };
        let shown_sign = sign.escape_debug();
        return Some((format!("the alias `{alias}` holds `{shown_sign}`"), format!("a redirect is a file: write its path only, such as `{shown}`")));
    }
    let has_empty_part = alias.trim_start_matches('/').trim_end_matches('/').split('/').any(|part| matches!(part, "" | "." | ".."));
    if has_empty_part {
        return Some((format!("the alias `{alias}` has a part that is empty, `.` or `..`"), "write the path as readers saw it: `/old/page/`".to_owned()));
    }
    None
}

/// Whether `text` is an address that begins with `http://` or `https://` and names a host.
pub(crate) fn is_web_address(text: &str) -> bool {
    // The parser takes more than is safe to print: blanks at the ends, tabs inside, backslashes.
    let is_clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\\');
    let begins_well = ["http://", "https://"].iter().any(|scheme| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    is_clean && begins_well && url::Url::parse(text).is_ok_and(|url| url.host_str().is_some_and(|host| !host.is_empty()))
}

/// The text at `path` must be a web address.
pub(super) fn web_address(text: Option<&String>, path: &[&str], judge: &mut Judge<'_, '_>) {
    let Some(text) = text.filter(|text| !is_web_address(text)) else { return };
    let starts_with_host =
        text.split('/').next().is_some_and(|host| host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')));
    let help = if starts_with_host { format!("write `https://{text}`") } else { "write the whole address, beginning with `https://`".to_owned() };
    judge.invalid(path, format!("`{text}` is not a web address"), help);
}

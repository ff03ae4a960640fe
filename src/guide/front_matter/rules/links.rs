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

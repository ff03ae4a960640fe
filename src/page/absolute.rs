//! Absolute addresses, for what must be absolute.

use url::Url;

/// The absolute address of `path`, which is given from the site's root.
pub(super) fn absolute(base_url: &str, path: &str) -> String {
    let mut url = match Url::parse(base_url) {
        Ok(url) if !url.cannot_be_a_base() => url,
        _ => return format!("{base_url}{path}"),
    };
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().extend(path.split('/'));
    }
    url.into()
}

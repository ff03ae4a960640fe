//! Addresses that must be whole: canonical links, the feed, the sitemap, structured data. Everything else is relative.

use url::Url;

/// The absolute address of `path`, which is given from the site's root.
pub fn absolute(base_url: &str, path: &str) -> String {
    let mut url = match Url::parse(base_url) {
        Ok(url) if !url.cannot_be_a_base() => url,
        _ => return format!("{base_url}{path}"),
    };
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.pop_if_empty().extend(path.split('/'));
    }
    url.into()
}

/// The path of `base_url`, from which pages that stand anywhere find the site's root: `/` or `/guides/`.
pub(super) fn base_path(base_url: &str) -> String {
    Url::parse(base_url).map_or_else(|_| "/".to_owned(), |url| format!("{}/", url.path().trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_addresses_are_encoded_and_keep_their_slashes() {
        assert_eq!(absolute("https://example.org/guides/", "café/a b/"), "https://example.org/guides/caf%C3%A9/a%20b/");
        assert_eq!(absolute("https://example.org/", ""), "https://example.org/");
        assert_eq!([base_path("https://example.org/guides/"), base_path("https://example.org")], ["/guides/", "/"]);
    }
}

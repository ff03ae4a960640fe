//! A page on its way out: the client is added as an external script, and nothing else is touched.

use super::door::Door;

/// `html` with the client before the end of its body. `number` and `mark` tell the client what it is looking at.
pub(super) fn with_client(html: &[u8], door: &Door, number: u64, mark: &str) -> Vec<u8> {
    let base = door.own();
    let script = format!("<script defer src=\"{base}client.js\" data-guidepost=\"{base}\" data-build=\"{number}\" data-page=\"{mark}\"></script>");
    let end = b"</body>";
    let at = html.windows(end.len()).rposition(|window| window.eq_ignore_ascii_case(end)).unwrap_or(html.len());
    let (before, after) = html.split_at_checked(at).unwrap_or((html, &[]));
    [before, script.as_bytes(), after].concat()
}

/// What is shown as long as no build has succeeded. The client lays the problems over it.
pub(super) const NOT_YET: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not built yet</title></head>\
<body><main><h1>There is nothing to show yet</h1><p>The problems of the project are listed here and in the terminal. The site appears as soon as they are solved.</p></main></body></html>\n";

/// What is shown where nothing is, on a site without a page of its own for it.
pub(super) const MISSING: &str =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not found</title></head><body><h1>There is no such page</h1></body></html>\n";

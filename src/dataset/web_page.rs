//! Web pages that lie where a publisher's file should: a browser saves "you do not have access" under the name of the file that it was asked for.

/// Whether a file is a web page, whatever its name says.
pub(super) fn is_web_page(bytes: &[u8]) -> bool {
    const BEGINS: [&[u8]; 4] = [b"<!doctype html", b"<html", b"<head", b"<!--"];
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    BEGINS.iter().any(|begin| text.get(..begin.len()).is_some_and(|it| it.eq_ignore_ascii_case(begin)))
}

/// What is told of one.
pub(super) const MESSAGE: &str = "this is a web page, probably saved instead of the file";
/// The way out.
pub(super) const HELP: &str = "open it in a browser to see what it says, and download the file itself from its publisher";

#[cfg(test)]
mod tests {
    use super::is_web_page;

    #[test]
    fn a_web_page_is_known_by_how_it_begins() {
        for page in ["<!DOCTYPE html>\n<title>A</title>", "\u{feff}\n <HTML><HEAD>", "<!-- saved -->"] {
            assert!(is_web_page(page.as_bytes()), "{page}");
        }
        for other in ["", "Code,Pay\n1,2\n", "<5,10\n", "<?xml version=\"1.0\"?><Workbook/>"] {
            assert!(!is_web_page(other.as_bytes()), "{other}");
        }
    }
}

//! The one judge of addresses: what a link, an image or a form may point at.
//! Everything that becomes `href` or `src` passes here, whether it comes from Markdown, front matter, settings or a theme.

/// An address that may be printed, sorted by what it is. The text is as written, without blanks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Safe {
    /// `https://...` or `http://...`, with a host.
    Web(String),
    /// `mailto:...` or `tel:...`.
    Contact(String),
    /// `#...`, without the `#`; may be empty.
    Fragment(String),
    /// From the site's root: `/tags/`.
    Rooted(String),
    /// From where it is written: `../a.md#pay`.
    Relative(String),
}

/// Why an address may not be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// There is none.
    #[error("the address is empty")]
    Empty,
    /// A scheme that is not allowed, such as `javascript`.
    #[error("`{0}:` is not allowed in an address")]
    Scheme(String),
    /// It begins with `//`, names a user before its host, or holds a backslash, which browsers read as a slash.
    #[error("`{0}` may lead to another site than it seems to")]
    Ambiguous(String),
    /// A web address without a host, or one that browsers cannot read.
    #[error("`{0}` is not a web address")]
    Malformed(String),
}

impl Why {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Empty => "write where it leads",
            Self::Scheme(_) => "use https:, http:, mailto: or tel:, a path of this site, or a heading's `#id`",
            Self::Ambiguous(address) if address.contains('@') => "leave out what stands before the `@`: the address leads to what follows it",
            Self::Ambiguous(_) => "write the whole address, with https: in front",
            Self::Malformed(_) => "a web address looks like https://example.org/page",
        }
    }
}

/// Sorts `raw` by what it is, or says why it may not be printed.
///
/// The address is judged as a browser would see it: entities decoded, control characters and blanks removed, case ignored.
pub fn judge(raw: &str) -> Result<Safe, Why> {
    let raw: String = raw.trim().chars().filter(|c| !c.is_control()).collect();
    // Twice, for text that is decoded on its way here and once more by the browser.
    let once = decode_entities(&raw);
    let twice = decode_entities(&once);
    // Most addresses have no entities, and reading one takes a while.
    if twice != once {
        seen(&twice)?;
    }
    if once != raw {
        seen(&once)?;
    }
    let safe = seen(&raw)?;
    Ok(match safe {
        Kind::Web => Safe::Web(raw),
        Kind::Contact => Safe::Contact(raw),
        Kind::Fragment => Safe::Fragment(raw.chars().skip(1).collect()),
        Kind::Rooted => Safe::Rooted(raw),
        Kind::Relative => Safe::Relative(raw),
    })
}

enum Kind {
    Web,
    Contact,
    Fragment,
    Rooted,
    Relative,
}

fn seen(text: &str) -> Result<Kind, Why> {
    // Characters that browsers drop or do not show: blanks, controls, zero-width and soft hyphens.
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control() && !is_invisible(*c)).collect();
    if bare.is_empty() {
        return Err(Why::Empty);
    }
    let head = bare.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if let Some((scheme, _)) = head.split_once(':') {
        let scheme = scheme.to_lowercase();
        return match scheme.as_str() {
            "http" | "https" => match url::Url::parse(text.trim()) {
                Ok(url)
                    if url.has_host()
                        && bare
                            .get(scheme.len()..)
                            .and_then(|rest| rest.strip_prefix("://"))
                            .is_some_and(|rest| !rest.starts_with('/') && !rest.contains('\\')) =>
                {
                    // `https://bank.example@evil.example/` leads to `evil.example`.
                    let names_user = !url.username().is_empty() || url.password().is_some();
                    if names_user { Err(Why::Ambiguous(text.to_owned())) } else { Ok(Kind::Web) }
                }
                _ => Err(Why::Malformed(text.to_owned())),
            },
            "mailto" | "tel" => Ok(Kind::Contact),
            _ => Err(Why::Scheme(scheme)),
        };
    }
    if bare.starts_with("//") || bare.contains('\\') {
        return Err(Why::Ambiguous(text.to_owned()));
    }
    Ok(match bare.chars().next() {
        Some('#') => Kind::Fragment,
        Some('/') => Kind::Rooted,
        _ => Kind::Relative,
    })
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// `text` with numeric entities and those named ones decoded that matter in an address; others are left as they are.
pub fn decode_entities(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let (c, len) = entity(after).unwrap_or(('&', 0));
        decoded.push(c);
        rest = after.get(len..).unwrap_or_default();
    }
    decoded + rest
}

// The character that the entity at the start of `text` stands for, and the entity's length without `&`.
fn entity(text: &str) -> Option<(char, usize)> {
    let Some(number) = text.strip_prefix('#') else {
        let (name, _) = text.split_once(';')?;
        let (_, c) = NAMED.iter().find(|(known, _)| *known == name)?;
        return Some((*c, name.len() + 1));
    };
    let (digits, radix, prefix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 2),
        None => (number, 10, 1),
    };
    let len = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let code = u32::from_str_radix(digits.get(..len)?, radix).ok()?;
    let semicolon = usize::from(digits.get(len..)?.starts_with(';'));
    Some((char::from_u32(code).unwrap_or('\u{FFFD}'), prefix + len + semicolon))
}

// No letter of a scheme has a named entity; these are the other characters that change what an address is.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("bsol", '\\'),
    ("colon", ':'),
    ("gt", '>'),
    ("lt", '<'),
    ("nbsp", '\u{A0}'),
    ("NewLine", '\n'),
    ("num", '#'),
    ("period", '.'),
    ("quest", '?'),
    ("quot", '"'),
    ("shy", '\u{AD}'),
    ("sol", '/'),
    ("Tab", '\t'),
    ("ZeroWidthSpace", '\u{200B}'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_sorted_by_what_they_are() {
        for (raw, expected) in [
            (" https://example.org/a?b=1&copy=2 ", Safe::Web("https://example.org/a?b=1&copy=2".to_owned())),
            ("HTTP://example.org", Safe::Web("HTTP://example.org".to_owned())),
            ("mailto:a@example.org", Safe::Contact("mailto:a@example.org".to_owned())),
            ("tel:+1-555", Safe::Contact("tel:+1-555".to_owned())),
            ("#pay", Safe::Fragment("pay".to_owned())),
            ("/tags/", Safe::Rooted("/tags/".to_owned())),
            ("../a.md#b:c", Safe::Relative("../a.md#b:c".to_owned())),
            ("a b.md", Safe::Relative("a b.md".to_owned())),
        ] {
            assert_eq!(judge(raw), Ok(expected), "{raw}");
        }
    }

    #[test]
    fn other_schemes_are_refused_however_they_are_written() {
        for raw in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\u{0}script:alert(1)",
            "java script:alert(1)",
            "javascript&colon;alert(1)",
            "&#x6A;avascript:alert(1)",
            "&#106avascript:alert(1)",
            "java&Tab;script:alert(1)",
            "javascript&amp;colon;alert(1)",
            "java\u{200B}script:alert(1)",
            "javascript :alert(1)",
            "java\u{AD}script:alert(1)",
        ] {
            assert_eq!(judge(raw), Err(Why::Scheme("javascript".to_owned())), "{raw}");
        }
        for raw in ["data:text/html,x", "vbscript:x", "file:///etc/passwd", "fact:pay", "c:/x.png"] {
            assert!(matches!(judge(raw), Err(Why::Scheme(_))), "{raw}");
        }
    }

    #[test]
    fn what_may_lead_elsewhere_is_refused() {
        for raw in [
            "//evil.example",
            "/\\evil.example",
            "\\\\evil",
            "a\\b",
            "/\t/evil.example",
            "&#47;/evil.example",
            "/&sol;evil.example",
            "https://google.com@evil.example/",
            "https://a:b@evil.example/",
        ] {
            assert!(matches!(judge(raw), Err(Why::Ambiguous(_))), "{raw}");
        }
        for raw in ["https:", "https://", "http:example.org", "https:///x", "https:\\\\x.example", "https://a.example\\@b.example"] {
            assert!(matches!(judge(raw), Err(Why::Malformed(_))), "{raw}");
        }
        assert_eq!(judge(" \t"), Err(Why::Empty));
    }
}

//! Thousands separators for the bare numbers of a data file: `55560` is read as `55,560`.
//! Years and codes are numbers too and stay as they are, so only a column that holds a number of five digits is grouped.

/// Whether the numbers of a column with these cells are to be grouped, in a site of this language.
///
/// English only: other languages group otherwise. A zero in front tells a code, such as a ZIP code.
pub(super) fn suits<'c>(language: &str, cells: impl Iterator<Item = &'c str>) -> bool {
    let wholes: Vec<&str> = cells.filter_map(whole).collect();
    let is_english = language.split('-').next() == Some("en");
    is_english && wholes.iter().any(|digits| digits.len() > 4) && !wholes.iter().any(|digits| digits.len() > 1 && digits.starts_with('0'))
}

/// `text` with a comma before each three digits of its whole part; as it is, if it is not a bare number.
pub(super) fn grouped(text: &str) -> String {
    let Some(digits) = whole(text) else { return text.to_owned() };
    let begin = text.find(digits).unwrap_or(0);
    let (before, rest) = text.split_at_checked(begin).unwrap_or(("", text));
    let after = rest.strip_prefix(digits).unwrap_or("");
    let mut out = before.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + after
}

/// The whole part of a bare number, such as `55560`, `-1200` or `33.70`.
fn whole(text: &str) -> Option<&str> {
    let unsigned = text.trim();
    let unsigned = unsigned.strip_prefix(['-', '−']).unwrap_or(unsigned);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(whole) && is_digits(fraction)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wages_are_grouped_years_and_codes_are_not() {
        assert!(suits("en-US", ["55560", "9800", "—"].into_iter()));
        assert!(!suits("en", ["2024", "2034"].into_iter()), "years");
        assert!(!suits("en", ["01234", "55560"].into_iter()), "ZIP codes");
        assert!(!suits("de", ["55560"].into_iter()));
        assert!(!suits("en", ["$55,560"].into_iter()), "written out by the author");
    }

    #[test]
    fn only_bare_numbers_change() {
        for (text, expected) in
            [("55560", "55,560"), ("-1200.5", "-1,200.5"), ("980", "980"), ("1234567", "1,234,567"), ("29-2099", "29-2099"), ("$55560", "$55560"), ("—", "—")]
        {
            assert_eq!(grouped(text), expected);
        }
    }
}

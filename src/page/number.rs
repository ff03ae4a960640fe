//! Which cells of a table are numbers, and which columns hold nothing else.

/// The value of a cell that is a number, as digits with `.` as decimal sign: `$45,780` is `45780`, `−3.5 %` is `-3.5`.
pub(super) fn value(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let (sign, cell) = match cell.strip_prefix(['-', '−', '–']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", cell.strip_prefix('+').unwrap_or(cell)),
    };
    let bare = cell.trim_start_matches(['$', '£', '€', '¥', ' ']).trim_end_matches(['%', '€', '+', '*', ' ', '\u{A0}', '\u{202F}']);
    let (whole, fraction) = bare.split_once('.').map_or((bare, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split([',', ' ', '\u{A0}', '\u{202F}']);
    let first = groups.next().filter(|group| is_digits(group))?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_digits(group) || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    match fraction {
        Some(fraction) if is_digits(fraction) => Some(format!("{sign}{digits}.{fraction}")),
        Some(_) => None,
        None => Some(format!("{sign}{digits}")),
    }
}

/// Whether a cell says that there is no number: `—`, `n/a`, `*`, `#`, `not published` ...
pub(super) fn is_mark(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    matches!(cell.as_str(), "" | "-" | "–" | "—" | "*" | "**" | "***" | "#" | "~" | "n/a" | "na" | "not published" | "not available" | "none")
}

/// Whether every one of `cells` is a number or a mark, and at least one a number.
pub(super) fn is_numeric<'c>(cells: impl IntoIterator<Item = &'c str>) -> bool {
    let mut any = false;
    for cell in cells {
        if value(cell).is_some() {
            any = true;
        } else if !is_mark(cell) {
            return false;
        }
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_authors_write_them() {
        for (cell, number) in [
            ("$45,780", Some("45780")),
            ("−3.5 %", Some("-3.5")),
            ("12 400", Some("12400")),
            ("$239,200+", Some("239200")),
            ("29-2099", None),
            ("1,23", None),
            ("", None),
        ] {
            assert_eq!(value(cell).as_deref(), number, "{cell}");
        }
    }

    #[test]
    fn a_column_with_marks_for_missing_numbers_is_numeric() {
        assert!(is_numeric(["1", "—", "n/a"]));
        assert!(!is_numeric(["—", ""]));
        assert!(!is_numeric(["1", "Hospitals"]));
    }
}

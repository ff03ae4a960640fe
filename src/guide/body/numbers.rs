//! Numbers in the cells of a table: which cells are numbers, and what they are worth for sorting.

/// What a cell holds, for the alignment of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// A number, as digits with `.` as decimal sign.
    Number(String),
    /// A mark that stands for a missing number: `–`, `n/a`, nothing.
    Mark,
    /// Anything else.
    Words,
}

/// Whether a column with such cells is one of numbers: at least one number, and nothing but numbers and marks.
pub fn is_numeric<'c>(cells: impl Iterator<Item = &'c CellValue>) -> bool {
    let mut numbers = 0;
    for cell in cells {
        match cell {
            CellValue::Number(_) => numbers += 1,
            CellValue::Mark => {}
            CellValue::Words => return false,
        }
    }
    numbers > 0
}

/// What the plain text of a cell holds.
pub fn cell_value(text: &str) -> CellValue {
    let text = text.trim();
    if is_mark(text) {
        return CellValue::Mark;
    }
    number(text).map_or(CellValue::Words, CellValue::Number)
}

/// The same of a text in which `decimal_sign` stands before decimals: `1.234,5` is `1234.5` in German.
pub(super) fn cell_value_in(text: &str, decimal_sign: char) -> CellValue {
    match decimal_sign {
        ',' if !is_mark(text.trim()) => cell_value(
            &text
                .chars()
                .map(|c| {
                    if c == ',' {
                        '.'
                    } else if c == '.' {
                        ','
                    } else {
                        c
                    }
                })
                .collect::<String>(),
        ),
        '٫' => cell_value(&text.chars().map(western).collect::<String>()),
        _ => cell_value(text),
    }
}

/// A sign of Arabic numbers as it is written in English.
fn western(c: char) -> char {
    match c {
        '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
        '٫' => '.',
        '٬' => ',',
        '٪' => '%',
        c => c,
    }
}

fn is_mark(text: &str) -> bool {
    const WORDS: &[&str] = &["n/a", "na", "n.a.", "not available", "not applicable", "not published", "not released", "suppressed", "none", "..", "…", "..."];
    text.chars().all(|c| matches!(c, '-' | '–' | '—' | '−' | '*' | '#')) || WORDS.contains(&text.to_lowercase().as_str())
}

/// The number that `text` writes, with currency, percent sign and thousands separators: `$45,780` is `45780`.
fn number(text: &str) -> Option<String> {
    let (text, negative) = match text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        Some(inside) => (inside, true),
        None => (text, false),
    };
    // Top-coded values sort by their bound.
    let text = text.strip_suffix(" or more").or_else(|| text.strip_suffix('+')).unwrap_or(text);
    let text = text.trim_start_matches(['≥', '≤', '>', '<', '~', '≈']).trim();
    let (text, minus) = sign(text);
    let text = without_currency(text);
    let (text, minus_inside) = sign(text);
    let text = text.strip_suffix(['%', '‰']).or_else(|| text.strip_suffix(" percent")).unwrap_or(text).trim_end();
    let digits = without_separators(text)?;
    let sign = if negative || minus || minus_inside { "-" } else { "" };
    Some(format!("{sign}{digits}"))
}

fn sign(text: &str) -> (&str, bool) {
    match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (rest.trim_start(), true),
        None => (text.strip_prefix('+').unwrap_or(text).trim_start(), false),
    }
}

fn without_currency(text: &str) -> &str {
    const SIGNS: &[&str] = &["US$", "A$", "C$", "CA$", "AU$", "NZ$", "$", "€", "£", "¥", "₹", "Kč", "zł"];
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    for sign in SIGNS {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            return rest.trim();
        }
    }
    match text.split_once([' ', '\u{A0}']) {
        Some((code, rest)) if is_code(code) => rest.trim(),
        _ => match text.rsplit_once([' ', '\u{A0}']) {
            Some((rest, code)) if is_code(code) => rest.trim(),
            _ => text,
        },
    }
}

// Digits with `.` as decimal sign; thousands stand in groups of three.
fn without_separators(text: &str) -> Option<String> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return None;
    }
    let separator = [',', ' ', '\u{A0}', '\u{202F}', '\u{2009}', '\'', '’'].into_iter().find(|c| whole.contains(*c));
    let digits = match separator {
        None => whole.to_owned(),
        Some(separator) => {
            let mut groups = whole.split(separator);
            let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
            let mut digits = first.to_owned();
            for group in groups {
                if group.len() != 3 {
                    return None;
                }
                digits.push_str(group);
            }
            digits
        }
    };
    // A number does not begin with 0 unless it is 0: `01234` is a code.
    if digits.is_empty() && fraction.is_some() {
        return Some(format!("0.{}", fraction.unwrap_or_default()));
    }
    if !all_digits(&digits) || digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    Some(fraction.map_or(digits.clone(), |fraction| format!("{digits}.{fraction}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_without_their_dress() {
        for (text, expected) in [
            ("$45,780", "45780"),
            ("45 780 USD", "45780"),
            ("USD 45,780.50", "45780.50"),
            ("4.2%", "4.2"),
            ("4 percent", "4"),
            ("−3.1 %", "-3.1"),
            ("-$1,200", "-1200"),
            ("$-1,200", "-1200"),
            ("(1,200)", "-1200"),
            ("$239,200 or more", "239200"),
            ("+5", "5"),
            ("2024", "2024"),
            ("0.5", "0.5"),
            (".5", "0.5"),
            ("0", "0"),
            ("1,234,567", "1234567"),
            ("£30,000", "30000"),
            ("12’500", "12500"),
        ] {
            assert_eq!(cell_value(text), CellValue::Number(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn numbers_are_read_as_the_language_of_the_page_writes_them() {
        for (text, sign, expected) in [
            ("12.500", ',', "12500"),
            ("1.234.567 €", ',', "1234567"),
            ("3,5 %", ',', "3.5"),
            ("12 500,50", ',', "12500.50"),
            ("980", ',', "980"),
            ("١٢٬٥٠٠", '٫', "12500"),
            ("٣٫٥٪", '٫', "3.5"),
            ("12,500", '٫', "12500"),
            ("12,500", '.', "12500"),
        ] {
            assert_eq!(cell_value_in(text, sign), CellValue::Number(expected.to_owned()), "{text}");
        }
        for text in ["12.50", "1.5.2024", "29-2099"] {
            assert_eq!(cell_value_in(text, ','), CellValue::Words, "{text}");
        }
        assert_eq!(cell_value_in("n.a.", ','), CellValue::Mark);
    }

    #[test]
    fn marks_are_told_from_words() {
        for text in ["–", "—", "-", "", "n/a", "N/A", "Not published", "*", "**", "#"] {
            assert_eq!(cell_value(text), CellValue::Mark, "{text}");
        }
        for text in ["29-2099", "01234", "1,23", "12,34,567", "about 5", "$30,000–$40,000", "1.2.3", "x", "$", "%", "5 years"] {
            assert_eq!(cell_value(text), CellValue::Words, "{text}");
        }
    }
}

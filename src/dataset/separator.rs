//! What stands between the cells of a text: found by what cuts it into even rows.

use super::cells::{Cut, rows};
use super::declaration::Separator;

/// So much of a text is looked at.
const HEAD: usize = 64 * 1024;
const ALL: [Separator; 4] = [Separator::Comma, Separator::Tab, Separator::Semicolon, Separator::Bar];

impl Separator {
    pub(super) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
        }
    }
}

/// What stands between the cells of `text`. `None` if nothing cuts it into even rows, or two things do equally well.
///
/// A separator fits if nearly all rows that it cuts have the same number of cells, and most rows are cut; titles and notes
/// are not. Of several, the one that cuts from the earliest row on wins (the header has no prose in it), then the one with
/// most cells. Where rows are uneven, the only sign that cuts any of them is the one. A wrong choice does not pass in silence:
/// no header would be found.
pub(super) fn found(text: &[u8]) -> Option<Separator> {
    let end = if text.len() <= HEAD { text.len() } else { text.iter().take(HEAD).rposition(|byte| *byte == b'\n').unwrap_or(HEAD) };
    let head = text.get(..end).unwrap_or_default();
    let mut fitting: Vec<_> = ALL.into_iter().filter_map(|it| Some((fit(head, it)?, it))).collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    match fitting.as_slice() {
        [(_, only)] => Some(*only),
        [(first, best), (second, _), ..] if first < second => Some(*best),
        [] => {
            let mut cutting = ALL.into_iter().filter(|it| rows(head, Cut { separator: it.byte(), quotes: true }).widths.iter().any(|width| *width > 1));
            cutting.next().filter(|_| cutting.next().is_none())
        }
        _ => None,
    }
}

/// How well a separator fits, the best first: the first row that it cuts, and how many cells it does not make.
fn fit(head: &[u8], separator: Separator) -> Option<(usize, usize)> {
    let mut widths = rows(head, Cut { separator: separator.byte(), quotes: true }).widths;
    widths.truncate(100);
    let cut: Vec<usize> = widths.iter().copied().filter(|width| *width > 1).collect();
    let usual = cut.iter().copied().max_by_key(|width| cut.iter().filter(|it| *it == width).count())?;
    let even = cut.iter().filter(|width| **width == usual).count();
    let first = widths.iter().position(|width| *width == usual)?;
    (even * 10 >= cut.len() * 9 && cut.len() * 2 >= widths.len()).then(|| (first, usize::MAX - usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_sign_that_cuts_into_even_rows() {
        for (text, expected) in [
            ("a,b\n1,2\n", Some(Separator::Comma)),
            ("a\tb\tc\nx\ty, z\tw\n1\tp, q\t2\n", Some(Separator::Tab)),
            ("a;b\n1,5;2,5\n", Some(Separator::Semicolon)),
            ("Table 1; wages\na,b\n1,2\n3,4\n\"Note: x; y\"\n", Some(Separator::Comma)),
            ("a|b\n\"1|2\"|3\n", Some(Separator::Bar)),
            ("a,b\n1,2,3\n,\n", Some(Separator::Comma)),
            ("a;b,c\n1;2,3\n", None),
            ("a\nb\n", None),
            ("", None),
        ] {
            assert_eq!(found(text.as_bytes()), expected, "{text}");
        }
    }
}

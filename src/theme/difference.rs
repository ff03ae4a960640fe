//! What differs between two texts, line by line: a copy of a theme's file and the original as it is now.

use std::fmt::Write as _;

/// A line of one text or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Both(&'a str),
    /// Only in the first.
    Old(&'a str),
    /// Only in the second, with its number there.
    New(usize, &'a str),
}

/// Comparing takes time and memory by the product of what differs: beyond this all of it counts as another text.
const LARGEST: usize = 4_000_000;

/// So many lines are shown around what differs.
const AROUND: usize = 2;

/// All lines of both texts, in order.
pub(super) fn lines<'a>(old: &'a str, new: &'a str) -> Vec<Line<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let left = old.len().min(new.len()) - first;
    let last = old.iter().rev().zip(new.iter().rev()).take(left).take_while(|(a, b)| a == b).count();
    let within = |all: &[&'a str]| all.get(first..all.len() - last).unwrap_or_default().to_vec();
    let both = |lines: Option<&[&'a str]>| lines.unwrap_or_default().iter().map(|it| Line::Both(it)).collect::<Vec<_>>();
    let differing = differing(&within(&old), &within(&new), first);
    [both(old.get(..first)), differing, both(old.get(old.len() - last..))].concat()
}

fn differing<'a>(old: &[&'a str], new: &[&'a str], before: usize) -> Vec<Line<'a>> {
    let width = new.len() + 1;
    // How many lines the rests have in common, behind each pair of places.
    let mut common = vec![0_u32; if old.len().saturating_mul(width) > LARGEST { 0 } else { (old.len() + 1) * width }];
    let at = |common: &[u32], i: usize, j: usize| common.get(i * width + j).copied().unwrap_or(0);
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            let most = if a == b { at(&common, i + 1, j + 1) + 1 } else { at(&common, i + 1, j).max(at(&common, i, j + 1)) };
            if let Some(place) = common.get_mut(i * width + j) {
                *place = most;
            }
        }
    }
    let mut lines = Vec::new();
    let (mut i, mut j) = (0, 0);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(a), Some(b)) if a == b => {
                lines.push(Line::Both(a));
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) if b.is_none() || at(&common, i + 1, j) >= at(&common, i, j + 1) => {
                lines.push(Line::Old(a));
                i += 1;
            }
            (_, Some(b)) => {
                lines.push(Line::New(before + j + 1, b));
                j += 1;
            }
            _ => return lines,
        }
    }
}

/// What differs, as programs that compare files show it; empty if nothing does.
pub(super) fn shown(old: &str, new: &str) -> String {
    let lines = lines(old, new);
    let differs: Vec<bool> = lines.iter().map(|it| !matches!(it, Line::Both(_))).collect();
    let is_near = |at: usize| differs.get(at.saturating_sub(AROUND)..(at + AROUND + 1).min(differs.len())).is_some_and(|near| near.contains(&true));
    let mut text = String::new();
    let mut number = 0;
    let mut follows = false;
    for (at, line) in lines.iter().enumerate() {
        number += usize::from(!matches!(line, Line::Old(_)));
        if !is_near(at) {
            follows = false;
            continue;
        }
        if !follows {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "@@ line {} @@", number.max(1));
        }
        follows = true;
        let _ = match line {
            Line::Both(it) => writeln!(text, "  {it}"),
            Line::Old(it) => writeln!(text, "- {it}"),
            Line::New(_, it) => writeln!(text, "+ {it}"),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_shown_with_what_stands_around_it() {
        assert_eq!(shown("a\nb\nc\n", "a\nb\nc\n"), "");
        assert_eq!(
            shown("1\n2\n3\n4\nmine\n6\n7\n7b\n8\n9\n", "1\n2\n3\n4\n5\nnew\n6\n7\n7b\n8\n9\nend\n"),
            "@@ line 3 @@\n  3\n  4\n- mine\n+ 5\n+ new\n  6\n  7\n@@ line 10 @@\n  8\n  9\n+ end\n"
        );
        assert_eq!(shown("", "x\n"), "@@ line 1 @@\n+ x\n");
        assert_eq!(shown("x\ny\nx\n", "x\n"), "@@ line 1 @@\n  x\n- y\n- x\n");
        assert_eq!(lines("b\nd\n", "a\nb\nc\nd\n"), [Line::New(1, "a"), Line::Both("b"), Line::New(3, "c"), Line::Both("d")]);
    }

    #[test]
    fn very_long_texts_are_compared_too() {
        let text = |name: &str| (0..3_000).fold(String::new(), |text, at| format!("{text}{name}{at}\n"));
        assert_eq!(lines(&text("a"), &text("b")).len(), 6_000);
    }
}

//! Bars from a zero line, each with its words and its number above it.

use super::svg::{Svg, percent};
use crate::fact::Decimal;

/// Bars to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarChart {
    /// Its id in the page, without blanks.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it shows, in a sentence for those who cannot see it.
    pub description: String,
    /// Its bars, in groups.
    pub groups: Vec<Group>,
}

/// Bars under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading; none for a chart with one bar a group.
    pub heading: Option<String>,
    /// The bars, from top to bottom.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its number in words: `$45,780`, `not published`.
    pub value: String,
    /// How long it is.
    pub length: Length,
    /// Whether it is there only to compare with.
    pub is_comparison: bool,
}

/// How long a bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// So long; below zero to the left.
    Exact(Decimal),
    /// At least so long: it goes on to the end of the chart, its end open.
    AtLeast(Decimal),
    /// Nothing is known: no bar.
    Unknown,
}

const HEADING: u32 = 22;
const LABEL: u32 = 18;
const THICK: u32 = 12;
const GAP: u32 = 8;
/// Letters in a line of a label, and in one that holds a number too: what the narrowest screen has room for.
const LINE: usize = 34;
const LINE_WITH_NUMBER: usize = 38;
/// Lines that a label may have.
const LINES: usize = 3;

/// The chart as SVG.
pub fn bars(chart: &BarChart) -> String {
    let scale = Scale::of(chart.groups.iter().flat_map(|group| &group.bars));
    let mut svg = Svg::new();
    for group in &chart.groups {
        if let Some(heading) = &group.heading {
            for line in lines(heading) {
                svg.height += HEADING;
                svg.text(svg.height - 6, "x=\"4\" class=\"chart-heading\"", &line);
            }
        }
        for bar in &group.bars {
            draw(bar, &scale, &mut svg);
        }
    }
    let zero = scale.across(Decimal::ZERO);
    let height = svg.height;
    svg.element("line", &format!("x1=\"{zero}\" x2=\"{zero}\" y1=\"0\" y2=\"{height}\" class=\"chart-zero\""));
    svg.finish(&chart.id, &chart.title, &chart.description)
}

fn draw(bar: &Bar, scale: &Scale, svg: &mut Svg) {
    let class = if bar.is_comparison { "chart-2" } else { "chart-1" };
    let lines = lines(&bar.label);
    for line in &lines {
        svg.height += LABEL;
        svg.text(svg.height - 5, "x=\"4\" class=\"chart-label\"", line);
    }
    if lines.last().is_some_and(|last| last.chars().count() + bar.value.chars().count() + 1 > LINE_WITH_NUMBER) {
        svg.height += LABEL;
    }
    svg.text(svg.height - 5, "x=\"100%\" text-anchor=\"end\" class=\"chart-value\"", &bar.value);
    let y = svg.height;
    if let Some((from, long)) = scale.bar(bar.length) {
        svg.element("rect", &format!("x=\"{from}\" y=\"{y}\" width=\"{long}\" height=\"{THICK}\" class=\"{class}\""));
    }
    if let Length::AtLeast(least) = bar.length {
        // What lies beyond the bound is not known: drawn open, up to the end.
        let (from, rest) = (scale.across(least), percent(scale.high - least, scale.high - scale.low));
        svg.element("rect", &format!("x=\"{from}\" y=\"{y}\" width=\"{rest}\" height=\"{THICK}\" class=\"{class} chart-open\""));
    }
    svg.height += THICK + GAP;
}

/// The words of a label in lines that leave room for the number behind the last of them, on the narrowest screen too.
fn lines(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in label.split_whitespace().flat_map(pieces) {
        let word = word.as_str();
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > LINE {
            if lines.len() + 1 == LINES {
                line.push('…');
                break;
            }
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// A word in pieces that a line has room for; each but the last has a hyphen.
fn pieces(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let many = letters.chunks(LINE - 1).count();
    let hyphen = |at: usize| if at + 1 < many { "-" } else { "" };
    if letters.len() <= LINE {
        vec![word.to_owned()]
    } else {
        letters.chunks(LINE - 1).enumerate().map(|(at, it)| it.iter().collect::<String>() + hyphen(at)).collect()
    }
}

/// From the lowest to the highest number of a chart, zero always among them.
struct Scale {
    low: Decimal,
    high: Decimal,
}

impl Scale {
    fn of<'b>(bars: impl Iterator<Item = &'b Bar>) -> Self {
        let mut scale = Self { low: Decimal::ZERO, high: Decimal::ZERO };
        for bar in bars {
            let (low, high) = match bar.length {
                Length::Exact(number) => (number, number),
                // Room for the open end.
                Length::AtLeast(number) => (number, number + number * Decimal::new(1, 1)),
                Length::Unknown => continue,
            };
            scale.low = scale.low.min(low);
            scale.high = scale.high.max(high);
        }
        if scale.low == scale.high {
            scale.high = Decimal::ONE;
        }
        scale
    }

    /// Where `number` lies, from the left.
    fn across(&self, number: Decimal) -> String {
        percent(number - self.low, self.high - self.low)
    }

    /// Where a bar begins, and how long it is.
    fn bar(&self, length: Length) -> Option<(String, String)> {
        let (Length::Exact(number) | Length::AtLeast(number)) = length else { return None };
        Some((self.across(number.min(Decimal::ZERO)), percent(number.abs(), self.high - self.low)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, length: Length) -> Bar {
        Bar { label: label.to_owned(), value: format!("{length:?}").chars().take(7).collect(), length, is_comparison: false }
    }

    fn drawn(bars_of: Vec<Bar>) -> String {
        bars(&BarChart { id: "pay".into(), title: "Pay & more".into(), description: "d".into(), groups: vec![Group { heading: None, bars: bars_of }] })
    }

    #[test]
    fn bars_begin_at_zero_and_the_longest_fills_the_chart() {
        let svg = drawn(vec![bar("A", Length::Exact(Decimal::from(50))), bar("B", Length::Exact(Decimal::from(80)))]);
        assert!(svg.contains("<rect x=\"0%\" y=\"18\" width=\"62.5%\"") && svg.contains("<rect x=\"0%\" y=\"56\" width=\"100%\""), "{svg}");
        assert!(svg.starts_with("<svg class=\"chart\" role=\"img\" width=\"100%\" height=\"76\" aria-labelledby=\"pay-title pay-description\"><title id=\"pay-title\">Pay &amp; more</title>"), "{svg}");
    }

    #[test]
    fn what_is_below_zero_goes_to_the_left_of_it() {
        let svg = drawn(vec![bar("A", Length::Exact(Decimal::from(-5))), bar("B", Length::Exact(Decimal::from(15)))]);
        assert!(svg.contains("<rect x=\"0%\" y=\"18\" width=\"25%\"") && svg.contains("<rect x=\"25%\" y=\"56\" width=\"75%\""), "{svg}");
        assert!(svg.contains("<line x1=\"25%\" x2=\"25%\""), "{svg}");
    }

    #[test]
    fn a_long_label_is_broken_into_lines_and_cut() {
        let label = "Federal, state and local government, without schools and hospitals of states and towns and the postal service of the country";
        assert_eq!(lines(label), ["Federal, state and local", "government, without schools and", "hospitals of states and towns and…"]);
        assert_eq!(lines("Hospitals"), ["Hospitals"]);
        assert_eq!(lines("Rechtsschutzversicherungsgesellschaften"), ["Rechtsschutzversicherungsgesellsc-", "haften"]);
        let svg = drawn(vec![bar(label, Length::Exact(Decimal::from(50)))]);
        assert!(svg.contains("<rect x=\"0%\" y=\"72\""), "the number has a line of its own: {svg}");
        let short = drawn(vec![bar("Hospitals of the state", Length::Exact(Decimal::from(50)))]);
        assert!(short.contains("<rect x=\"0%\" y=\"18\""), "{short}");
    }

    #[test]
    fn a_bound_has_an_open_end_and_what_is_not_published_no_bar() {
        let svg = drawn(vec![bar("A", Length::AtLeast(Decimal::from(100))), bar("B", Length::Unknown)]);
        assert!(svg.contains("width=\"90.9%\"") && svg.contains("x=\"90.9%\" y=\"18\" width=\"9.1%\" height=\"12\" class=\"chart-1 chart-open\""), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 2);
        assert!(svg.contains(">B</text>"));
        assert!(!drawn(Vec::new()).contains("NaN"));
    }
}

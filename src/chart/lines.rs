//! Lines over the years, each with its name and every point with its number.

use std::collections::{BTreeMap, BTreeSet};

use super::svg::{Svg, percent};
use crate::fact::Decimal;

/// Lines over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChart {
    /// Its id in the page, without blanks.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it shows, in a sentence for those who cannot see it.
    pub description: String,
    /// The lines; at most two.
    pub series: Vec<Series>,
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What it stands for.
    pub name: String,
    /// Its points, from the earliest on.
    pub points: Vec<Point>,
    /// Whether it is there only to compare with: drawn in dashes.
    pub is_comparison: bool,
}

/// A point of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// When: places points across, such as a number of months.
    pub at: Decimal,
    /// The same in words: `2024`.
    pub when: String,
    /// The number.
    pub number: Decimal,
    /// The same in words: `$45,780`.
    pub value: String,
    /// Whether it is this or more, or this or less: no line leads through it.
    pub is_bound: bool,
}

const TALL: u32 = 160;
const NAME: u32 = 20;
const FOOT: u32 = 24;
/// Room above the highest point for its number.
const HEAD: u32 = 22;
/// The drawing on the narrowest screen, a letter and the room between two texts there, in pixels.
const NARROW: i64 = 280;
const LETTER: i64 = 8;
const BETWEEN: i64 = 8;
/// What is free beside the outer points there, and how far a text may go beyond the edge.
const MARGIN: i64 = NARROW / 10;
const OVERHANG: i64 = 8;

/// The chart as SVG. The foot of the drawing is zero.
pub fn lines(chart: &LineChart) -> String {
    let mut svg = Svg::new();
    for series in &chart.series {
        svg.height += NAME;
        let y = svg.height - 6;
        svg.element("line", &format!("x1=\"0\" x2=\"24\" y1=\"{}\" y2=\"{}\" class=\"{}\"", y - 4, y - 4, class(series)));
        svg.text(y, "x=\"32\" class=\"chart-label\"", &series.name);
    }
    let top = svg.height + HEAD;
    let points = || chart.series.iter().flat_map(|series| &series.points);
    let first = points().map(|point| point.at).min().unwrap_or_default();
    let last = points().map(|point| point.at).max().unwrap_or_default();
    let highest = points().map(|point| point.number).max().unwrap_or_default().max(Decimal::ONE);
    let across = |point: &Point| if first == last { "50%".to_owned() } else { inset(point.at - first, last - first) };
    let down = |point: &Point| {
        let above = (point.number * Decimal::from(i64::from(TALL))).checked_div(highest).map_or(0, rounded);
        u32::try_from(i64::from(TALL) - above).unwrap_or(TALL)
    };
    let named = named(chart);
    let place = |point: &Point, text: &str| match goes_beyond(width(text)) && first != last {
        true if point.at == last => "x=\"100%\" text-anchor=\"end\"".to_owned(),
        true if point.at == first => "x=\"0\" text-anchor=\"start\"".to_owned(),
        _ => format!("x=\"{}\" text-anchor=\"middle\"", across(point)),
    };
    for (number, series) in chart.series.iter().enumerate() {
        for pair in series.points.windows(2) {
            let [from, to] = pair else { continue };
            if from.is_bound || to.is_bound {
                continue;
            }
            let ends = format!("x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"", across(from), top + down(from), across(to), top + down(to));
            svg.element("line", &format!("{ends} class=\"{}\"", class(series)));
        }
        for point in &series.points {
            let (x, y) = (across(point), top + down(point));
            let class = if point.is_bound { "chart-1 chart-open".to_owned() } else { format!("{} chart-point", class(series)) };
            svg.element("circle", &format!("cx=\"{x}\" cy=\"{y}\" r=\"{}\" class=\"{class}\"", if point.is_bound { "6" } else { "3.5" }));
            if !named.contains(&point.at) {
                continue;
            }
            // The second line's numbers stand on the other side of its points, out of the way of the first one's.
            let is_above = chart.series.get(1 - number.min(1)).is_none_or(|other| is_above(point, number, other));
            let foot = if is_above { y.saturating_sub(8) } else { y + 18 };
            svg.text(foot, &format!("{} class=\"chart-value\"", place(point, &point.value)), &point.value);
        }
    }
    svg.height = top + TALL;
    let base = svg.height;
    svg.element("line", &format!("x1=\"0\" x2=\"100%\" y1=\"{base}\" y2=\"{base}\" class=\"chart-zero\""));
    svg.height += FOOT;
    let times: BTreeMap<Decimal, &Point> = points().map(|point| (point.at, point)).collect();
    for point in times.values().filter(|point| named.contains(&point.at)) {
        svg.text(base + 18, &format!("{} class=\"chart-label\"", place(point, &point.when)), &point.when);
    }
    svg.finish(&chart.id, &chart.title, &chart.description)
}

/// The times whose words and numbers are printed: the ends, and between them those whose texts have room on the narrowest screen. The table has all.
fn named(chart: &LineChart) -> BTreeSet<Decimal> {
    // How wide the texts of each time are.
    let mut times: BTreeMap<Decimal, i64> = BTreeMap::new();
    for point in chart.series.iter().flat_map(|series| &series.points) {
        let wide = times.entry(point.at).or_default();
        *wide = (*wide).max(width(&point.value)).max(width(&point.when));
    }
    let (Some((first, wide)), Some((last, last_wide))) = (times.first_key_value(), times.last_key_value()) else { return BTreeSet::new() };
    let mut named = BTreeSet::from([*first, *last]);
    // Where the texts of the outer points end and begin: centred there unless they go to the edge.
    let reach = |wide: i64| if goes_beyond(wide) { wide } else { MARGIN + wide / 2 };
    let mut taken = reach(*wide);
    let end = NARROW - reach(*last_wide);
    for (time, wide) in &times {
        let Some(share) = ((*time - *first) * Decimal::from(NARROW - 2 * MARGIN)).checked_div(*last - *first) else { continue };
        let centre = MARGIN + rounded(share);
        if centre - wide / 2 >= taken + BETWEEN && centre + wide / 2 + BETWEEN <= end {
            named.insert(*time);
            taken = centre + wide / 2;
        }
    }
    named
}

/// How wide a text is at most, in pixels.
fn width(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(NARROW).saturating_mul(LETTER)
}

/// Whether a text that is so wide would go beyond the edge if it were centred at an outer point of the narrowest screen: it ends at the edge instead.
fn goes_beyond(wide: i64) -> bool {
    wide / 2 > MARGIN + OVERHANG
}

/// Whether the number of `point` stands above it: where the other line lies below at that time, and for the first line where both meet.
fn is_above(point: &Point, number: usize, other: &Series) -> bool {
    match other.points.iter().find(|it| it.at == point.at) {
        Some(there) if there.number == point.number => number == 0,
        Some(there) => point.number > there.number,
        None => true,
    }
}

fn class(series: &Series) -> &'static str {
    if series.is_comparison { "chart-line chart-line-2" } else { "chart-line" }
}

/// Across the drawing, a tenth left free at both ends for the words of the outer points.
fn inset(part: Decimal, whole: Decimal) -> String {
    percent(whole + part * Decimal::from(8), whole * Decimal::from(10))
}

fn rounded(number: Decimal) -> i64 {
    number.rounded(0).to_string().parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(year: i64, number: i64) -> Point {
        Point { at: Decimal::from(year), when: year.to_string(), number: Decimal::from(number), value: format!("${number}"), is_bound: false }
    }

    #[test]
    fn points_stand_at_their_years_above_a_zero_line() {
        let series = vec![
            Series { name: "In dollars of the year".into(), points: vec![point(2020, 50), point(2024, 100)], is_comparison: false },
            Series { name: "In prices of 2024".into(), points: vec![point(2020, 75), point(2024, 100)], is_comparison: true },
        ];
        let svg = lines(&LineChart { id: "t".into(), title: "Pay".into(), description: "d".into(), series });
        assert!(svg.contains("<circle cx=\"10%\" cy=\"142\"") && svg.contains("<circle cx=\"90%\" cy=\"62\""), "{svg}");
        assert_eq!(svg.matches(">2020</text>").count(), 1, "{svg}");
        assert!(svg.contains("height=\"246\""), "{svg}");
    }

    #[test]
    fn a_bound_is_a_point_of_its_own_kind_that_no_line_leads_through() {
        let bound = Point { is_bound: true, value: "$90 or more".into(), ..point(2022, 90) };
        let series = vec![Series { name: "As paid".into(), points: vec![point(2020, 50), bound, point(2024, 100)], is_comparison: false }];
        let svg = lines(&LineChart { id: "t".into(), title: "Pay".into(), description: "d".into(), series });
        assert_eq!((svg.matches("chart-open").count(), svg.matches("<circle").count()), (1, 3), "{svg}");
        // Its name and the zero line alone.
        assert_eq!(svg.matches("<line").count(), 2, "{svg}");
        assert!(svg.contains(">$90 or more</text>"), "{svg}");
    }

    #[test]
    fn of_points_that_stand_close_only_those_with_room_have_words() {
        let years = |years: &[i64]| years.iter().map(|year| Decimal::from(*year)).collect::<BTreeSet<_>>();
        let named_of = |points: Vec<Point>| {
            named(&LineChart {
                id: String::new(),
                title: String::new(),
                description: String::new(),
                series: vec![Series { name: String::new(), points, is_comparison: false }],
            })
        };
        let of = |all: &[i64], number: i64| named_of(all.iter().map(|year| point(*year, number)).collect());
        let all = [2010, 2011, 2014, 2017, 2019, 2020];
        assert_eq!(of(&all, 50), years(&[2010, 2014, 2017, 2020]));
        assert_eq!(of(&all, 1_200_000), years(&[2010, 2014, 2020]));
        assert_eq!(of(&[2020, 2021], 50), years(&[2020, 2021]));
        assert_eq!(of(&[], 50), years(&[]));
        // A bound at the end takes the room of the point before it.
        let mut points: Vec<Point> = all.iter().map(|year| point(*year, 50)).collect();
        if let Some(last) = points.last_mut() {
            last.value = "$208,000 or more".into();
        }
        assert_eq!(named_of(points), years(&[2010, 2014, 2020]));
    }

    #[test]
    fn one_point_stands_in_the_middle_and_none_is_no_fault() {
        let one = vec![Series { name: "A".into(), points: vec![point(2020, 5)], is_comparison: false }];
        assert!(lines(&LineChart { id: "t".into(), title: "t".into(), description: "d".into(), series: one }).contains("cx=\"50%\""));
        assert!(lines(&LineChart { id: "t".into(), title: "t".into(), description: "d".into(), series: Vec::new() }).ends_with("</svg>"));
    }
}

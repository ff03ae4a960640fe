//! Charts as SVG inside the page, made at build time: no script, no picture, readable from 320 pixels up.
//!
//! Lengths across are percentages and letters have one size, so a chart fills its column and its words stay legible. Every bar and point
//! has its words and its number beside it; colours only help. The theme colours the classes `chart-1` and `chart-2`.

mod bars;
mod lines;
mod svg;

pub use bars::{Bar, BarChart, Group, Length, bars};
pub use lines::{LineChart, Point, Series, lines};

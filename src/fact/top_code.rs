//! Where the US wage statistics stop counting and print `#`.

use super::{Basis, Decimal};

/// The pay at and above which the statistics of `year` print `#`. `None` for years and times of work of which we do not know it.
///
/// Source: `Field Descriptions` in the workbooks of May 2020 and May 2024; for 2015 and 2021 the largest values that their files print.
pub fn top_code(year: i16, basis: Basis) -> Option<Decimal> {
    let (hour, annual) = match year {
        2015 => (90, 187_200),
        2020 | 2021 => (100, 208_000),
        2024 => (115, 239_200),
        _ => return None,
    };
    match basis {
        Basis::Hour => Some(Decimal::new(hour * 100, 2)),
        Basis::Year => Some(Decimal::from(annual)),
        Basis::Day | Basis::Week | Basis::Month => None,
    }
}

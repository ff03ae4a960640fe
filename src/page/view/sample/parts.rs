//! Samples of what many views have.

use super::amount::Amount;
use crate::page::view::{DayView, LinkView, SourceView};

pub(super) fn source(amount: Amount) -> SourceView {
    SourceView {
        id: "bls-oews-2024".into(),
        publisher: "Bureau of Labor Statistics".into(),
        title: "Occupational Employment and Wage Statistics".into(),
        edition: amount.some("May 2024".into()),
        period: amount.some("2024".into()),
        period_iso: amount.some("2024".into()),
        period_beside_edition: amount.some("2024".into()),
        url: amount.some("https://www.bls.gov/oes/".into()),
        licence: amount.some("Public domain".into()),
        licence_url: amount.some("https://creativecommons.org/publicdomain/mark/1.0/".into()),
        retrieved: amount.some(day()),
    }
}

pub(super) fn link(label: &str, path: &str) -> LinkView {
    LinkView { label: label.into(), path: path.into() }
}

pub(super) fn day() -> DayView {
    DayView { iso: "2026-11-23".into(), text: "November 23, 2026".into() }
}

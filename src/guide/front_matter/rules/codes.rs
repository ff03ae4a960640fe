//! Codes of occupations and industries: each system has its form, and each code stands in quotes where YAML could
//! take it for a number.

use super::super::{Codes, FrontMatter, PathStep};
use super::web_address::web_address;
use super::{Judge, forms};
use crate::problem::Code;
use crate::yaml::Named;

/// A system of codes.
#[derive(Debug, Clone, Copy)]
enum System {
    Soc,
    OnetSoc,
    Isco,
    UkSoc,
    Naics,
}

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    if let Some(occupation) = &front.occupation {
        judge.needs_text("an occupation", occupation.name.as_ref(), &["occupation", "name"], "Health technician");
        code(System::Soc, occupation.soc.as_ref(), &["occupation", "soc"], judge);
        for (at, name) in occupation.also_called.iter().flatten().enumerate() {
            let at = at.to_string();
            if let Named::Full(name) = name {
                judge.needs_text("another name", name.name.as_ref(), &["occupation", "also_called", &at, "name"], "Phlebotomy technician");
                code(System::Soc, name.soc.as_ref(), &["occupation", "also_called", &at, "soc"], judge);
            }
        }
        occupation.codes.iter().for_each(|codes| of_systems(codes, judge));
    }
    let lists = [("similar", &front.similar), ("progresses_to", &front.progresses_to), ("specialisations", &front.specialisations)];
    for (list, steps) in lists {
        for (at, step) in steps.iter().flatten().enumerate() {
            let at = at.to_string();
            match step {
                Named::Full(step) => path_step(step, &[list, &at], judge),
                Named::Text(text) => forms::entry(text, list, &at, judge),
            }
        }
    }
}

fn path_step(step: &PathStep, path: &[&str; 2], judge: &mut Judge<'_, '_>) {
    let [list, at] = *path;
    judge.needs_text("an occupation", step.name.as_ref(), &[list, at, "name"], "Phlebotomist");
    code(System::Soc, step.soc.as_ref(), &[list, at, "soc"], judge);
    web_address(step.url.as_ref(), &[list, at, "url"], judge);
}

fn of_systems(codes: &Codes, judge: &mut Judge<'_, '_>) {
    let systems = [
        (System::Soc, "soc-2010", &codes.soc_2010),
        (System::OnetSoc, "onet-soc-2019", &codes.onet_soc_2019),
        (System::Isco, "isco-08", &codes.isco_08),
        (System::UkSoc, "uk-soc-2020", &codes.uk_soc_2020),
        (System::Naics, "naics-2022", &codes.naics_2022),
    ];
    for (system, name, texts) in systems {
        each(name, texts.iter().flat_map(|it| &it.0), judge, |text, path, judge| code(system, Some(text), path, judge));
    }
    each("esco", codes.esco.iter().flat_map(|it| &it.0), judge, |text, path, judge| web_address(Some(text), path, judge));
}

/// Calls `rule` with each of `texts` and its path, whether one was written or a list.
fn each<'a>(name: &str, texts: impl Iterator<Item = &'a String>, judge: &mut Judge<'_, '_>, rule: impl Fn(&String, &[&str], &mut Judge<'_, '_>)) {
    for (at, text) in texts.enumerate() {
        let at = at.to_string();
        // The place is looked up only where something is wrong; both paths are tried there.
        let path: [&str; 4] = ["occupation", "codes", name, &at];
        rule(text, &path, judge);
    }
}

/// The text at `path` must be a SOC code.
pub(super) fn soc(text: Option<&String>, path: &[&str], judge: &mut Judge<'_, '_>) {
    code(System::Soc, text, path, judge);
}

fn code(system: System, text: Option<&String>, path: &[&str], judge: &mut Judge<'_, '_>) {
    let Some(text) = text else { return };
    if !has_form(system, text) {
        let (form, example) = form(system);
        let help = likely(system, text).map_or_else(|| format!("write {form}, such as `\"{example}\"`"), |right| format!("write `\"{right}\"`"));
        judge.invalid(path, format!("`{text}` is not {} code", system_name(system)), help);
    } else if could_be_a_number(text) {
        quoted(text, path, judge);
    }
}

/// The code or number of `text` at `path`, which passes as a text only in quotes, must stand in them.
pub(super) fn quoted(text: &str, path: &[&str], judge: &mut Judge<'_, '_>) {
    if !judge.stands_unquoted(text) {
        return;
    }
    // One code that is not in a list is found at the path without the number.
    let above = path.split_last().map_or(path, |(_, above)| above);
    if judge.is_plain(path) || (path.last().is_some_and(|last| last.parse::<usize>().is_ok()) && judge.is_plain(above)) {
        let message = format!("the code `{text}` stands without quotes, where YAML may take it for a number");
        judge.report(Code::UnquotedCode, path, message, format!("write `\"{text}\"`"));
    }
}

/// Whether YAML could take `text` for a number.
pub(super) fn could_be_a_number(text: &str) -> bool {
    text.parse::<f64>().is_ok() || text.starts_with("0x") || text.starts_with("0o")
}

fn system_name(system: System) -> &'static str {
    match system {
        System::Soc => "a SOC",
        System::OnetSoc => "an O*NET-SOC",
        System::Isco => "an ISCO-08",
        System::UkSoc => "a UK SOC 2020",
        System::Naics => "a NAICS",
    }
}

fn form(system: System) -> (&'static str, &'static str) {
    match system {
        System::Soc => ("two digits, a hyphen and four digits", "29-2099"),
        System::OnetSoc => ("two digits, a hyphen, four digits, a point and two digits", "29-2099.01"),
        System::Isco => ("one to four digits", "3211"),
        System::UkSoc => ("four digits", "3213"),
        System::Naics => ("two to six digits or a range of sectors", "31-33"),
    }
}

fn has_form(system: System, text: &str) -> bool {
    let digits = |text: &str, least: usize, most: usize| (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    let soc = |text: &str| text.split_once('-').is_some_and(|(major, rest)| digits(major, 2, 2) && digits(rest, 4, 4));
    match system {
        System::Soc => soc(text),
        System::OnetSoc => text.split_once('.').is_some_and(|(code, detail)| soc(code) && digits(detail, 2, 2)),
        System::Isco => digits(text, 1, 4),
        System::UkSoc => digits(text, 4, 4),
        System::Naics => digits(text, 2, 6) || text.split_once('-').is_some_and(|(from, to)| digits(from, 2, 2) && digits(to, 2, 2) && from < to),
    }
}

/// The code that was probably meant, where only the signs between its digits are wrong.
fn likely(system: System, text: &str) -> Option<String> {
    if text.chars().any(char::is_alphabetic) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let at = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default();
    match (system, digits.len()) {
        // Eight digits are an O*NET code, whose first part is a SOC code.
        (System::Soc, 6 | 8) => Some(format!("{}-{}", at(0..2), at(2..6))),
        (System::OnetSoc, 8) => Some(format!("{}-{}.{}", at(0..2), at(2..6), at(6..8))),
        (System::OnetSoc, 6) => Some(format!("{}-{}.00", at(0..2), at(2..6))),
        (System::Naics, 4) => Some(format!("{}-{}", at(0..2), at(2..4))).filter(|code| has_form(System::Naics, code)),
        (System::Isco | System::UkSoc, 4) => Some(digits),
        _ => None,
    }
}

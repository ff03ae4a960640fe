//! What pages say in words: levels, lengths of time, days, kinds of resources. English, as `language: en` asks;
//! another language would be another file beside this one.

use crate::day::Day;
use crate::fact::{Currency, Level, Measure, Phrase, Statistic};
use crate::guide::front_matter::{
    CredentialKind, Disclosure, EducationLevel, Experience, ExperienceLevel, Required, ResourceKind, TimeUnit, Training, TrainingKind,
};
use crate::slug::slug;

pub(super) const HOME: &str = "Home";
pub(super) const INDEX: &str = "A–Z";
pub(super) const INDEX_TITLE: &str = "Careers from A to Z";
pub(super) const TAGS: &str = "Tags";
pub(super) const SOURCES: &str = "Sources and methods";
pub(super) const LEDGER: &str = "Figures of this site";
pub(super) const MEDIAN_PAY: &str = "Median pay";
pub(super) const ENTRY_EDUCATION: &str = "Entry education";
pub(super) const GROWTH: &str = "Growth";
pub(super) const GUIDES_AT_A_GLANCE: &str = "The guides at a glance";
/// What a median is.
pub(super) const MEDIAN: &str = "The median: half earn more, half earn less.";
/// What stands in a table where no publisher gives a figure.
pub(super) const NO_FIGURE: &str = "no figure";
/// The scale of O*NET's importance.
pub(super) const IMPORTANCE: &str = "Importance, 0 to 100";
pub(super) const SHARE_OF_WORKERS: &str = "Share of workers";
pub(super) const ALL_OCCUPATIONS: &str = "All occupations";
/// Pay as it was paid, beside pay in the prices of one year.
pub(super) const AS_PAID: &str = "As paid at the time";
pub(super) const NOT_FOUND: &str = "Page not found";

/// Headings of the table of credentials, in the order of its columns.
pub(super) const CREDENTIAL_COLUMNS: [&str; 6] = ["Credential", "Kind", "Issued by", "Needed", "Where", "Note"];

pub(super) fn day(day: Day) -> String {
    format!("{} {}, {}", month_name(day.month()), day.day(), day.year())
}

fn month_name(month: i8) -> &'static str {
    let months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    usize::try_from(month - 1).ok().and_then(|at| months.get(at)).copied().unwrap_or_default()
}

pub(super) fn education(level: EducationLevel) -> &'static str {
    match level {
        EducationLevel::None => "No formal educational credential",
        EducationLevel::HighSchool => "High school diploma or equivalent",
        EducationLevel::SomeCollege => "Some college, no degree",
        EducationLevel::PostsecondaryAward => "Postsecondary nondegree award",
        EducationLevel::Associate => "Associate's degree",
        EducationLevel::Bachelor => "Bachelor's degree",
        EducationLevel::Master => "Master's degree",
        EducationLevel::Doctoral => "Doctoral or professional degree",
    }
}

/// A level as a line of its own.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Education(it) => education(it),
        Level::Experience(it) => experience_level(it),
        Level::Training(it) => training_kind(it),
    }
}

/// `2 years`, `1 year`, `1.5 years`.
pub(super) fn years(years: f32) -> String {
    let one = (years - 1.0).abs() < f32::EPSILON;
    format!("{years} {}", if one { "year" } else { "years" })
}

pub(super) fn experience(it: &Experience) -> Vec<String> {
    let level = it.level.map(experience_level);
    // From "0" to so many months reads better as "up to".
    let months = length(it.months_min.filter(|months| *months > 0), it.months_max.filter(|months| *months > 0), TimeUnit::Months);
    level.map(str::to_owned).into_iter().chain(months).collect()
}

fn experience_level(level: ExperienceLevel) -> &'static str {
    match level {
        ExperienceLevel::None => "None",
        ExperienceLevel::UnderFiveYears => "Less than 5 years",
        ExperienceLevel::FiveYearsOrMore => "5 years or more",
    }
}

fn training_kind(kind: TrainingKind) -> &'static str {
    match kind {
        TrainingKind::None => "None",
        TrainingKind::ShortTerm => "Short-term on-the-job training",
        TrainingKind::ModerateTerm => "Moderate-term on-the-job training",
        TrainingKind::LongTerm => "Long-term on-the-job training",
        TrainingKind::Apprenticeship => "Apprenticeship",
        TrainingKind::Internship => "Internship or residency",
    }
}

pub(super) fn training(it: &Training) -> Vec<String> {
    let kind = it.kind.map(training_kind);
    let length = it.unit.and_then(|unit| length(it.min, it.max, unit));
    kind.map(str::to_owned).into_iter().chain(length).collect()
}

/// `2 to 4 weeks`, `1 week`, `up to 6 months`, `at least 2 days`.
fn length(min: Option<u16>, max: Option<u16>, unit: TimeUnit) -> Option<String> {
    let (one, many) = match unit {
        TimeUnit::Days => ("day", "days"),
        TimeUnit::Weeks => ("week", "weeks"),
        TimeUnit::Months => ("month", "months"),
        TimeUnit::Years => ("year", "years"),
    };
    let of = |number: u16| if number == 1 { one } else { many };
    match (min, max) {
        (Some(min), Some(max)) if min == max => Some(format!("{max} {}", of(max))),
        (Some(min), Some(max)) => Some(format!("{min} to {max} {}", of(max))),
        (Some(min), None) => Some(format!("at least {min} {}", of(min))),
        (None, Some(max)) => Some(format!("up to {max} {}", of(max))),
        (None, None) => None,
    }
}

pub(super) fn credential_kind(kind: CredentialKind) -> &'static str {
    match kind {
        CredentialKind::Licence => "Licence",
        CredentialKind::Certification => "Certification",
        CredentialKind::Registration => "Registration",
    }
}

pub(super) fn required(required: Required) -> &'static str {
    match required {
        Required::Always => "required",
        Required::Some => "sometimes required",
        Required::Preferred => "preferred",
    }
}

/// The same with the place where it holds, without what the author adds behind a colon: `required in Maryland`.
pub(super) fn required_in(required: Required, jurisdiction: Option<&str>) -> String {
    let Some(place) = jurisdiction.and_then(|it| it.split([':', ';']).next()).map(str::trim).filter(|it| !it.is_empty()) else {
        return self::required(required).to_owned();
    };
    let article = if place.starts_with("United ") { "the " } else { "" };
    match required {
        Required::Always => format!("required in {article}{place}"),
        Required::Some => format!("sometimes required in {article}{place}"),
        Required::Preferred => self::required(required).to_owned(),
    }
}

/// The caption of the table of credentials, where the author gives none.
pub(super) fn credentials_of(occupation: &str) -> String {
    format!("Credentials of {occupation}")
}

/// The kind of a resource in the plural, as a heading.
pub(super) fn resource_kind(kind: ResourceKind) -> &'static str {
    match kind {
        ResourceKind::Association => "Associations",
        ResourceKind::Government => "Government",
        ResourceKind::Training => "Training",
        ResourceKind::Certification => "Certification",
        ResourceKind::Book => "Books",
        ResourceKind::Article => "Articles",
        ResourceKind::Video => "Videos",
        ResourceKind::Podcast => "Podcasts",
        ResourceKind::Tool => "Tools",
        ResourceKind::JobBoard => "Job boards",
        ResourceKind::Data => "Data",
        ResourceKind::Other => "More",
    }
}

/// `7th edition`, for a text that does not say "edition" or "ed." itself.
pub(super) fn edition(edition: &str) -> String {
    let said = edition.to_lowercase().split([' ', '.']).any(|word| matches!(word, "edition" | "ed"));
    if said { edition.to_owned() } else { format!("{edition} edition") }
}

/// The name of a tag for readers. One written as an address, such as `no-degree`, becomes words; another stays.
pub(super) fn tag(name: &str) -> String {
    if slug(name) == name { capitalised(&name.replace('-', " ")) } else { name.to_owned() }
}

/// What the A–Z offers, for its head and for search engines.
pub(super) fn about_index(site: &str) -> String {
    format!("Every guide of {site} by name, and by the other names that the occupation goes by.")
}

/// What the list of tags offers.
pub(super) fn about_tags(site: &str) -> String {
    format!("The guides of {site} by what the jobs have in common.")
}

/// What the page of somebody who wrote or reviewed guides offers.
pub(super) fn about_author(name: &str, site: &str) -> String {
    format!("The guides of {site} that {name} wrote or reviewed.")
}

/// What the page of a tag offers.
pub(super) fn about_tag(tag: &str, site: &str) -> String {
    format!("Guides of {site} with the tag “{}”.", self::tag(tag))
}

/// `text` with a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

pub(super) fn disclosure(disclosure: Disclosure) -> &'static str {
    match disclosure {
        Disclosure::Affiliate => "Some links on this page are affiliate links: we may earn a commission if you buy through them, at no extra cost to you.",
        Disclosure::Sponsored => "Parts of this page are sponsored: they are labelled where they stand.",
        Disclosure::AiAssisted => "Parts of this page were drafted with the help of a language model and edited by people.",
    }
}

/// The licence of a publication; words that are no known licence stay as they are.
pub(super) fn licence(licence: &str) -> &str {
    match licence {
        "public-domain" => "Public domain",
        "cc-by-4.0" => "CC BY 4.0",
        "ogl-3.0" => "Open Government Licence v3.0",
        "odc-pddl-1.0" => "ODC Public Domain Dedication and License 1.0",
        other => other,
    }
}

/// The description of the page of sources.
pub(super) fn about_sources(site: &str) -> String {
    format!("The publications that {site} takes its figures from: who published them, of which time they are, under which licence, and which guides use them.")
}

/// The description of the figures ledger.
pub(super) fn about_ledger(site: &str) -> String {
    format!("Every figure of {site} with its value, its time, its area, its source and the pages that show it; also to download.")
}

/// What is measured, as readers say it: `Median pay a year`.
pub(super) fn measure(measure: &Measure) -> String {
    match measure {
        Measure::Pay(Statistic::Starter, basis) => format!("Pay of beginners {basis}"),
        Measure::Pay(Statistic::Experienced, basis) => format!("Pay of the experienced {basis}"),
        Measure::Jobs => "Number of jobs".to_owned(),
        Measure::Change => "Change in the number of jobs".to_owned(),
        Measure::Growth => "Growth in the number of jobs".to_owned(),
        Measure::SelfEmployed => "Self-employed workers".to_owned(),
        Measure::IndustryShare => "Share of the jobs".to_owned(),
        other => {
            let words = other.to_string();
            let mut letters = words.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
    }
}

/// A currency in the plural: `US dollars`; its code where it has no name of its own here.
pub(super) fn currency(currency: Currency) -> String {
    match currency {
        Currency::USD => "US dollars".to_owned(),
        Currency::GBP => "pounds sterling".to_owned(),
        Currency::EUR => "euros".to_owned(),
        other => other.code().to_owned(),
    }
}

/// What a row of the panel means; `None` where its name says it.
pub(super) fn help(key: &str) -> Option<&'static str> {
    Some(match key {
        "pay" => MEDIAN,
        "education" => "What employers typically ask of a beginner.",
        "experience" => "In a related occupation, before the first job in this one.",
        "training" => "What a beginner learns at work to become competent.",
        "jobs" => "Jobs of this occupation that are filled.",
        "outlook" => "How the number of jobs is projected to change, beside all occupations.",
        "change" => "Jobs gained or lost. Others open because people leave.",
        _ => return None,
    })
}

/// A statistic of pay as the heading of a row.
pub(super) fn statistic(statistic: Statistic) -> &'static str {
    match statistic {
        Statistic::P10 => "10th percentile",
        Statistic::P25 => "25th percentile",
        Statistic::Median => "Median",
        Statistic::P75 => "75th percentile",
        Statistic::P90 => "90th percentile",
        Statistic::Mean => "Mean",
        Statistic::Min => "Lowest",
        Statistic::Max => "Highest",
        Statistic::Starter => "Beginners",
        Statistic::Experienced => "Experienced",
    }
}

/// What growth over a span of years says: `Jobs are projected to grow 4% from 2024 to 2034, as fast as average.`
pub(super) fn outlook(is_less: bool, is_zero: bool, percent: &str, (from, to): (i16, i16), phrase: Option<Phrase>) -> String {
    let changes = match (is_zero, is_less) {
        (true, _) => "not to change in number".to_owned(),
        (_, true) => format!("to decline {percent}"),
        (_, false) => format!("to grow {percent}"),
    };
    let words = match phrase {
        None | Some(Phrase::Decline) => String::new(),
        Some(Phrase::LittleChange) => ": little or no change".to_owned(),
        Some(phrase) => format!(", {}", phrase.words()),
    };
    format!("Jobs are projected {changes} from {from} to {to}{words}.")
}

/// The page of a licence that has one.
pub(super) fn licence_url(licence: &str) -> Option<&'static str> {
    Some(match licence {
        "public-domain" => "https://creativecommons.org/publicdomain/mark/1.0/",
        "cc-by-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "ogl-3.0" => "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        "odc-pddl-1.0" => "https://opendatacommons.org/licenses/pddl/1-0/",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_as_people_say_them() {
        let weeks = |min, max| length(min, max, TimeUnit::Weeks);
        assert_eq!(weeks(Some(2), Some(4)).as_deref(), Some("2 to 4 weeks"));
        assert_eq!(weeks(Some(1), Some(1)).as_deref(), Some("1 week"));
        assert_eq!(weeks(None, Some(6)).as_deref(), Some("up to 6 weeks"));
        assert_eq!(weeks(Some(1), None).as_deref(), Some("at least 1 week"));
        assert_eq!([years(1.0), years(2.0), years(1.5)], ["1 year", "2 years", "1.5 years"]);
    }

    #[test]
    fn experience_that_begins_at_nothing_is_up_to() {
        let it = Experience { level: Some(ExperienceLevel::None), months_min: Some(0), months_max: Some(12), note: None };
        assert_eq!(experience(&it), ["None", "up to 12 months"]);
    }

    #[test]
    fn a_tag_written_as_an_address_is_read_as_words() {
        assert_eq!(["no-degree", "imaging", "Shift work", "IT"].map(tag), ["No degree", "Imaging", "Shift work", "IT"]);
    }

    #[test]
    fn days_and_editions_are_written_out() {
        assert_eq!(day("2026-11-23".parse().unwrap()), "November 23, 2026");
        assert_eq!([edition("7th"), edition("3rd ed."), edition("Second Edition")], ["7th edition", "3rd ed.", "Second Edition"]);
    }
}

//! What pages say in words of a language: levels, lengths of time, days, kinds of resources. The words themselves stand in files
//! (`crate::words`); here is which of them says what.

use crate::fact::{Basis, Currency, Decimal, Fact, Level, Locale, Mark, Measure, Number, Phrase, Statistic, Value};
use crate::guide::front_matter::{
    CredentialKind, Disclosure, EducationLevel, Experience, ExperienceLevel, Required, ResourceKind, TimeUnit, Training, TrainingKind,
};
use crate::language;
use crate::registry::Registry;
use crate::slug::slug;
use crate::words::{Word, Words};

/// A value as readers of a page read it: numbers as their language writes them, what is none in its words.
pub(super) fn value(words: &Words, locale: &Locale, value: &Value, basis: Option<Basis>) -> String {
    match value {
        Value::Level(it) => level(words, *it).to_owned(),
        Value::Unpublished(it) => mark(words, *it).to_owned(),
        number => held_together(locale.value(number, basis)),
    }
}

/// `US$` keeps its sign at its end in texts from right to left: a mark from left to right stands behind it.
fn held_together(text: String) -> String {
    if text.contains('\u{200f}') { text.replace('$', "$\u{200e}") } else { text }
}

/// The value of a fact in a sentence.
pub(super) fn in_sentence(words: &Words, locale: &Locale, fact: &Fact) -> String {
    let said = value(words, locale, fact.value(), fact.basis());
    // German nouns have a capital wherever they stand.
    let keeps_capital = language::primary(words.tag()) == "de";
    if matches!(fact.value(), Value::Level(_)) && !keeps_capital { uncapitalised(&said) } else { said }
}

fn uncapitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// The name of the area with this id. That which guides have unless told otherwise has one in every language, without any file.
pub(super) fn area<'a>(words: &'a Words, registry: &'a Registry, id: &'a str) -> &'a str {
    if id == "us" && !registry.areas.contains_key(id) { words.area_us.text() } else { registry.area_name(id) }
}

fn mark(words: &Words, mark: Mark) -> &str {
    match mark {
        Mark::Suppressed => &words.mark_suppressed,
        Mark::NotAvailable => &words.mark_not_available,
        Mark::NotApplicable => &words.mark_not_applicable,
        Mark::BelowThreshold => &words.mark_below_threshold,
    }
    .text()
}

pub(super) fn education(words: &Words, level: EducationLevel) -> &str {
    match level {
        EducationLevel::None => &words.education_none,
        EducationLevel::HighSchool => &words.education_high_school,
        EducationLevel::SomeCollege => &words.education_some_college,
        EducationLevel::PostsecondaryAward => &words.education_postsecondary_award,
        EducationLevel::Associate => &words.education_associate,
        EducationLevel::Bachelor => &words.education_bachelor,
        EducationLevel::Master => &words.education_master,
        EducationLevel::Doctoral => &words.education_doctoral,
    }
    .text()
}

/// A level as a line of its own.
pub(super) fn level(words: &Words, level: Level) -> &str {
    match level {
        Level::Education(it) => education(words, it),
        Level::Experience(it) => experience_level(words, it),
        Level::Training(it) => training_kind(words, it),
    }
}

/// `2 years`, `1 year`, `1.5 years`.
pub(super) fn years(words: &Words, locale: &Locale, years: f32) -> String {
    let plain = years.to_string();
    let printed = plain.parse::<Decimal>().map_or_else(|_| plain.clone(), |number| locale.value(&Value::Count(Number::Exact(number)), None));
    words.years.counted(&plain, &[("number", &printed)])
}

pub(super) fn experience(words: &Words, it: &Experience) -> Vec<String> {
    let level = it.level.map(|it| experience_level(words, it));
    // From "0" to so many months reads better as "up to".
    let months = length(words, it.months_min.filter(|months| *months > 0), it.months_max.filter(|months| *months > 0), TimeUnit::Months);
    level.map(str::to_owned).into_iter().chain(months).collect()
}

pub(super) fn experience_level(words: &Words, level: ExperienceLevel) -> &str {
    match level {
        ExperienceLevel::None => &words.experience_none,
        ExperienceLevel::UnderFiveYears => &words.experience_under_5_years,
        ExperienceLevel::FiveYearsOrMore => &words.experience_5_years_or_more,
    }
    .text()
}

fn training_kind(words: &Words, kind: TrainingKind) -> &str {
    match kind {
        TrainingKind::None => &words.training_none,
        TrainingKind::ShortTerm => &words.training_short_term,
        TrainingKind::ModerateTerm => &words.training_moderate_term,
        TrainingKind::LongTerm => &words.training_long_term,
        TrainingKind::Apprenticeship => &words.training_apprenticeship,
        TrainingKind::Internship => &words.training_internship,
    }
    .text()
}

pub(super) fn training(words: &Words, it: &Training) -> Vec<String> {
    let kind = it.kind.map(|kind| training_kind(words, kind));
    let length = it.unit.and_then(|unit| length(words, it.min, it.max, unit));
    kind.map(str::to_owned).into_iter().chain(length).collect()
}

/// `2 to 4 weeks`, `1 week`, `up to 6 months`, `at least 2 days`.
fn length(words: &Words, min: Option<u16>, max: Option<u16>, unit: TimeUnit) -> Option<String> {
    let unit = match unit {
        TimeUnit::Days => &words.days,
        TimeUnit::Weeks => &words.weeks,
        TimeUnit::Months => &words.months,
        TimeUnit::Years => &words.years,
    };
    let of = |number: u16| unit.count(usize::from(number), &[]);
    match (min, max) {
        (Some(min), Some(max)) if min == max => Some(of(max)),
        (Some(min), Some(max)) => Some(words.length_between.with(&[("least", &min.to_string()), ("most", &of(max))])),
        (Some(min), None) => Some(words.length_at_least.with(&[("length", &of(min))])),
        (None, Some(max)) => Some(words.length_up_to.with(&[("length", &of(max))])),
        (None, None) => None,
    }
}

/// Headings of the table of credentials, in the order of its columns.
pub(super) fn credential_columns(words: &Words) -> [&str; 6] {
    [&words.credential, &words.credential_kind, &words.credential_issuer, &words.credential_needed, &words.credential_where, &words.credential_note]
        .map(Word::text)
}

pub(super) fn credential_kind(words: &Words, kind: CredentialKind) -> &str {
    match kind {
        CredentialKind::Licence => &words.credential_licence,
        CredentialKind::Certification => &words.credential_certification,
        CredentialKind::Registration => &words.credential_registration,
    }
    .text()
}

pub(super) fn required(words: &Words, required: Required) -> &str {
    match required {
        Required::Always => &words.required_always,
        Required::Some => &words.required_some,
        Required::Preferred => &words.required_preferred,
    }
    .text()
}

/// The same with the place where it holds, without what the author adds behind a colon: `required in Maryland`.
pub(super) fn required_in(words: &Words, required: Required, jurisdiction: Option<&str>) -> String {
    let Some(place) = jurisdiction.and_then(|it| it.split([':', ';']).next()).map(str::trim).filter(|it| !it.is_empty()) else {
        return self::required(words, required).to_owned();
    };
    let article = if words.is_english() && place.starts_with("United ") { "the " } else { "" };
    let place = format!("{article}{place}");
    match required {
        Required::Always => words.required_always_in.with(&[("place", &place)]),
        Required::Some => words.required_some_in.with(&[("place", &place)]),
        Required::Preferred => self::required(words, required).to_owned(),
    }
}

/// The kind of a resource in the plural, as a heading.
pub(super) fn resource_kind(words: &Words, kind: ResourceKind) -> &str {
    match kind {
        ResourceKind::Association => &words.kind_association,
        ResourceKind::Government => &words.kind_government,
        ResourceKind::Training => &words.kind_training,
        ResourceKind::Certification => &words.kind_certification,
        ResourceKind::Book => &words.kind_book,
        ResourceKind::Article => &words.kind_article,
        ResourceKind::Video => &words.kind_video,
        ResourceKind::Podcast => &words.kind_podcast,
        ResourceKind::Tool => &words.kind_tool,
        ResourceKind::JobBoard => &words.kind_job_board,
        ResourceKind::Data => &words.kind_data,
        ResourceKind::Other => &words.kind_other,
    }
    .text()
}

/// `7th edition`, for a text that does not say "edition" or "ed.", or what the language says for it, itself.
pub(super) fn edition(words: &Words, edition: &str) -> String {
    let own = words.edition.with(&[("edition", "")]).trim().to_lowercase();
    let said = edition.to_lowercase().split([' ', '.']).any(|word| matches!(word, "edition" | "ed") || word == own);
    if said { edition.to_owned() } else { words.edition.with(&[("edition", edition)]) }
}

/// The name of a tag for readers. One written as an address, such as `no-degree`, becomes words; another stays.
pub(super) fn tag(name: &str) -> String {
    if slug(name) == name { capitalised(&name.replace('-', " ")) } else { name.to_owned() }
}

/// `text` with a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

pub(super) fn disclosure(words: &Words, disclosure: Disclosure) -> &str {
    match disclosure {
        Disclosure::Affiliate => &words.disclosure_affiliate,
        Disclosure::Sponsored => &words.disclosure_sponsored,
        Disclosure::AiAssisted => &words.disclosure_ai_assisted,
    }
    .text()
}

/// The licence of a publication; words that are no known licence stay as they are.
pub(super) fn licence<'l>(words: &'l Words, licence: &'l str) -> &'l str {
    match licence {
        "public-domain" => words.licence_public_domain.text(),
        "cc-by-4.0" => "CC BY 4.0",
        "ogl-3.0" => "Open Government Licence v3.0",
        "odc-pddl-1.0" => "ODC Public Domain Dedication and License 1.0",
        other => other,
    }
}

/// `an hour`, behind an amount.
pub(super) fn basis(words: &Words, basis: Basis) -> &str {
    match basis {
        Basis::Hour => &words.basis_hour,
        Basis::Day => &words.basis_day,
        Basis::Week => &words.basis_week,
        Basis::Month => &words.basis_month,
        Basis::Year => &words.basis_year,
    }
    .text()
}

/// What is measured, as readers say it: `Median pay a year`.
pub(super) fn measure(words: &Words, measure: &Measure) -> String {
    let word = match measure {
        Measure::Pay(statistic, per) => return pay(words, *statistic).with(&[("basis", basis(words, *per))]),
        Measure::EducationShare(category) => return words.education_share.with(&[("category", &category.to_string())]),
        Measure::SkillImportance(skill) => return words.skill_importance.with(&[("skill", skill)]),
        Measure::Price(of) | Measure::Count(of) | Measure::Percent(of) => return capitalised(of),
        Measure::Jobs => &words.jobs,
        Measure::Change => &words.change_of_jobs,
        Measure::Growth => &words.growth_of_jobs,
        Measure::Openings => &words.openings,
        Measure::SelfEmployed => &words.self_employed,
        Measure::IndustryShare => &words.industry_share,
        Measure::Education => &words.entry_education,
        Measure::Experience => &words.experience,
        Measure::Training => &words.training,
        Measure::HoursPerWeek => &words.hours_per_week,
        Measure::PriceIndex => &words.price_index,
    };
    word.text().to_owned()
}

fn pay(words: &Words, statistic: Statistic) -> &Word {
    match statistic {
        Statistic::P10 => &words.pay_p10,
        Statistic::P25 => &words.pay_p25,
        Statistic::Median => &words.pay_median,
        Statistic::P75 => &words.pay_p75,
        Statistic::P90 => &words.pay_p90,
        Statistic::Mean => &words.pay_mean,
        Statistic::Min => &words.pay_min,
        Statistic::Max => &words.pay_max,
        Statistic::Starter => &words.pay_starter,
        Statistic::Experienced => &words.pay_experienced,
    }
}

/// A currency in the plural: `US dollars`; its code where it has no name of its own here.
pub(super) fn currency(words: &Words, currency: Currency) -> String {
    match currency {
        Currency::USD => words.currency_usd.text().to_owned(),
        Currency::GBP => words.currency_gbp.text().to_owned(),
        Currency::EUR => words.currency_eur.text().to_owned(),
        other => other.code().to_owned(),
    }
}

/// What a row of the panel means; `None` where its name says it.
pub(super) fn help<'w>(words: &'w Words, key: &str) -> Option<&'w str> {
    let word = match key {
        "pay" => &words.median_is,
        "education" => &words.help_education,
        "experience" => &words.help_experience,
        "training" => &words.help_training,
        "jobs" => &words.help_jobs,
        "outlook" => &words.help_outlook,
        "change" => &words.help_change,
        _ => return None,
    };
    Some(word.text())
}

/// A statistic of pay as the heading of a row.
pub(super) fn statistic(words: &Words, statistic: Statistic) -> &str {
    match statistic {
        Statistic::P10 => &words.row_p10,
        Statistic::P25 => &words.row_p25,
        Statistic::Median => &words.row_median,
        Statistic::P75 => &words.row_p75,
        Statistic::P90 => &words.row_p90,
        Statistic::Mean => &words.row_mean,
        Statistic::Min => &words.row_min,
        Statistic::Max => &words.row_max,
        Statistic::Starter => &words.row_starter,
        Statistic::Experienced => &words.row_experienced,
    }
    .text()
}

/// The publisher's words for a growth.
pub(super) fn phrase(words: &Words, phrase: Phrase) -> &str {
    match phrase {
        Phrase::MuchFaster => &words.phrase_much_faster,
        Phrase::Faster => &words.phrase_faster,
        Phrase::AsFast => &words.phrase_as_fast,
        Phrase::Slower => &words.phrase_slower,
        Phrase::LittleChange => &words.phrase_little_change,
        Phrase::Decline => &words.phrase_decline,
    }
    .text()
}

/// What growth over a span of years says: `Jobs are projected to grow 4% from 2024 to 2034, as fast as average.`
pub(super) fn outlook(words: &Words, is_less: bool, is_zero: bool, percent: &str, (from, to): (i16, i16), said: Option<Phrase>) -> String {
    let sentence = match (is_zero, is_less) {
        (true, _) => &words.outlook_steady,
        (_, true) => &words.outlook_falling,
        (_, false) => &words.outlook_growing,
    };
    let sentence = sentence.with(&[("percent", percent), ("from", &from.to_string()), ("to", &to.to_string())]);
    match said {
        None | Some(Phrase::Decline) => words.outlook_alone.with(&[("sentence", &sentence)]),
        Some(Phrase::LittleChange) => words.outlook_little_change.with(&[("sentence", &sentence)]),
        Some(said) => words.outlook_compared.with(&[("sentence", &sentence), ("phrase", phrase(words, said))]),
    }
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
    use crate::words::Book;

    fn english() -> std::sync::Arc<Words> {
        Book::built_in().of("en").clone()
    }

    #[test]
    fn lengths_read_as_people_say_them() {
        let (words, locale) = (english(), Locale::of("en"));
        let weeks = |min, max| length(&words, min, max, TimeUnit::Weeks);
        assert_eq!(weeks(Some(2), Some(4)).as_deref(), Some("2 to 4 weeks"));
        assert_eq!(weeks(Some(1), Some(1)).as_deref(), Some("1 week"));
        assert_eq!(weeks(None, Some(6)).as_deref(), Some("up to 6 weeks"));
        assert_eq!(weeks(Some(1), None).as_deref(), Some("at least 1 week"));
        assert_eq!([1.0, 2.0, 1.5].map(|it| years(&words, &locale, it)), ["1 year", "2 years", "1.5 years"]);
    }

    #[test]
    fn experience_that_begins_at_nothing_is_up_to() {
        let it = Experience { level: Some(ExperienceLevel::None), months_min: Some(0), months_max: Some(12), note: None, source: None };
        assert_eq!(experience(&english(), &it), ["None", "up to 12 months"]);
    }

    #[test]
    fn a_tag_written_as_an_address_is_read_as_words() {
        assert_eq!(["no-degree", "imaging", "Shift work", "IT"].map(tag), ["No degree", "Imaging", "Shift work", "IT"]);
    }

    #[test]
    fn days_and_editions_are_written_out() {
        assert_eq!(Locale::of("en").day("2026-11-23".parse().unwrap()), "November 23, 2026");
        assert_eq!(["7th", "3rd ed.", "Second Edition"].map(|it| edition(&english(), it)), ["7th edition", "3rd ed.", "Second Edition"]);
    }
}

//! What looks like money or percent and is no figure that a source could back: figures of speech, names of percentiles, solutions,
//! years that prices are in, addresses.
//!
//! Most of what must give no alarm has no unit (ICD-10, 5th edition, 24/7) or is part of a code (`single`), and never comes here.

use super::amount::{Amount, Unit};
use super::range::Found;
use super::token::{Kind, Token};
use crate::fact::{Decimal, english};

/// Before a percentage that names a part of a distribution: "the lowest 10 percent earned less than ...".
const PARTS: [&str; 12] = ["top", "bottom", "lowest", "highest", "upper", "lower", "middle", "richest", "poorest", "paid", "earning", "best"];

/// Behind a percentage that says what something is made of, how sure it is, or how much of the time a job takes.
const MADE_OF: [&str; 38] = [
    "attendance",
    "accuracy",
    "accurate",
    "glucose",
    "chance",
    "tip",
    "discount",
    "capacity",
    "interest",
    "confidence",
    "solution",
    "sodium",
    "saline",
    "dextrose",
    "alcohol",
    "ethanol",
    "isopropyl",
    "ethyl",
    "milk",
    "cotton",
    "juice",
    "chlorhexidine",
    "hydrogen",
    "lidocaine",
    "bleach",
    "povidone",
    "iodine",
    "humidity",
    "relative",
    "oxygen",
    "peroxide",
    "position",
    "positions",
    "post",
    "posts",
    "appointment",
    "contract",
    "fte",
];

/// What is dissolved, or what it is dissolved in: "a 2% agarose gel", "10% neutral buffered formalin".
const SUBSTANCES: [&str; 40] = [
    "acetone",
    "acid",
    "agar",
    "agarose",
    "albumin",
    "alcohol",
    "bleach",
    "bromide",
    "buffer",
    "buffered",
    "chloride",
    "cream",
    "dextrose",
    "ethanol",
    "fluoride",
    "formaldehyde",
    "formalin",
    "gel",
    "glutaraldehyde",
    "glycerin",
    "glycerol",
    "hydroxide",
    "hypochlorite",
    "iodine",
    "lidocaine",
    "lotion",
    "mannitol",
    "methanol",
    "nacl",
    "nitrate",
    "ointment",
    "paraformaldehyde",
    "peroxide",
    "phenol",
    "saline",
    "serum",
    "solution",
    "solutions",
    "sucrose",
    "sulfate",
];

/// Words that no name of a solution goes over.
const NO_NAME: [&str; 30] = [
    "of", "in", "to", "the", "a", "an", "and", "or", "more", "less", "fewer", "than", "from", "by", "for", "with", "is", "are", "was", "were", "will", "who",
    "that", "on", "at", "as", "per", "between", "growth", "increase",
];

/// Behind an amount that is a piece of money: "a $20 bill".
const PIECES: [&str; 6] = ["bill", "bills", "note", "notes", "coin", "coins"];

/// Behind the part of the people that a percentile is the bound of: "90 percent of nurses earn less than".
const EARN: [&str; 6] = ["earn", "earns", "earned", "make", "makes", "made"];

/// Before two cents that are an opinion.
const WHOSE: [&str; 6] = ["my", "your", "his", "her", "our", "their"];

/// Somewhere before a percentage that measures no work: a reading, a dose, a mark in an exam.
const MEASURED: [&str; 23] = [
    "grade",
    "oximeter",
    "oximetry",
    "blood",
    "burns",
    "chloride",
    "dextrose",
    "mark",
    "spo2",
    "hydrocortisone",
    "oxygen",
    "saturation",
    "humidity",
    "hematocrit",
    "haematocrit",
    "chlorhexidine",
    "lidocaine",
    "bleach",
    "score",
    "scored",
    "attend",
    "attendance",
    "battery",
];

/// Behind 100 percent that is meant: "100 percent of employers".
const MEANT: [&str; 10] = ["of", "in", "between", "from", "more", "increase", "growth", "rise", "for", "by"];

/// Whether what was found in `text` is no figure.
pub(super) fn is_none(found: &Found, tokens: &[Token], text: &str) -> bool {
    let before = word_before(tokens, found.start).unwrap_or_default();
    let behind = word_behind(tokens, found.after).unwrap_or_default();
    let is_percent = found.printed.unit == Unit::Percent;
    let value = match found.printed.amount {
        Amount::One(it) => Some(it.value),
        Amount::Range { .. } => None,
    };
    let is_speech = is_percent
        && value.is_some_and(|value| {
            value == Decimal::from(110) || (value == Decimal::from(100) && !MEANT.contains(&behind.as_str()) && !MEANT.contains(&before.as_str()))
        });
    // "90 percent earn less than": the part of the people that the 90th percentile is the bound of.
    let is_of_percentile = value.is_some_and(|value| [10, 25, 50, 75, 80, 90].into_iter().any(|part| value == Decimal::from(part)));
    let earn = || {
        text.get(found.printed.range.end..)
            .is_some_and(|behind| behind.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).take(6).any(|word| EARN.contains(&word)))
    };
    let goes_on = || behind_part(text.get(..found.printed.range.start).unwrap_or_default(), text.get(found.printed.range.end..).unwrap_or_default());
    let is_part = is_percent && (PARTS.contains(&before.as_str()) || (is_of_percentile && (earn() || goes_on())));
    let is_of_germs = is_percent && text.get(found.printed.range.end..).is_some_and(is_of_germs);
    let is_on_the_dollar = text.get(found.printed.range.end..).is_some_and(|behind| behind.trim_start().starts_with("on the dollar"));
    let is_time = is_percent && text.get(found.printed.range.end..).is_some_and(|behind| behind.trim_start().starts_with("of the time"));
    let is_more_of_else = is_percent
        && ["more", "less", "fewer", "faster", "longer"].contains(&behind.as_str())
        && text.get(found.printed.range.end..).is_none_or(|behind| english::words(behind).nth(1) != Some("than"))
        && english::words(text).nth(3).is_some()
        && !english::words(text).any(|word| is_of_work(&word.to_lowercase()));
    let is_made_of = is_percent && (MADE_OF.contains(&behind.as_str()) || text.get(found.printed.range.end..).is_some_and(is_solution));
    let is_measured = is_percent
        && tokens.get(found.start.saturating_sub(8)..found.start).is_some_and(|before| {
            before
                .iter()
                .rev()
                .take_while(|token| !matches!(token.kind, Kind::Sign('.' | ',' | ';' | ':')))
                .any(|token| MEASURED.contains(&token.text.to_lowercase().as_str()))
        });
    let is_nothing = !is_percent && value.is_some_and(Decimal::is_zero);
    let is_opinion = !is_percent
        && WHOSE.contains(&before.as_str())
        && tokens.get(found.number).is_some_and(|it| it.text.eq_ignore_ascii_case("two") || it.text == "2")
        && text.get(found.printed.range.clone()).is_some_and(|words| words.ends_with("cents"));
    let is_piece = !is_percent && found.printed.basis.is_none() && PIECES.contains(&behind.as_str());
    let is_question = !is_percent && behind == "question" && value.is_some_and(|value| value == Decimal::from(64_000));
    let is_a_million = tokens.get(found.number).is_some_and(|it| it.text.eq_ignore_ascii_case("a"));
    is_speech
        || is_on_the_dollar
        || is_time
        || is_of_germs
        || is_opinion
        || is_question
        || is_piece
        || is_a_million
        || is_part
        || is_measured
        || is_made_of
        || is_more_of_else
        || is_nothing
        || is_price_year(found, tokens)
        || is_in_address(found, text)
}

/// Whether `word`, in lower case, is one of pay, jobs and prices: "5% more" in a text without any is more of something else.
fn is_of_work(word: &str) -> bool {
    const OTHER: [&str; 12] = ["job", "jobs", "employment", "openings", "demand", "positions", "workers", "hired", "hire", "cost", "costs", "tuition"];
    english::is_pay(word) || english::is_earning(word) || OTHER.contains(&word)
}

/// Whether a number goes on about parts of the people, whose verb stands with the first of them: "ten percent make less than $1, ten percent more than $2".
fn behind_part(before: &str, behind: &str) -> bool {
    let starts = |text: &str, all: [&str; 2]| all.iter().any(|words| text.trim_start().starts_with(words));
    let sentence = before.rsplit(['.', ';', '?', '!']).next().unwrap_or_default().to_lowercase();
    let is_part = |(_, rest): (&str, &str)| rest.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).take(4).any(|word| EARN.contains(&word));
    starts(behind, ["more than", "less than"]) && (sentence.split_once("percent").is_some_and(is_part) || sentence.split_once('%').is_some_and(is_part))
}

/// Whether what follows a percentage is the name of a solution or of what is dissolved: "agarose gel".
fn is_solution(behind: &str) -> bool {
    let name = behind.split(['.', ',', ';', ':', '(', ')', '?', '!']).next().unwrap_or_default();
    let mut words = english::words(name).take(4).map(str::to_lowercase).take_while(|word| !NO_NAME.contains(&word.as_str()));
    words.any(|word| SUBSTANCES.contains(&word.as_str()))
}

/// Whether what follows a percentage says that it is of germs, which soaps promise to kill.
fn is_of_germs(behind: &str) -> bool {
    let mut words = behind.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    words.next() == Some("of") && words.take(3).any(|word| ["germs", "bacteria", "viruses", "microbes", "pathogens"].contains(&word))
}

/// Whether it is the year of a price level: "in 2024 dollars".
fn is_price_year(found: &Found, tokens: &[Token]) -> bool {
    let is_year = |token: &Token| token.text.len() == 4 && matches!(token.text.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..]);
    let is_sign = tokens.get(found.end.saturating_sub(1)).is_none_or(|unit| unit.kind != Kind::Word);
    let is_earned =
        found.printed.basis.is_some() && !matches!(word_before(tokens, found.start).as_deref(), Some("in" | "constant" | "of" | "current" | "adjusted"));
    matches!(found.printed.unit, Unit::Money(_))
        && !is_sign
        && !is_earned
        && tokens.get(found.number).is_some_and(|number| is_year(number) && number.range.start == found.printed.range.start)
}

/// Whether it stands in an address of the web or of mail: between two spaces there is a `://`, a `www.` or an `@`.
fn is_in_address(found: &Found, text: &str) -> bool {
    let start = text.get(..found.printed.range.start).map_or(0, |before| before.rfind(char::is_whitespace).unwrap_or(0));
    let end = text.get(found.printed.range.end..).and_then(|behind| behind.find(char::is_whitespace)).map_or(text.len(), |at| at + found.printed.range.end);
    text.get(start..end).is_some_and(|chunk| ["://", "www.", "@"].into_iter().any(|mark| chunk.contains(mark)))
}

/// The word before token `at`, if only space or a hyphen is between.
fn word_before(tokens: &[Token], at: usize) -> Option<String> {
    let mut before = tokens.get(..at)?.iter().rev();
    let first = before.next()?;
    let word = if matches!(first.kind, Kind::Space | Kind::Sign('-')) { before.next()? } else { first };
    (word.kind == Kind::Word).then(|| word.text.to_lowercase())
}

/// The word behind token `at`, likewise.
fn word_behind(tokens: &[Token], at: usize) -> Option<String> {
    let mut behind = tokens.get(at..)?.iter();
    let first = behind.next()?;
    let word = if matches!(first.kind, Kind::Space | Kind::Sign('-')) { behind.next()? } else { first };
    (word.kind == Kind::Word).then(|| word.text.to_lowercase())
}

//! Problems that follow from others, and those of pages that nobody sees yet: what is told, and how.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::answers::Assembled;
use super::part::Part;
use crate::guide::Head;
use crate::guide::front_matter::Suppression;
use crate::memory::Entry;
use crate::problem::baseline::{self, Baseline};
use crate::problem::{Code, Level, Problem, Report};
use crate::settings::Config;
use crate::site::{self, HeldBack, Site, place};
use crate::source::{PagePath, SourcePath, Sources, Text};

/// Takes out what follows from a problem that is told already: what two pages with one address would be published as, and
/// what file an alias that is none would be.
pub(super) fn once(config: &Config, problems: &mut Vec<Problem>) {
    let is_told = |it: &&Problem| !config.levels.contains_key(&it.code);
    let of = |codes: &[Code]| problems.iter().filter(|it| codes.contains(&it.code)).filter(is_told).map(|it| it.span.clone()).collect::<Vec<_>>();
    let (addresses, values) = (of(&[Code::AddressTaken, Code::IndexForSection]), of(&[Code::InvalidValue]));
    problems.retain(|it| match it.code {
        Code::DuplicateOutput => {
            let places = || std::iter::once(&it.span).chain(it.others.iter().map(|(span, _)| span));
            !addresses.iter().any(|address| places().any(|place| place.file == address.file))
        }
        Code::AliasUnusable => !values.contains(&it.span),
        _ => true,
    });
}

/// What is wrong with the site of a language. Of what all languages have in common, the site of the project's own tells.
pub(super) fn of_language(entry: &Entry<PagePath, site::Inputs, Assembled>) -> Vec<Problem> {
    let is_own = |problem: &&Problem| entry.key == PagePath::default() || entry.input.heads.contains_key(&problem.span.file);
    entry.answer.problems.iter().filter(is_own).cloned().collect()
}

/// Takes out of translations what is wrong with what they take over: it is told where it is written, in the page that they were made from.
pub(super) fn of_originals(site: &Site, problems: &mut Vec<Problem>) {
    if site.given.config.languages.is_empty() {
        return;
    }
    let taken_over = |problem: &Problem| {
        let head = &site.pages.get(&problem.span.file)?.head;
        let of = &head.translation.as_ref()?.of;
        // What an unpublished page tells is nobody's business yet.
        site.pages.contains_key(of).then_some((head, of))
    };
    let is_of_text = |problem: &Problem| matches!(problem.code, Code::MissingField | Code::TranslationUnrecorded);
    let key = |code: Code, file: &SourcePath, message: &str| (code, file.clone(), message.to_owned());
    let told: BTreeSet<_> = problems.iter().flat_map(|it| [key(it.code, &it.span.file, ""), key(it.code, &it.span.file, &it.message)]).collect();
    problems.retain(|problem| {
        let Some((head, of)) = taken_over(problem).filter(|_| !is_of_text(problem)) else { return true };
        let is_nowhere = || problem.span == place::front(head);
        // The codes of an occupation may be taken over where its name is not.
        let is_in_part = || problem.span == place::of(head, &["occupation"]) && told.contains(&key(problem.code, of, &problem.message));
        !(told.contains(&key(problem.code, of, "")) && (is_nowhere() || is_in_part()))
    });
}

/// What is wrong in a page that is not published stands in nobody's way; why it is not, and wrong days of one that waits for its day, do.
pub(super) fn held_back_as_notes(site: &Site, problems: &mut [Problem]) {
    for problem in problems {
        let is_why = matches!(problem.code, Code::PublishedFarAhead | Code::UnknownLanguage)
            || problem.code == Code::DaysOutOfOrder && matches!(site.held_back.get(&problem.span.file), Some(HeldBack::Scheduled(_)));
        if site.held_back.contains_key(&problem.span.file) && !is_why {
            problem.level = Level::Note;
        }
    }
}

/// Takes out what pages suppress with a reason, and tells suppressions of what is not there. Of a page that is held back nothing
/// is checked, so nothing can be said of what it suppresses.
pub(super) fn suppressed(site: &Site, sources: &Sources, problems: &mut Vec<Problem>) {
    let mut unused = Vec::new();
    let pages = site.pages.values().map(|page| &page.head).filter(|head| head.front.suppress.is_some());
    let suppressing: BTreeMap<&SourcePath, &Arc<Head>> = pages.map(|head| (head.path(), head)).collect();
    if suppressing.is_empty() {
        return;
    }
    // What a suppression of one text is compared with.
    let texts: BTreeMap<&SourcePath, Text> = suppressing
        .iter()
        .filter(|(_, head)| head.front.suppress.iter().flatten().any(|it| it.text.is_some()))
        .filter_map(|(path, _)| Some((*path, Text::decode(path, sources.get(path)?).ok()?)))
        .collect();
    let mut found: BTreeSet<(&SourcePath, usize)> = BTreeSet::new();
    problems.retain(|problem| {
        let Some((path, head)) = suppressing.get_key_value(&problem.span.file) else { return true };
        let place = || texts.get(path).and_then(|text| text.text.get(problem.span.start..problem.span.end)).unwrap_or_default();
        let is_there = |text: &Option<String>| text.as_ref().is_none_or(|text| !text.trim().is_empty() && stands_in(text, place()));
        let is_meant = |it: &Suppression| it.check.as_deref() == Some(problem.code.id()) && it.reason.is_some() && is_there(&it.text);
        if problem.code.is_fixed() {
            return true;
        }
        let by: Vec<_> = head.front.suppress.iter().flatten().enumerate().filter(|(_, it)| is_meant(it)).map(|(at, _)| (*path, at)).collect();
        found.extend(&by);
        by.is_empty()
    });
    for (path, head) in &suppressing {
        for (at, suppression) in head.front.suppress.iter().flatten().enumerate() {
            let code = Code::ALL.iter().copied().find(|code| suppression.check.as_deref() == Some(code.id()) && !code.is_fixed());
            let is_whole = suppression.reason.is_some() && suppression.text.as_ref().is_none_or(|text| !text.trim().is_empty());
            let Some(code) = code.filter(|_| is_whole && !found.contains(&(*path, at))) else { continue };
            let place = place::of(head, &["suppress", &at.to_string(), "check"]);
            let at = suppression.text.as_ref().map_or_else(|| "on this page".to_owned(), |text| format!("at `{text}`"));
            let problem = Problem::new(Code::SuppressionUnused, place, format!("`{}` finds nothing {at}", code.id()));
            unused.push(problem.help("take this entry of `suppress` out"));
        }
    }
    problems.extend(unused);
}

/// Whether `text` stands in `place`, and not as a part of a longer word or number: `$129` is not in `$129.50` and not in `$129 million`.
fn stands_in(text: &str, place: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let goes_on = |from: &str| from.starts_with(char::is_alphanumeric) || from.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(digit));
    let comes_from = |to: &str| to.ends_with(char::is_alphanumeric) || to.strip_suffix(['.', ',']).is_some_and(|rest| rest.ends_with(digit));
    let is_scaled = |rest: &str| {
        let word = rest.trim_start().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        ["thousand", "million", "billion", "k", "m", "bn"].contains(&word.as_str())
    };
    place.match_indices(text).any(|(at, _)| {
        let (before, behind) = (place.get(..at).unwrap_or_default(), place.get(at + text.len()..).unwrap_or_default());
        let is_part = (text.starts_with(char::is_alphanumeric) && comes_from(before)) || (text.ends_with(char::is_alphanumeric) && goes_on(behind));
        !(is_part || text.ends_with(digit) && is_scaled(behind))
    })
}

/// A report without what the baseline says is known, and how many problems that was. A shard knows of its own pages alone whether they still have a problem.
pub(super) fn known(sources: &Sources, (config, site, part): (&Config, &Site, Part), report: Report) -> (Report, usize) {
    let path = SourcePath::baseline();
    let Some(bytes) = sources.get(&path) else { return (report, 0) };
    let text = match Text::decode(&path, bytes) {
        Ok(text) => text,
        Err(refused) => return (report.with(refused.into()), 0),
    };
    match Baseline::read(&text) {
        Err(problem) => (report.with(problem), 0),
        Ok(baseline) => {
            let is_looked_at = |file: &str| part.is_whole() || SourcePath::new(file).is_some_and(|file| part.tells_of(site, &file) == Some(true));
            let (report, known, gone) = baseline.apply(report, is_looked_at);
            let level = config.levels.get(&Code::BaselineOutdated).copied();
            let outdated =
                baseline::outdated(gone).filter(|_| level != Some(None)).map(|problem| Problem { level: level.flatten().unwrap_or(problem.level), ..problem });
            (outdated.into_iter().fold(report, Report::with), known)
        }
    }
}

/// The files that cannot be published where they belong: their names are no addresses, or the place is taken.
pub(super) fn unpublishable(unfit: &BTreeSet<SourcePath>, problems: &[Problem]) -> BTreeSet<SourcePath> {
    let refused = [Code::UnpublishableName, Code::DuplicateOutput, Code::FileAndFolder, Code::AddressTaken, Code::IndexForSection, Code::ThemeFile];
    let told = problems.iter().filter(|it| refused.contains(&it.code)).map(|it| it.span.file.clone());
    // A folder's name is told at one of its files and concerns all of them.
    told.chain(unfit.iter().cloned()).collect()
}

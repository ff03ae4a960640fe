//! Two builds side by side: everything that is published, told and listed.

use std::fmt::Debug;

use guidepost::output::Output;
use guidepost::pipeline::Build;
use guidepost::source::Sources;

/// The first thing in which the `remembered` build is not the `clean` one; `None` if they are equal.
pub(crate) fn difference(remembered: &Build, clean: &Build, sources: &Sources) -> Option<String> {
    // What was rendered is all that may differ.
    let Build { output, report, counts, config, known, too_old, rendered: _, .. } = remembered;
    of_output(output, &clean.output)
        .or_else(|| of_list("problem", report.problems(), clean.report.problems()))
        .or_else(|| of_list("entry of the inventory", &remembered.inventory(sources), &clean.inventory(sources)))
        .or_else(|| of_value("counts", counts, &clean.counts))
        .or_else(|| of_value("settings", config, &clean.config))
        .or_else(|| of_value("number of known problems", known, &clean.known))
        .or_else(|| of_value("figures that are too old", too_old, &clean.too_old))
}

/// Whether two builds publish or tell something else.
pub(crate) fn shows(before: &Build, after: &Build) -> bool {
    of_output(&before.output, &after.output).is_some() || before.report != after.report
}

fn of_output(remembered: &Output, clean: &Output) -> Option<String> {
    let missing = clean.files().find(|(path, _)| remembered.get(path).is_none());
    if let Some((path, file)) = missing {
        return Some(format!("{path}, made from {:?}, is not in the remembered build", file.origin));
    }
    for (path, file) in remembered.files() {
        let Some(expected) = clean.get(path) else { return Some(format!("{path}, made from {:?}, is in the remembered build only", file.origin)) };
        if file.content != expected.content {
            return Some(format!("{path}: {}", of_bytes(file.bytes(), expected.bytes())));
        }
        if file.origin != expected.origin {
            return Some(format!("{path}: made from\n  remembered {:?}\n  clean      {:?}", file.origin, expected.origin));
        }
    }
    None
}

/// The first line that differs.
pub(crate) fn of_bytes(remembered: &[u8], clean: &[u8]) -> String {
    let (one, other) = (String::from_utf8_lossy(remembered), String::from_utf8_lossy(clean));
    let (mut one, mut other) = (one.split('\n'), other.split('\n'));
    for number in 1.. {
        match (one.next(), other.next()) {
            (None, None) => break,
            (left, right) if left == right => {}
            (left, right) => return format!("line {number}\n  remembered {}\n  clean      {}", shown(left), shown(right)),
        }
    }
    "bytes that are no text".to_owned()
}

fn shown(line: Option<&str>) -> String {
    line.map_or("(no such line)".to_owned(), |line| format!("`{}`", line.chars().take(400).collect::<String>()))
}

fn of_list<T: PartialEq + Debug>(what: &str, remembered: &[T], clean: &[T]) -> Option<String> {
    let at = (0..remembered.len().max(clean.len())).find(|at| remembered.get(*at) != clean.get(*at))?;
    Some(format!("{what} {} of {} and {}\n  remembered {:?}\n  clean      {:?}", at + 1, remembered.len(), clean.len(), remembered.get(at), clean.get(at)))
}

fn of_value<T: PartialEq + Debug>(what: &str, remembered: &T, clean: &T) -> Option<String> {
    (remembered != clean).then(|| format!("the {what}\n  remembered {remembered:?}\n  clean      {clean:?}"))
}

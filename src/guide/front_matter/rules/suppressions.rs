//! Checks that a page suppresses: each is one that can be, and has a reason.

use super::super::FrontMatter;
use super::Judge;
use crate::problem::Code;
use crate::tree::nearest;

pub(super) fn judge(front: &FrontMatter, judge: &mut Judge<'_, '_>) {
    for (at, suppression) in front.suppress.iter().flatten().enumerate() {
        let number = at.to_string();
        let path = ["suppress", &number, "check"];
        judge.needs_text("a suppression", suppression.check.as_ref(), &path, "year-in-title");
        if suppression.text.is_some() {
            judge.needs_text("a suppression of one text", suppression.text.as_ref(), &["suppress", &number, "text"], "99.9%");
        }
        judge.needs_text("a suppression", suppression.reason.as_ref(), &["suppress", &number, "reason"], "why what it finds is all right here");
        if let Some(reason) = suppression.reason.as_ref().filter(|it| !it.trim().is_empty() && !it.contains(char::is_alphabetic)) {
            let path = ["suppress", &number, "reason"];
            judge.invalid(&path, format!("the reason `{reason}` says nothing"), "write in words why what it finds is all right here");
        }
        let Some(id) = suppression.check.as_ref().filter(|id| !id.trim().is_empty()) else { continue };
        match Code::ALL.iter().find(|code| code.id() == id) {
            None => {
                let near = nearest(id, Code::ALL.iter().filter(|code| !code.is_fixed()).map(|code| code.id()));
                let help = near.map_or_else(|| "`docs/problems.md` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
                judge.invalid(&path, format!("no check is called `{id}`"), help);
            }
            Some(code) if code.is_fixed() => {
                judge.invalid(
                    &path,
                    format!("`{id}` cannot be suppressed: what it finds leaves something unread"),
                    "take this entry out, and mend what it finds",
                );
            }
            Some(code) => {
                let mut before = front.suppress.iter().flatten().take(at).filter(|it| it.check.as_deref() == Some(code.id()));
                if before.clone().any(|it| it.text == suppression.text) {
                    judge.invalid(&path, format!("`{id}` is suppressed twice"), "keep one of the two, with both reasons");
                } else if before.any(|it| it.text.is_none() || suppression.text.is_none()) {
                    judge.invalid(&path, format!("`{id}` is suppressed on the whole page and at one text of it"), "keep one of the two");
                }
            }
        }
    }
}

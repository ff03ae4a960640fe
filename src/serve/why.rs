//! Why pages were rendered again: for each page what differed when its template last ran.

use std::time::Instant;

use serde_json::{Value, json};

use super::asked::{Asked, asked};
use super::generation::Generation;

/// What is known of the page at the path of the address `page`: its file in the site, and when and why its template ran.
#[expect(clippy::disallowed_methods, reason = "how long ago a page was rendered is told, and reaches no page")]
pub(super) fn document(generation: &Generation, page: &str) -> Value {
    let (path, _) = match asked(generation, page) {
        Asked::Found(path, file) => (path, file),
        Asked::Moved(to) => return document(generation, &to),
        Asked::Missing(_) => return json!({ "page": null, "errors": errors(generation) }),
        Asked::NotYet => return json!({ "page": null, "errors": errors(generation), "is_empty": true }),
    };
    let rendered = generation.reasons.get(path).map(|reason| {
        let seconds = Instant::now().saturating_duration_since(reason.at).as_secs();
        json!({ "seconds": seconds, "changes": &*reason.changes, "because": reason.because })
    });
    json!({ "page": path.as_str(), "rendered": rendered, "errors": errors(generation) })
}

/// How many errors keep the last build from being shown.
fn errors(generation: &Generation) -> u64 {
    generation.problems.get("errors").and_then(Value::as_u64).unwrap_or_default()
}

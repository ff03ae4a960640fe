//! The files of the client, which runs in the author's browser and is never part of a build.

/// The parts of the script in one function, so that no name of theirs can meet one of the page.
const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\nconst PANEL_STYLE = `",
    include_str!("client/panel.css"),
    "`;\n",
    include_str!("client/swap.js"),
    include_str!("client/refresh.js"),
    include_str!("client/panel.js"),
    "const MARK_STYLE = `",
    include_str!("client/marks.css"),
    "`;\n",
    include_str!("client/marks.js"),
    include_str!("client/follow.js"),
    "})();\n"
);

/// The text of a file of the client, and the name that tells its kind.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    match name {
        "client.js" => Some((SCRIPT, "client.js")),
        "worker.js" => Some((include_str!("client/worker.js"), "worker.js")),
        _ => None,
    }
}

//! A file beside the pages that a browser or a server would run. Authors are half trusted: what runs belongs to `static/`.

use crate::problem::{Code, Problem};
use crate::source::{SourcePath, Span};

/// Endings of what browsers run or show as a page, and of what servers run.
const ACTIVE: &[&str] = &[
    "asp", "aspx", "cgi", "cjs", "hta", "htm", "html", "js", "jsp", "mht", "mhtml", "mjs", "php", "phtml", "shtml", "svgz", "swf", "wasm", "xht", "xhtml",
    "xml", "xsl", "xslt",
];

/// Every file of `content/` that is published as it is and could run.
pub(super) fn find<'f>(files: impl IntoIterator<Item = &'f SourcePath>) -> Vec<Problem> {
    let active = files.into_iter().filter(|path| ACTIVE.contains(&path.extension().as_str()));
    active
        .map(|path| {
            Problem::new(Code::ActiveFile, Span::whole(path), format!("a `.{}` file can run programs in the name of this site", path.extension()))
                .help("put it into `static/`, which belongs to the owner of the project")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::Project;

    #[test]
    fn pages_and_programs_of_authors_are_refused_and_those_of_the_owner_are_not() {
        let project = Project::new(
            "
            === content/a/calculator.HTML
            <script>alert(1)</script>
            === content/a/pay.csv
            a,b
            === static/tool.html
            <script>alert(1)</script>
            ",
        );
        project.check(
            |_, _| find(project.files.keys()),
            "
            error: a `.html` file can run programs in the name of this site
              --> content/a/calculator.HTML:1:1
              help: put it into `static/`, which belongs to the owner of the project
            ",
        );
    }
}

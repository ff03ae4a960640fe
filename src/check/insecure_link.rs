//! A link, form or image over `http:`, which anyone on the way can read and change.

use crate::guide::body::Target;
use crate::problem::{Code, Problem};

use super::mention::Mentions;

/// Every address of another site that begins with `http:`.
pub(super) fn find(mentions: &Mentions) -> Vec<Problem> {
    let mut problems = Vec::new();
    for mention in &mentions.list {
        let Target::External(address) = &mention.target else { continue };
        let Some(rest) = after_http(address) else { continue };
        let problem = Problem::new(Code::InsecureLink, mentions.place(mention), format!("`{address}` is not encrypted"));
        problems.push(problem.help(format!("see whether `https:{rest}` gives the same page, and write that")));
    }
    problems
}

fn after_http(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_at_checked(5)?;
    scheme.eq_ignore_ascii_case("http:").then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::check::fixture::check_mentions;

    #[test]
    fn http_is_reported_in_texts_front_matter_and_data_files() {
        check_mentions(
            |mentions, _| find(mentions),
            "
            === content/plumber.md
            ---
            title: Plumber
            resources:
              - { title: Union, kind: association, url: 'http://union.example/' }
            ---
            [a](http://a.example/) [b](https://b.example/) [c](mailto:c@example.org)
            === content/_data/sources.yaml
            bls:
              publisher: BLS
              title: Wages
              url: http://bls.example/
            ",
            "
            warning: `http://a.example/` is not encrypted
              --> content/plumber.md:6:5 http://a.example/
              help: see whether `https://a.example/` gives the same page, and write that
            warning: `http://union.example/` is not encrypted
              --> content/plumber.md:4:45 'http://union.example/'
              help: see whether `https://union.example/` gives the same page, and write that
            warning: `http://bls.example/` is not encrypted
              --> content/_data/sources.yaml:4:8 http://bls.example/
              help: see whether `https://bls.example/` gives the same page, and write that
            ",
        );
    }
}

//! What is wrong across the files of a project: broken links, overdue reviews, paid links that are not called so ...
//! One check is one file, named after what it finds. A check looks at the finished [`Site`] and changes nothing.
//!
//! The text of a page that is held back is not checked; links to it are.

mod active_file;
mod active_svg;
mod affiliate_undisclosed;
mod disclosure_without_cause;
#[cfg(test)]
pub(crate) mod fixture;
mod heading_colon;
mod heading_repeats_parent;
mod insecure_link;
mod licence_without_jurisdiction;
mod link_to_held_back_page;
mod link_to_missing_address;
mod link_to_missing_page;
mod mention;
mod missing_anchor;
mod missing_file;
mod no_author;
mod not_an_image;
mod place;
mod pseudo_heading;
mod resource_incomplete;
mod review_overdue;
mod section_number;
mod table_without_source;
mod undated;
mod year_in_title;

use std::collections::BTreeSet;

use crate::output::OutputPath;
use crate::problem::Problem;
use crate::site::Site;
use crate::source::Sources;

/// Everything that the checks find, check by check.
///
/// `sources` are asked for the text of data files and for `static/`; `published` are the paths of all files that will be
/// published, whoever makes them: a link to anything else leads nowhere.
pub fn all(site: &Site, sources: &Sources, published: &BTreeSet<OutputPath>) -> Vec<Problem> {
    let mentions = mention::all(site, sources);
    [
        link_to_missing_page::find(site, &mentions),
        link_to_held_back_page::find(site, &mentions),
        link_to_missing_address::find(site, published, &mentions),
        missing_anchor::find(site, &mentions),
        missing_file::find(sources, published, &mentions),
        missing_file::logo(site, sources, published).into_iter().collect(),
        insecure_link::find(&mentions),
        affiliate_undisclosed::find(site),
        disclosure_without_cause::find(site),
        licence_without_jurisdiction::find(site),
        resource_incomplete::find(site, sources),
        heading_repeats_parent::find(site),
        heading_colon::find(site),
        pseudo_heading::find(site),
        section_number::find(site),
        review_overdue::find(site),
        no_author::find(site),
        not_an_image::find(site, sources),
        undated::find(site),
        year_in_title::find(site),
        table_without_source::find(site),
        active_file::find(site),
        active_svg::find(site, sources),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::all;
    use super::fixture::{Project, published};

    #[test]
    fn a_careful_project_has_no_problems() {
        let project = Project::new(
            "
            === content/_index.md
            ---
            title: Careers
            ---
            Start with [plumbers](trades/plumber.md), the [trades](/trades/) or the [A to Z](/a-z/).
            === content/trades/_index.md
            ---
            title: Trades
            ---
            === content/trades/plumber.md
            ---
            title: Plumber
            summary: Plumbers lay and mend the pipes that bring water and gas into buildings.
            occupation: { name: Plumber, soc: '47-2152' }
            updated: 2026-10-01
            reviewed: { by: ann, on: 2026-10-02 }
            authors: [ann]
            tags: [hands-on]
            disclosures: [affiliate]
            credentials:
              - { name: Journeyman, kind: licence, jurisdiction: Texas }
            resources:
              - { title: Pipes, kind: book, about: All of them, url: https://a.example/, affiliate: true }
            cta: { text: Read on, label: Go, url: ../_index.md }
            aliases: [/plumbing/]
            ---
            ## Pay: what they earn

            | Place | Pay |
            | --- | ---: |
            | Texas | 50,000 |

            Table: Pay by place {#pay-table source=bls unit='USD per year'}

            See [the table](#pay-table), [below](#outlook), [the tag](/tags/hands-on/), [the old address](/plumbing/),
            [a file](pipes.svg) and ![a pipe](pipes.svg) ![the logo](/logo.svg).

            ## Outlook

            **Good.** More are needed. They will:

            - work
            === content/trades/pipes.svg
            <svg/>
            === static/logo.svg
            <svg/>
            === content/_data/people.yaml
            ann: { name: Ann }
            === content/_data/sources.yaml
            bls: { publisher: BLS, title: Wages, url: https://bls.example/ }
            ",
        );
        project.check(|site, sources| all(site, sources, &published(site, sources)), "");
    }
}

//! What is wrong across the files of a project: broken links, overdue reviews, paid links that are not called so ...
//! One check is one file, named after what it finds. A check looks at one page ([`Subject`]), at the addresses that a page
//! mentions ([`Mentions`], with the [`Ground`] that they lead to), or at what the site gathers, and changes nothing.
//!
//! The text of a page that is held back is not checked; links to it are.

mod active_file;
mod active_svg;
mod affiliate_undisclosed;
mod area_mismatch;
mod attribution_missing;
mod claim_quantifier;
mod column_without_heading;
mod data_file_missing;
mod disclosure_without_cause;
mod figure_contradiction;
mod figure_disagrees;
mod figure_not_in_source;
mod figure_stale;
mod figure_unbound;
mod figure_undated;
mod figure_unsourced;
#[cfg(test)]
pub(crate) mod fixture;
mod ground;
mod heading_colon;
mod heading_repeats_parent;
mod hourly_annual_mismatch;
mod insecure_link;
mod invented_conversion;
mod licence_without_jurisdiction;
mod link_to_held_back_page;
mod link_to_missing_address;
mod link_to_missing_page;
mod mark_as_number;
mod mean_median_mixed;
mod mention;
mod missing_anchor;
mod missing_file;
mod naming;
mod no_author;
mod no_reviewer;
mod nominal_trend;
mod not_an_image;
mod occupation_identity;
mod outlook_phrase_mismatch;
mod percentile_order;
mod place;
mod population_mixed;
mod proxy_unlabelled;
mod pseudo_heading;
mod resource_incomplete;
mod review_overdue;
mod section_missing;
mod section_number;
mod section_order;
mod subject;
mod table_caption;
mod table_order;
mod table_without_source;
mod table_without_unit;
mod together;
mod topcode_as_exact;
mod typed_cell;
mod undated;
mod unknown_fact;
mod unknown_source;
mod year_in_title;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use active_svg::find as active_svg;
pub use attribution_missing::not_printed as credits_not_printed;
pub use figure_contradiction::AllFigures;
pub use figure_stale::{Ages, TooOld};
pub use ground::Ground;
pub use mention::Mentions;
pub use missing_anchor::{AllAnchors, Anchors};
pub use subject::Subject;

use crate::guide::Head;
use crate::problem::Problem;
use crate::settings::Config;
use crate::site::SharedResource;
use crate::source::{SourcePath, Sources};

/// Everything that is wrong with one page by itself.
pub fn page(subject: &Subject) -> Vec<Problem> {
    let together = together::all(subject);
    let typed = typed_cell::all(subject);
    let mut problems = [
        affiliate_undisclosed::find(subject),
        disclosure_without_cause::find(subject),
        licence_without_jurisdiction::find(subject),
        heading_repeats_parent::find(subject),
        heading_colon::find(subject),
        pseudo_heading::find(subject),
        section_number::find(subject),
        section_order::find(subject),
        claim_quantifier::find(subject),
        not_an_image::find(subject),
        year_in_title::find(subject),
        table_without_source::find(subject),
        table_without_unit::find(subject),
        column_without_heading::find(subject),
        table_order::find(subject),
        table_caption::find(subject),
        unknown_source::find(subject),
        unknown_fact::find(subject),
        figure_unsourced::find(subject),
        figure_disagrees::find(subject, &together),
        figure_unbound::find(subject),
        figure_not_in_source::find(subject),
        figure_contradiction::of_datasets(subject),
        figure_contradiction::sums::of_front_matter(subject),
        figure_contradiction::typed::of_tables(subject, &typed),
        figure_undated::find(subject),
        figure_stale::find(subject),
        percentile_order::find(subject),
        percentile_order::typed::of_tables(subject, &typed),
        topcode_as_exact::find(subject),
        mark_as_number::find(subject),
        attribution_missing::find(subject),
        hourly_annual_mismatch::find(subject),
        invented_conversion::find(subject),
        occupation_identity::find(subject),
        mean_median_mixed::find(subject, &together),
        area_mismatch::find(subject, &together),
        nominal_trend::find(subject, &together),
    ]
    .concat();
    if subject.reads_english() {
        problems.extend(in_english(subject, &together));
    }
    // Of what a translation takes over, the guide that it was made from tells.
    if subject.manuscript.head.translation.as_ref().is_some_and(|it| it.has_original) {
        return problems;
    }
    problems.extend(review_overdue::find(subject));
    problems.extend(no_author::find(subject));
    problems.extend(no_reviewer::find(subject));
    problems.extend(undated::find(subject));
    problems
}

/// What is wrong with the sentences and headings of a page: they are read in English alone, so others are not judged.
fn in_english(subject: &Subject, together: &[together::Together]) -> Vec<Problem> {
    [
        section_missing::find(subject),
        outlook_phrase_mismatch::find(subject),
        proxy_unlabelled::find(subject, together),
        population_mixed::find(subject, together),
    ]
    .concat()
}

/// Everything that is wrong with the addresses that are mentioned in one place, but for their fragments.
pub fn links(mentions: &Mentions, ground: &Ground) -> Vec<Problem> {
    [
        link_to_missing_page::find(mentions, ground),
        link_to_held_back_page::find(mentions, ground),
        link_to_missing_address::find(mentions, ground),
        missing_file::find(mentions, ground),
        data_file_missing::find(mentions, ground),
        insecure_link::find(mentions),
    ]
    .concat()
}

/// Every fragment mentioned in one place that its page does not have.
pub fn fragments(mentions: &Mentions, anchors: &AllAnchors) -> Vec<Problem> {
    missing_anchor::find(mentions, anchors)
}

/// Every contradiction between the figures of the site.
pub fn figures(all: &AllFigures) -> Vec<Problem> {
    figure_contradiction::find(all)
}

/// Every dataset whose figures are too old or of another time than its source, and what is too old of all that is shown, by source and time.
pub fn ages(all: &Ages) -> (Vec<Problem>, BTreeSet<TooOld>) {
    ([figure_stale::datasets(all), figure_not_in_source::datasets(all)].concat(), figure_stale::too_old(all))
}

/// What the settings name and what is not there.
pub fn settings(config: &Config, ground: &Ground) -> Option<Problem> {
    missing_file::logo(config, ground)
}

/// Every resource of the site that does not say enough; `heads` and `data` are the files that name them.
pub fn resources(resources: &BTreeMap<String, SharedResource>, heads: &BTreeMap<SourcePath, Arc<Head>>, data: &Sources) -> Vec<Problem> {
    resource_incomplete::find(resources, heads, data)
}

/// Every file of those that are published as they are that a browser or a server would run.
pub fn active_files<'f>(files: impl IntoIterator<Item = &'f SourcePath>) -> Vec<Problem> {
    active_file::find(files)
}

#[cfg(test)]
mod tests {
    use super::fixture::Project;
    use super::*;

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
        project.check_pages(page, "");
        project.check(
            |site, sources| {
                let (ground, anchors) = (project.ground(site), project.anchors(site));
                let of_links = |it: &Mentions| [links(it, &ground), fragments(it, &anchors)].concat();
                let mut problems: Vec<Problem> = project.mentions(site).iter().flat_map(of_links).collect();
                problems.extend(settings(&project.config, &ground));
                problems.extend(resources(&site.resources, &site.given.heads, sources));
                problems.extend(active_files(project.files.keys()));
                problems
            },
            "",
        );
    }
}

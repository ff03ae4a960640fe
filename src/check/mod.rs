//! What is wrong across the files of a project: broken links, overdue reviews, paid links that are not called so ...
//! One check is one file, named after what it finds. A check looks at the finished [`Site`] and changes nothing.
//!
//! The text of a page that is held back is not checked; links to it are.

mod active_svg;
mod affiliate_undisclosed;
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
        insecure_link::find(&mentions),
        affiliate_undisclosed::find(site),
        licence_without_jurisdiction::find(site),
        resource_incomplete::find(site),
        heading_repeats_parent::find(site),
        heading_colon::find(site),
        pseudo_heading::find(site),
        section_number::find(site),
        review_overdue::find(site),
        no_author::find(site),
        undated::find(site),
        year_in_title::find(site),
        table_without_source::find(site),
        active_svg::find(site, sources),
    ]
    .concat()
}

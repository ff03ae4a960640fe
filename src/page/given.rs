//! Everything that one page is made from. Two pages that are given the same are the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::shared::Shared;
use crate::dataset::csv::Csv;
use crate::guide::Manuscript;
use crate::guide::body::ImageSource;
use crate::memory::Same;
use crate::site::Site;
use crate::source::SourcePath;

use super::image::{self, Size};

/// What stands in the files of `content/`, beside the front matter that the site is made of.
#[derive(Debug, Clone, Default)]
pub struct Contents {
    /// The pages.
    pub manuscripts: BTreeMap<SourcePath, Arc<Manuscript>>,
    /// The CSV files, those of `_data` too.
    pub csv: BTreeMap<SourcePath, Arc<Csv>>,
    /// The files that are published as they are: images, downloads.
    pub files: BTreeMap<SourcePath, Arc<[u8]>>,
}

/// Everything that one page is made from: input of a stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// How the pages hang together.
    pub site: Same<Site>,
    /// What follows from that for all pages.
    pub shared: Same<Shared>,
    /// The page's own file; none for a page that no author wrote.
    pub manuscript: Option<Arc<Manuscript>>,
    /// The CSV files that it shows, as far as they are there.
    pub csv: BTreeMap<SourcePath, Arc<Csv>>,
    /// The images that it shows, as far as they are there.
    pub images: BTreeMap<SourcePath, Arc<[u8]>>,
    /// The CSV files that there are, to guess which was meant; none if all that the page shows are there.
    pub csv_names: Option<Arc<Vec<SourcePath>>>,
}

impl Given {
    /// A page that no author wrote.
    pub(super) fn without_author(site: &Arc<Site>, shared: &Arc<Shared>) -> Self {
        let (csv, images) = (BTreeMap::new(), BTreeMap::new());
        Self { site: site.into(), shared: shared.into(), manuscript: None, csv, images, csv_names: None }
    }

    /// The page of an author. `names` are those of all CSV files.
    pub(super) fn of_author(site: &Arc<Site>, shared: &Arc<Shared>, manuscript: &Arc<Manuscript>, contents: &Contents, names: &Arc<Vec<SourcePath>>) -> Self {
        let mut given = Self { manuscript: Some(manuscript.clone()), ..Self::without_author(site, shared) };
        for file in &manuscript.body.shows {
            if let Some(csv) = contents.csv.get(file) {
                given.csv.insert(file.clone(), csv.clone());
            } else if file.extension() == "csv" {
                given.csv_names = Some(names.clone());
            }
            given.images.extend(contents.files.get(file).filter(|_| file.extension() != "csv").map(|bytes| (file.clone(), bytes.clone())));
        }
        given
    }

    /// Width and height of an image, if its file is there and says.
    pub(super) fn size(&self, source: &ImageSource) -> Size {
        let ImageSource::File(file) = source else { return None };
        image::size(file, self.images.get(file)?)
    }
}

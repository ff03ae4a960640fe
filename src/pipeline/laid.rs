//! The site laid out: every file at its path, and what links may lead to.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::given::{GroundInput, Meant};
use super::stages;
use crate::check::Ground;
use crate::memory::{Kept, Once};
use crate::output::{File, Output, OutputPath, Plan};
use crate::problem::Problem;
use crate::site::Site;
use crate::source::{SourcePath, Sources};

/// What is remembered of it.
#[derive(Debug, Default)]
pub(super) struct LaidMemory {
    paths: Kept<Arc<Vec<OutputPath>>>,
    plan: Once<Arc<Vec<OutputPath>>, Arc<Plan>>,
    file_names: Kept<Arc<BTreeSet<SourcePath>>>,
    ground: Once<GroundInput, Arc<Ground>>,
}

/// A site that is laid out.
pub(super) struct Laid {
    pub(super) output: Output,
    /// What is to be said of files that cannot have their paths.
    pub(super) problems: Vec<Problem>,
    /// What links may lead to.
    pub(super) ground: Arc<Ground>,
}

/// Lays out `files`; `not_shown` are the paths of pages that there would be if the theme could show them.
pub(super) fn out(files: Vec<(OutputPath, File)>, not_shown: Vec<OutputPath>, site: &Arc<Site>, sources: &Sources, memory: &mut LaidMemory) -> Laid {
    let (paths, files): (Vec<_>, _) = files.into_iter().unzip();
    let paths = memory.paths.settle(Arc::new(paths));
    let plan = memory.plan.answer(paths.clone(), stages::plan);
    let (output, problems) = Output::new(plan.clone(), &paths, files);
    let names = memory.file_names.settle(Arc::new(Ground::names(sources)));
    let meant = Meant { plan: (&plan).into(), not_shown };
    let ground = memory.ground.answer(GroundInput { site: site.into(), files: names, meant }, stages::ground);
    Laid { output, problems, ground }
}

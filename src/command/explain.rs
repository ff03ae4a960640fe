//! `explain`: what a check finds, why it matters, and what to do.

use super::exit::{Exit, Stop};
use super::screen;
use crate::problem::{Code, explanation};
use crate::tree::nearest;

/// Carries out `explain`: of one check, or a list of all.
pub(super) fn run(check: Option<&str>) -> Result<Exit, Stop> {
    let Some(id) = check else {
        let longest = Code::ALL.iter().map(|code| code.id().len()).max().unwrap_or(0);
        let mut codes = Code::ALL.to_vec();
        codes.sort_by_key(|code| code.id());
        let lines: String = codes.iter().flat_map(|code| [format!("{:longest$}  {}", code.id(), code.about()), "\n".to_owned()]).collect();
        screen::result(&lines)?;
        return Ok(Exit::Done);
    };
    let Some(code) = Code::ALL.iter().find(|code| code.id() == id) else {
        let help = nearest(id, Code::ALL.iter().map(|code| code.id()));
        let help = help.map_or_else(|| "`guidepost explain` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
        return Err(Stop::usage(format!("error: no check is called `{id}`\nhelp: {help}")));
    };
    screen::result(&explanation(*code))?;
    Ok(Exit::Done)
}

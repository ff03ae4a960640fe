//! What an address asks for: a lookup in what was built, never a path on the disk.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use xxhash_rust::xxh3::xxh3_64;

use super::generation::{Generation, Site};
use crate::output::{File, OutputPath};

/// What may not stand in the path of an address as it is.
const IN_PATH: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}').add(b'\\');

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Asked<'a> {
    /// A published file.
    Found(&'a OutputPath, &'a File),
    /// A page whose address ends with a slash: the address.
    Moved(String),
    /// Nothing; with the page that says so, if the site has one.
    Missing(Option<(&'a OutputPath, &'a File)>),
    /// There is no site to show yet.
    NotYet,
}

/// What stands at `path`, the path of an address as the browser wrote it.
pub(super) fn asked<'a>(generation: &'a Generation, path: &str) -> Asked<'a> {
    let Some(site) = generation.site.as_deref() else { return Asked::NotYet };
    let page = |path: &str| OutputPath::new(path).ok().and_then(|path| site.output.get_with_path(&path));
    let missing = || Asked::Missing(page("404.html"));
    // A slash that is written in code is part of a name, and no name of ours has one.
    let lower = path.to_ascii_lowercase();
    if lower.contains("%2f") || lower.contains("%5c") {
        return missing();
    }
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return missing() };
    let Some(wanted) = decoded.strip_prefix('/') else { return missing() };
    // Absolute links of the site lead below the path of `base_url`.
    let below_base = wanted.strip_prefix(&site.base).filter(|_| !site.base.is_empty());
    let wanted = || std::iter::once(wanted).chain(below_base);
    // Below the address of a language its own page says so.
    let in_language = |wanted: &str| page(&format!("{}/404.html", wanted.split_once('/')?.0));
    wanted().find_map(|wanted| look_up(site, wanted)).unwrap_or_else(|| wanted().find_map(in_language).map_or_else(missing, |it| Asked::Missing(Some(it))))
}

fn look_up<'a>(site: &'a Site, wanted: &str) -> Option<Asked<'a>> {
    let get = |path: &str| site.output.get_with_path(&OutputPath::new(path).ok()?);
    if wanted.is_empty() || wanted.ends_with('/') {
        return get(&format!("{wanted}index.html")).map(|(path, file)| Asked::Found(path, file));
    }
    if let Some((path, file)) = get(wanted) {
        return Some(Asked::Found(path, file));
    }
    let (path, _) = get(&format!("{wanted}/index.html"))?;
    let folder = path.as_str().strip_suffix("index.html")?;
    Some(Asked::Moved(format!("/{}", utf8_percent_encode(folder, IN_PATH))))
}

impl Asked<'_> {
    /// What tells one state of an address from another: the status and a hash of the bytes.
    pub(super) fn mark(&self) -> String {
        match self {
            Self::Found(_, file) => format!("200-{}", hash(file.bytes())),
            Self::Moved(_) => "302".to_owned(),
            Self::Missing(page) => format!("404-{}", page.map_or(String::new(), |(_, file)| hash(file.bytes()))),
            Self::NotYet => "503".to_owned(),
        }
    }
}

/// A short name for bytes, the same for the same bytes.
pub(super) fn hash(bytes: &[u8]) -> String {
    format!("{:016x}", xxh3_64(bytes))
}

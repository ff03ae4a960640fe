//! Answers to spellings that users bring along from other generators.

/// A spelling, whose it is, and what to write here.
const KNOWN: &[(&str, &str, &str)] = &[
    ("--buildDrafts", "Hugo's", "here it is `--drafts`"),
    ("--buildFuture", "Hugo's", "here pages of a later day are published with `--as-of DATE`"),
    ("-F", "Hugo's", "here pages of a later day are published with `--as-of DATE`"),
    ("--future", "Jekyll's", "here pages of a later day are published with `--as-of DATE`"),
    ("--cleanDestinationDir", "Hugo's", "here nothing is needed: a build removes what it wrote before and no longer publishes"),
    ("--clean", "MkDocs's", "here nothing is needed: a build removes what it wrote before and no longer publishes"),
    ("--panicOnWarning", "Hugo's", "here it is `--strict`"),
    ("--source", "Hugo's and Jekyll's", "here it is `--root`"),
    ("-s", "Hugo's and Jekyll's", "here it is `--root`"),
    ("--input", "Eleventy's", "here it is `--root`"),
    ("--clock", "Hugo's", "here it is `--as-of`"),
    ("--output", "Eleventy's", "here it is `--output-dir`"),
    ("--outDir", "Astro's", "here it is `--output-dir`"),
    ("--out-dir", "Docusaurus's", "here it is `--output-dir`"),
    ("--site-dir", "MkDocs's", "here it is `--output-dir`"),
    ("--publishDir", "Hugo's", "here it is `--output-dir`"),
    ("--site", "Astro's", "here it is `--base-url`"),
    ("--baseurl", "Jekyll's", "here it is `--base-url`"),
    ("-b", "Hugo's", "here it is `--base-url`"),
    ("--pathprefix", "Eleventy's", "here it is `--base-url`, and links are relative anyway"),
    ("--minify", "Hugo's", "here pages are small as they are"),
    ("--force", "Zola's", "here nothing is ever overwritten that Guidepost did not write; choose another folder with `--output-dir`"),
    ("--address", "mdBook's", "here it is `--interface`"),
    ("--dev-addr", "MkDocs's", "here it is `--interface` and `--port`"),
    ("--hostname", "mdBook's", "here it is `--interface`"),
    ("--livereload", "Jekyll's", "here nothing is needed: `serve` always does so"),
    ("--navigateToChanged", "Hugo's", "here an open page follows its own changes"),
    ("--jobs", "make's", "here it is `--threads`"),
    ("--dryrun", "Eleventy's", "here it is the command `check`"),
    ("clean", "mdBook's and Jekyll's", "here nothing is needed: a build removes what it wrote before and no longer publishes"),
    ("clear", "Docusaurus's", "here nothing is needed: a build removes what it wrote before and no longer publishes"),
    ("doctor", "Jekyll's", "here it is `check`"),
    ("test", "mdBook's", "here it is `check`"),
];

/// What to answer to `word`, if it is another generator's.
pub(super) fn answer(word: &str) -> Option<String> {
    let word = word.split('=').next().unwrap_or(word);
    let (spelling, whose, ours) = KNOWN.iter().find(|(spelling, ..)| *spelling == word)?;
    Some(format!("`{spelling}` is {whose}; {ours}"))
}

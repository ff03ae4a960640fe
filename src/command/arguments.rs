//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::day::Day;
use crate::output::{BadShard, Shard};

/// A static site generator for career guides whose figures have sources.
#[derive(Debug, Parser)]
#[command(name = "guidepost", version, about, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
#[command(after_help = "Exit codes: 0 done; 1 problems in the content; 2 wrong usage or settings; 3 the system refused; 70 a fault of Guidepost itself.")]
pub(super) struct Arguments {
    /// Folder of the project; default: the nearest one upwards that holds site.toml
    #[arg(short, long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// Colours in messages
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", alias = "colour")]
    pub(super) color: When,
    /// What to do
    #[command(subcommand)]
    pub(super) command: Command,
}

/// `init`.
#[derive(Debug, Args)]
pub(super) struct Init {
    /// Folder of the project, made if it is not there; default: this one
    #[arg(value_name = "DIR")]
    pub(super) folder: Option<PathBuf>,
}

/// `new`.
#[derive(Debug, Args)]
pub(super) struct New {
    /// The guide's file below content/, such as `healthcare/phlebotomist.md`
    #[arg(value_name = "PATH")]
    pub(super) path: String,
    /// SOC code of the occupation, such as 31-9097
    #[arg(long, value_name = "CODE")]
    pub(super) soc: Option<String>,
}

/// What `why` takes.
#[derive(Debug, Args)]
pub(super) struct Why {
    /// The page: its address on the site (`/healthcare/nurse/`), or its file (`content/healthcare/nurse.md`)
    #[arg(value_name = "PATH")]
    pub(super) page: String,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// When messages are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Begin a project: settings, three short guides, figures with their sources
    Init(Init),
    /// Begin a guide, with the figures that the project's datasets know of the occupation
    New(New),
    /// Build the site and publish it to a folder
    Build(Build),
    /// Show the site in your browser while you write, every save at once
    #[command(visible_alias = "watch", aliases = ["server", "dev", "preview"])]
    Serve(Serve),
    /// Find the same problems as `build`, and publish nothing
    Check(Check),
    /// Put the shards of a site together, if they are all those of one build
    Merge(Merge),
    /// Say of every source file what becomes of it
    List(List),
    /// Ask the running preview why a page was rendered again
    Why(Why),
    /// Say what a check finds, why, and what to do about it
    Explain {
        /// Its id, as problems print it in brackets: `year-in-title`
        #[arg(value_name = "CHECK")]
        check: Option<String>,
    },
    /// Print the JSON Schema of front matter, for editors
    Schema,
    /// Print a script that completes commands in your shell
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// About themes
    Theme {
        /// What about them
        #[command(subcommand)]
        what: Theme,
    },
    /// Print the reference of front matter and settings
    #[command(hide = true)]
    Reference,
}

#[derive(Debug, Subcommand)]
pub(super) enum Theme {
    /// Print what templates are given
    Docs,
    /// Find what is wrong with the templates, whatever the guides are: every template is run with every kind of page
    Check(ThemeCheck),
    /// Copy a file of the theme into the project, where it takes its place; the copy says whose it is, and a build tells when the original has changed
    Copy(ThemeCopy),
}

/// `theme copy`.
#[derive(Debug, Args)]
pub(super) struct ThemeCopy {
    /// The file, such as `guide.html` or `static/assets/beacon.css`
    pub(super) file: String,
    /// Print it rather than write it, to compare a copy with what the original is now
    #[arg(long)]
    pub(super) print: bool,
    /// Show what differs between the file of the project and the original as it is now
    #[arg(long, conflicts_with = "print")]
    pub(super) compare: bool,
}

/// `theme check`.
#[derive(Debug, Args)]
pub(super) struct ThemeCheck {
    #[command(flatten)]
    pub(super) what: What,
    #[command(flatten)]
    pub(super) how: How,
}

/// `build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Folder to publish to; default: `output_dir` of site.toml, else `public` in the project
    #[arg(short, long, value_name = "DIR", aliases = ["destination", "dest-dir"], short_alias = 'd')]
    pub(super) output_dir: Option<PathBuf>,
    /// Make the K-th of N parts of the site, for `guidepost merge` to put together: `2/4` is the second of four
    #[arg(long, value_name = "K/N", value_parser = shard, conflicts_with = "watch")]
    pub(super) shard: Option<Shard>,
    /// Publish again upon every change, until stopped
    #[arg(short, long)]
    pub(super) watch: bool,
    /// With --watch, look at the files twice a second rather than wait to be told of changes
    #[arg(long, requires = "watch")]
    pub(super) poll: bool,
    #[command(flatten)]
    pub(super) what: What,
    #[command(flatten)]
    pub(super) how: How,
}

/// `merge`.
#[derive(Debug, Args)]
pub(super) struct Merge {
    /// Folder to publish the whole site to
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    /// Folders of the shards, all N of them in any order
    #[arg(value_name = "DIR")]
    pub(super) shards: Vec<PathBuf>,
    /// Write nothing: say whether the shards make one site, and whether OUT, if there is a site in it, is that
    #[arg(long)]
    pub(super) verify: bool,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    pub(super) quiet: bool,
}

/// `serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Port to answer at; the next free one if it is taken
    #[arg(short, long, value_name = "PORT", default_value_t = 4321, value_parser = port)]
    pub(super) port: u16,
    /// Address to answer at; any other than this machine's own lets others read along
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", alias = "host", alias = "bind")]
    pub(super) interface: String,
    /// Open the site in your browser
    #[arg(short = 'O', long)]
    pub(super) open: bool,
    #[command(flatten)]
    pub(super) what: What,
    /// Look at the files twice a second rather than wait to be told of changes: for network disks and mounts of containers
    #[arg(long)]
    pub(super) poll: bool,
    /// Name with every save what changed, and each page that was rendered, with what differed for it
    #[arg(short, long)]
    pub(super) verbose: bool,
}

/// `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Write baseline.json: what is found now counts as known from here on, and only what is new is told
    #[arg(long)]
    pub(super) write_baseline: bool,
    #[command(flatten)]
    pub(super) what: What,
    #[command(flatten)]
    pub(super) how: How,
}

/// `list`.
#[derive(Debug, Args)]
pub(super) struct List {
    /// Only what is not published
    #[arg(long)]
    pub(super) unpublished: bool,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
    #[command(flatten)]
    pub(super) what: What,
}

/// What the site is made of.
#[derive(Debug, Args)]
pub(super) struct What {
    /// Address of the site, in place of the one in site.toml
    #[arg(short = 'u', long, value_name = "URL", alias = "baseURL")]
    pub(super) base_url: Option<String>,
    /// Publish drafts too
    #[arg(long, short_alias = 'D')]
    pub(super) drafts: bool,
    /// The day that counts as today, for example 2026-11-23; default: `SOURCE_DATE_EPOCH`, else today in UTC
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,
    /// How many threads to use; default: one a core
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
}

/// How problems are told.
#[derive(Debug, Args)]
pub(super) struct How {
    /// Treat warnings as errors
    #[arg(long)]
    pub(super) strict: bool,
    /// How problems are written: for people to stderr, the others to stdout
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// Say nothing but problems
    #[arg(short, long)]
    pub(super) quiet: bool,
    /// Say which files changed, and how long each stage took
    #[arg(short, long, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

/// How problems are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// SARIF 2.1.0, for code hosts and editors
    Sarif,
    /// Workflow commands of GitHub and Forgejo
    #[value(alias = "annotations")]
    Github,
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "a port is a number from 1 to 65535, or 0 for any that is free".to_owned())
}

fn shard(text: &str) -> Result<Shard, String> {
    text.parse().map_err(|error: BadShard| error.to_string())
}

fn day(text: &str) -> Result<Day, String> {
    text.parse().map_err(|error| format!("{error}; write year, month and day: 2026-11-23"))
}

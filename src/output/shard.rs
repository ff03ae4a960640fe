//! The parts that a site is made in where many machines make it: which part an address belongs to, and what a part says of itself.
//! Parts are told by the address alone, so that every machine and every run divides a site alike.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use crate::source::Sources;

/// As many as a site is ever made in: more files than that are read in no time worth sharing.
const MOST: u32 = 10_000;

/// The K-th of the N parts of a site, written `K/N`: from 1 to N.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Shard {
    number: u32,
    count: u32,
}

/// Why a text names no part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadShard {
    /// It is no pair of numbers.
    #[error("a shard is two numbers with a stroke between, such as `2/4` for the second of four")]
    NotAPair,
    /// The number of the part is not one of those.
    #[error("{0}")]
    OutOfRange(String),
}

impl Shard {
    /// Its number, from 1 on.
    pub fn number(self) -> u32 {
        self.number
    }

    /// How many there are.
    pub fn count(self) -> u32 {
        self.count
    }

    /// All of as many, in order.
    pub fn all(count: u32) -> impl Iterator<Item = Self> {
        (1..=count).map(move |number| Self { number, count })
    }

    /// Whether it is the one that tells what concerns the whole site.
    pub fn is_first(self) -> bool {
        self.number == 1
    }

    /// Whether it is the only one.
    pub fn is_whole(self) -> bool {
        self.count == 1
    }

    /// Whether what is published at `address`, a path from the site's root, belongs to it.
    pub fn has(self, address: &str) -> bool {
        xxh3_64(address.as_bytes()) % u64::from(self.count) == u64::from(self.number - 1)
    }
}

impl FromStr for Shard {
    type Err = BadShard;

    fn from_str(text: &str) -> Result<Self, BadShard> {
        let number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok()).flatten();
        let (part, of) = text.split_once('/').ok_or(BadShard::NotAPair)?;
        let (Some(number), Some(count)) = (number(part), number(of)) else { return Err(BadShard::NotAPair) };
        match (number, count) {
            (_, 0) => Err(BadShard::OutOfRange("a site has at least one shard: `1/1` is all of it".to_owned())),
            (_, count) if count > MOST => Err(BadShard::OutOfRange(format!("a site has at most {MOST} shards"))),
            (0, _) => Err(BadShard::OutOfRange(format!("shards are counted from 1: the first of {count} is `1/{count}`"))),
            (number, count) if number > count => Err(BadShard::OutOfRange(format!("there are only {count}: the last is `{count}/{count}`"))),
            (number, count) => Ok(Self { number, count }),
        }
    }
}

impl TryFrom<String> for Shard {
    type Error = BadShard;

    fn try_from(text: String) -> Result<Self, BadShard> {
        text.parse()
    }
}

impl From<Shard> for String {
    fn from(shard: Shard) -> Self {
        shard.to_string()
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.count)
    }
}

/// What a part says of itself in its list of files: parts that say the same, but for their number, make one site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which it is.
    pub shard: Shard,
    /// What it was made from.
    pub input: Input,
}

/// All that decides what a site holds, beside the program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Input {
    /// Hash of the files of the project, by path and bytes. XXH3, 128 bits, in hex.
    sources: String,
    /// The day that counted as today.
    as_of: String,
    /// Whether drafts are published.
    drafts: bool,
    /// Address of the site, if the command line gave one.
    base_url: Option<String>,
}

impl Input {
    /// That of a build of `sources` as of a day.
    pub fn of(sources: &Sources, as_of: String, drafts: bool, base_url: Option<String>) -> Self {
        let mut hash = Xxh3::new();
        let mut add = |bytes: &[u8]| {
            // With the length in front, no two lists of files are one row of bytes.
            hash.update(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
            hash.update(bytes);
        };
        for (path, bytes) in &sources.files {
            add(path.as_str().as_bytes());
            add(bytes);
        }
        Self { sources: format!("{:032x}", hash.digest128()), as_of, drafts, base_url }
    }

    /// How this differs from `other`, in words that follow "it was made".
    pub(super) fn unlike(&self, other: &Self) -> String {
        let drafts = |it: &Self| if it.drafts { "with drafts" } else { "without drafts" };
        let base_url = |it: &Self| it.base_url.as_ref().map_or_else(|| "without --base-url".to_owned(), |url| format!("for `{}`", url.escape_debug()));
        let mut words = Vec::new();
        if self.as_of != other.as_of {
            words.push(format!("as of {} rather than {}", self.as_of.escape_debug(), other.as_of.escape_debug()));
        }
        if self.drafts != other.drafts {
            words.push(format!("{} rather than {}", drafts(self), drafts(other)));
        }
        if self.base_url != other.base_url {
            words.push(format!("{} rather than {}", base_url(self), base_url(other)));
        }
        if self.sources != other.sources {
            words.push("from other files".to_owned());
        }
        words.join(", and ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourcePath;

    #[test]
    fn an_address_belongs_to_one_shard_and_to_the_same_on_every_machine() {
        for count in [1, 2, 4, 7] {
            for address in ["index.html", "healthcare/nurse/index.html", "feed.xml", "pflege/kinderkrankenpfleger\u{e4}/index.html"] {
                assert_eq!(Shard::all(count).filter(|shard| shard.has(address)).count(), 1);
            }
        }
        let of_seven = |address: &str| Shard::all(7).find(|shard| shard.has(address)).unwrap().to_string();
        assert_eq!(["index.html", "healthcare/nurse/index.html", "sitemap.xml"].map(of_seven), ["3/7", "7/7", "2/7"]);
    }

    #[test]
    fn a_shard_is_written_as_its_number_and_how_many_there_are() {
        let read = |text: &str| text.parse::<Shard>().map(|it| it.to_string()).map_err(|error| error.to_string());
        assert_eq!(read("2/4"), Ok("2/4".to_owned()));
        let pair = "a shard is two numbers with a stroke between, such as `2/4` for the second of four";
        for text in ["", "2", "2/", "/4", "a/b", "-1/4", "+1/4", "1/4/4", "1.5/4", "99999999999/4"] {
            assert_eq!(read(text), Err(pair.to_owned()), "{text}");
        }
        assert_eq!(read("0/4"), Err("shards are counted from 1: the first of 4 is `1/4`".to_owned()));
        assert_eq!(read("5/4"), Err("there are only 4: the last is `4/4`".to_owned()));
        assert_eq!(read("1/10001"), Err("a site has at most 10000 shards".to_owned()));
        assert_eq!(read("1/0"), Err("a site has at least one shard: `1/1` is all of it".to_owned()));
    }

    #[test]
    fn inputs_that_differ_say_in_what() {
        let sources = |files: &[(&str, &str)]| Sources {
            files: files.iter().map(|(path, text)| (SourcePath::new(path).unwrap(), text.as_bytes().into())).collect(),
            ..Sources::default()
        };
        let of = |files: &[(&str, &str)]| Input::of(&sources(files), "2026-11-23".to_owned(), false, None);
        let one = of(&[("a", "bc")]);
        assert_eq!(one, of(&[("a", "bc")]));
        assert_eq!([of(&[("ab", "c")]), of(&[("a", "b"), ("c", "")])].map(|it| it.unlike(&one)), ["from other files"; 2]);
        let other = Input { as_of: "2026-11-24".to_owned(), drafts: true, base_url: Some("https://x.example/".to_owned()), ..one.clone() };
        let says =
            "as of 2026-11-24 rather than 2026-11-23, and with drafts rather than without drafts, and for `https://x.example/` rather than without --base-url";
        assert_eq!(other.unlike(&one), says);
    }
}

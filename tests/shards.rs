//! Sites made in parts, through the command: the parts together are the site, byte for byte, and what is no whole set of parts is refused.
#![allow(
    clippy::disallowed_methods,
    clippy::case_sensitive_file_extension_comparisons,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    reason = "tests touch the disk and the clock"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use tempfile::TempDir;

/// A folder with a project in it, of sixty guides and all that shards could divide wrongly.
struct Project(TempDir);

impl Project {
    fn new() -> Self {
        let project = Self(TempDir::new().unwrap());
        project.write("site.toml", "title = \"Careers\"\nbase_url = \"https://example.org/\"\n\n[languages.de]\nname = \"Deutsch\"\n");
        project.write("content/_index.md", page("Careers"));
        project.write("content/_index.de.md", page("Berufe"));
        project.write("content/_data/sources.yaml", SOURCES);
        project.write("content/_data/people.yaml", "ann: { name: Ann }\nbob: { name: Bob }\n");
        project.write("static/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");
        project.write("static/files/form.txt", "A form.\n");
        project.write("content/shared.png", image(1200));
        for (at, field) in ["building", "care", "crafts", "health", "transport"].iter().enumerate() {
            if at > 0 {
                project.write(&format!("content/{field}/_index.md"), page(&format!("Work in {field}")));
            }
            for number in 0..12 {
                project.write_guide(field, at * 12 + number);
            }
        }
        project
    }

    fn write_guide(&self, field: &str, number: usize) {
        let place = if number.is_multiple_of(6) { format!("content/{field}/guide-{number}/index") } else { format!("content/{field}/guide-{number}") };
        let mut text = guide(field, number);
        if number.is_multiple_of(6) {
            self.write(&format!("content/{field}/guide-{number}/ward.png"), image(500 + u32::try_from(number).unwrap()));
            self.write(&format!("content/{field}/guide-{number}/data.csv"), "Place,Pay\nNorth,12\n");
            text += "\n![A ward](ward.png)\n\n![What all share](/shared.png)\n";
        }
        if number.is_multiple_of(4) {
            // A download of a page that another shard makes.
            text += "\nSee [the pay of the first](/building/guide-0/pay.csv).\n";
        }
        self.write(&format!("{place}.md"), &text);
        if number.is_multiple_of(5) {
            self.write(&format!("{place}.de.md"), page(&format!("Ratgeber {number}")).replace("Text of", "Worte zu"));
        }
    }

    fn root(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
        command.current_dir(self.root()).args(arguments).env_remove("SOURCE_DATE_EPOCH").env_remove("CLICOLOR_FORCE");
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }

    /// Builds to `folder`, with more arguments than are always given.
    fn build(&self, folder: &str, more: &[&str]) -> Run {
        let run = self.run(&[&["build", "--as-of", "2026-11-23", "--output-dir", folder], more].concat());
        assert_eq!(run.code, 0, "{}", run.stderr.lines().filter(|line| line.starts_with("error")).take(9).collect::<Vec<_>>().join("\n"));
        run
    }

    /// Builds all shards of so many, and gives their folders.
    fn build_shards(&self, count: u32) -> Vec<String> {
        let folders = (1..=count).map(|number| {
            let folder = format!("s{number}");
            self.build(&folder, &["--shard", &format!("{number}/{count}")]);
            folder
        });
        folders.collect()
    }

    /// What `merge --verify` of `folders` says is wrong, without the two words of where that leads.
    fn refusal(&self, folders: &[&str]) -> String {
        let run = self.run(&[&["merge", "--verify", "none"], folders].concat());
        let merged = self.run(&[&["merge", "none"], folders].concat());
        assert_eq!((run.code, run.stdout.as_str(), run.stderr.as_str()), (merged.code, "", merged.stderr.as_str()), "merge refuses what --verify refuses");
        assert!(run.code == 1 && !self.root().join("none").exists(), "{run:?}");
        run.stderr
    }
}

#[derive(Debug)]
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }
}

const SOURCES: &str = "oews: { publisher: Bureau, title: Wages, period: 2026-05, url: \"https://bureau.example/\", licence: public-domain }\n";

fn page(title: &str) -> String {
    format!("---\ntitle: {title}\nsummary: A page of a small site about careers, made for a test of sites that are made in parts.\n---\nText of {title}.\n")
}

fn guide(field: &str, number: usize) -> String {
    let (day, pay, before) = (1 + number % 28, 30_000 + number * 310, if number.is_multiple_of(12) { number } else { number - 1 });
    let near = if before.is_multiple_of(6) { format!("guide-{before}/index.md") } else { format!("guide-{before}.md") };
    let up = if number.is_multiple_of(6) { "../" } else { "" };
    format!(
        "---
title: Guide {number}
summary: What people of the occupation number {number} in {field} do all day, how they begin and what they earn.
occupation: {{ name: Occupation {number} }}
updated: 2026-10-{day:02}
reviewed: {{ by: bob, on: 2026-10-{day:02} }}
authors: [ann]
tags: [{}, everyone]
aliases: [/old/{number}/, /old/{number}.html]
facts:
  pay: {{ measure: pay, value: {pay}, as_of: 2026-05, area: us, source: oews, currency: USD }}
---
## Duties

Much as in [the one before]({up}{near}), for [](fact:pay) a year.

## Pay

| Place | Pay |
| --- | ---: |
| North | 41,000 |
| South | {pay} |

Table: Pay by place {{#pay source=oews unit=\"USD per year\"}}
",
        ["indoors", "outdoors", "shifts"][number % 3],
    )
}

/// A photograph so wide: of noise, so that smaller copies are worth making.
fn image(width: u32) -> Vec<u8> {
    let mut seed = u64::from(width);
    let image = image::RgbImage::from_fn(width, 40, |_, _| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let [.., red, green, blue] = seed.to_be_bytes().map(|byte| byte / 4);
        image::Rgb([red, green, blue])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The YAML of a page of the manual.
fn yaml_of(page: &str) -> Vec<serde_yaml::Value> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let yaml = text.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    serde_yaml::Deserializer::from_str(yaml).map(|document| serde::Deserialize::deserialize(document).unwrap()).collect()
}

/// Every file below `folder`, but those of Guidepost.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let file = |entry: walkdir::DirEntry| (entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned(), fs::read(entry.path()).unwrap());
    walk.map(file).filter(|(path, _)| !path.starts_with(".guidepost/")).collect()
}

fn manifest(folder: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(folder.join(".guidepost/manifest.json")).unwrap()).unwrap()
}

fn change_manifest(folder: &Path, change: impl FnOnce(&mut serde_json::Value)) {
    let mut manifest = manifest(folder);
    change(&mut manifest);
    fs::write(folder.join(".guidepost/manifest.json"), serde_json::to_vec_pretty(&manifest).unwrap()).unwrap();
}

#[test]
fn shards_together_are_the_site_byte_for_byte() {
    let project = Project::new();
    let root = project.root();
    project.build("public", &[]);
    let site = files(&root.join("public"));
    for file in
        ["de/index.html", "old/7/index.html", "old/7.html", "tags/outdoors/index.html", "atom.xml", "sitemap.xml", "building/guide-0/pay.csv", "logo.svg"]
    {
        assert!(site.contains_key(file), "{file} of {:?}", site.keys());
    }
    let copies = site.keys().filter(|path| path.contains("w.") && path.ends_with(".webp")).count();
    assert!(copies > 10, "{copies} copies of images");
    for count in [1, 2, 4, 7] {
        let folders = project.build_shards(count);
        let mut union = BTreeMap::new();
        for folder in &folders {
            for (path, bytes) in files(&root.join(folder)) {
                assert!(union.insert(path.clone(), bytes).is_none(), "{path} is in two of {count}");
            }
        }
        assert_eq!(union.keys().collect::<BTreeSet<_>>(), site.keys().collect(), "{count} shards");
        assert!(union == site, "{count} shards");
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        let verified = project.run(&[&["merge", "--verify", "public"], folders.as_slice()].concat());
        let shards = if count == 1 { "1 shard".to_owned() } else { format!("{count} shards") };
        let says = format!("{shards} make one site of {} files; `public` is that site\n", site.len());
        assert_eq!((verified.code, verified.stdout, verified.stderr), (0, says, String::new()));
        let merged = project.run(&[&["merge", "merged"], folders.as_slice()].concat());
        assert!(merged.code == 0 && merged.stdout.starts_with(&format!("merged {shards}, {} files to merged (", site.len())), "{merged:?}");
        assert!(files(&root.join("merged")) == site, "{count} shards");
        assert_eq!(manifest(&root.join("merged")), manifest(&root.join("public")), "the merged site is one like any other");
    }
    let hold: Vec<usize> = (1..=7).map(|number| files(&root.join(format!("s{number}"))).len()).collect();
    assert!(hold.iter().all(|files| (site.len() / 14..site.len() / 3).contains(files)), "a share each: {hold:?}");
}

#[test]
fn a_shard_takes_the_place_of_a_site_and_of_another_shard() {
    let project = Project::new();
    let root = project.root();
    project.build("fresh", &["--shard", "1/2"]);
    project.build("out", &[]);
    project.build("out", &["--shard", "2/2"]);
    let first = project.build("out", &["--shard", "1/2"]);
    assert!(first.stdout.starts_with("published shard 1/2: ") && first.stdout.contains(" removed) in "), "{first:?}");
    assert!(files(&root.join("out")) == files(&root.join("fresh")));
    assert_eq!(manifest(&root.join("out")), manifest(&root.join("fresh")));
    let again = project.build("out", &["--shard", "1/2"]);
    assert!(again.stdout.contains(" unchanged) in ") && !again.stdout.contains("new"), "{again:?}");
    // All files of the only shard are those of the site: what the folder says of itself is not.
    project.build("one", &["--shard", "1/1"]);
    assert!(manifest(&root.join("one"))["part"].is_object());
    project.build("one", &[]);
    assert!(manifest(&root.join("one"))["part"].is_null());
}

#[test]
fn a_shard_that_is_killed_leaves_nothing_half_and_comes_out_the_same() {
    let project = Project::new();
    let root = project.root();
    let begin = Instant::now();
    project.build("fresh", &["--shard", "2/3"]);
    let longest = begin.elapsed();
    let expected = files(&root.join("fresh"));
    let mut killed = 0;
    for round in 1..=8 {
        let _ = fs::remove_dir_all(root.join("out"));
        let mut child =
            project.command(&["build", "--quiet", "--as-of", "2026-11-23", "--shard", "2/3", "--output-dir", "out"]).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(longest * round / 9);
        child.kill().unwrap();
        killed += usize::from(!child.wait().unwrap().success());
        let is_there = root.join("out/.guidepost/manifest.json").exists();
        assert_eq!(files_if_any(&root.join("out")), if is_there { expected.clone() } else { BTreeMap::new() }, "round {round}");
    }
    assert!(killed > 0, "every build was done before it was killed");
    project.build("out", &["--shard", "2/3"]);
    assert!(files(&root.join("out")) == expected);
    let names = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.contains("guidepost")).collect::<Vec<_>>(), [""; 0]);
}

fn files_if_any(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    if folder.exists() { files(folder) } else { BTreeMap::new() }
}

#[test]
fn what_is_no_whole_set_of_shards_is_refused_all_in_one_run() {
    let project = Project::new();
    let root = project.root();
    project.build_shards(4);
    project.build("whole", &[]);
    let all = |but: &str, instead: &str| ["s1", "s2", "s3", "s4"].map(|it| if it == but { instead.to_owned() } else { it.to_owned() });
    let check = |folders: &[String], expected: &str| {
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        assert_eq!(project.refusal(&folders), expected);
    };

    check(
        &["s1", "s3"].map(str::to_owned),
        "error: no folder holds shards `2/4` and `4/4`
help: build what is missing, `guidepost build --shard 2/4 --output-dir DIR`, and name its folder
1 error: nothing was merged\n",
    );
    project.build("s2b", &["--shard", "2/4"]);
    check(
        &[all("", "").as_slice(), &["s2b".to_owned()]].concat(),
        "error: `s2` and `s2b` both hold shard 2/4\nhelp: name one of them\n1 error: nothing was merged\n",
    );
    project.build("of5", &["--shard", "2/5"]);
    check(
        &all("s2", "of5"),
        "error: `of5` holds shard 2/5, and this site is made in 4
help: name the folders of shards 1/4 to 4/4, and no others
error: no folder holds shard `2/4`
help: build what is missing, `guidepost build --shard 2/4 --output-dir DIR`, and name its folder
2 errors: nothing was merged\n",
    );
    check(
        &all("s2", "whole"),
        "error: `whole` holds a whole site, not a shard of one
help: name folders that `guidepost build --shard K/N` made
error: no folder holds shard `2/4`
help: build what is missing, `guidepost build --shard 2/4 --output-dir DIR`, and name its folder
2 errors: nothing was merged\n",
    );
    fs::create_dir(root.join("empty")).unwrap();
    fs::create_dir_all(root.join("half/.guidepost")).unwrap();
    fs::write(root.join("half/.guidepost/staging"), "staged by guidepost, process 1\n").unwrap();
    fs::create_dir_all(root.join("damaged/.guidepost")).unwrap();
    fs::write(root.join("damaged/.guidepost/manifest.json"), "{").unwrap();
    check(
        &[&["empty", "gone", "half", "damaged"].map(str::to_owned), all("", "").as_slice()].concat(),
        "error: `empty` holds no shard: there is no `.guidepost/manifest.json` in it
help: name folders that `guidepost build --shard K/N` made; if this is one, what brought it here left out `.guidepost`
error: `gone` is not there
help: build that shard again: `guidepost build --shard K/N --output-dir DIR`
error: `half` is half a shard: the build that wrote it was stopped
help: build that shard again: `guidepost build --shard K/N --output-dir DIR`
error: `damaged/.guidepost/manifest.json` is damaged, so nothing is known of the shard in `damaged`
help: build that shard again: `guidepost build --shard K/N --output-dir DIR`
4 errors: nothing was merged\n",
    );

    let again = "help: build it again: `guidepost build --shard 3/4 --output-dir s3`";
    let same = format!("{again}, from the same files as the other shards, with the same --as-of, --drafts and --base-url");
    project.build("s3", &["--shard", "3/4", "--base-url", "https://x.example/", "--drafts"]);
    check(
        &all("", ""),
        &format!(
            "error: `s3` was made with drafts rather than without drafts, and for `https://x.example/` rather than without --base-url\n{same}\n1 error: nothing was merged\n"
        ),
    );
    let later = project.run(&["build", "--as-of", "2026-11-24", "--shard", "3/4", "--output-dir", "s3"]);
    assert_eq!(later.code, 0, "{later:?}");
    check(&all("", ""), &format!("error: `s3` was made as of 2026-11-24 rather than 2026-11-23\n{same}\n1 error: nothing was merged\n"));
    project.write("content/about.md", page("About"));
    project.build("s3", &["--shard", "3/4"]);
    check(&all("", ""), &format!("error: `s3` was made from other files\n{same}\n1 error: nothing was merged\n"));
    fs::remove_file(root.join("content/about.md")).unwrap();
    project.build("s3", &["--shard", "3/4"]);

    change_manifest(&root.join("s3"), |it| it["guidepost"] = "0.0.9".into());
    let version = env!("CARGO_PKG_VERSION");
    check(
        &all("", ""),
        &format!(
            "error: `s3` was made by Guidepost 0.0.9, and this is {version}\nhelp: build all shards and merge them with one version\n1 error: nothing was merged\n"
        ),
    );
    project.build("s3", &["--shard", "3/4"]);

    let pages: Vec<String> = files(&root.join("s3")).into_keys().filter(|path| path.ends_with("index.html")).take(3).collect();
    fs::write(root.join("s3").join(&pages[0]), "mine").unwrap();
    fs::remove_file(root.join("s3").join(&pages[1])).unwrap();
    fs::remove_file(root.join("s3").join(&pages[2])).unwrap();
    check(
        &all("", ""),
        &format!(
            "error: `s3` is not as it was written: `{}` was changed\n{again}\nerror: `s3` is not as it was written: `{}` and `{}` were taken away\n{again}\n2 errors: nothing was merged\n",
            pages[0], pages[1], pages[2]
        ),
    );
    fs::remove_dir_all(root.join("s3")).unwrap();
    project.build("s3", &["--shard", "3/4"]);

    // A list that says more than was built: no build writes one.
    let path = files(&root.join("s1")).into_keys().find(|path| path.ends_with("index.html")).unwrap();
    let stamp = manifest(&root.join("s1"))["files"][&path].clone();
    change_manifest(&root.join("s3"), |it| it["files"][&path] = stamp);
    fs::create_dir_all(root.join("s3").join(&path).parent().unwrap()).unwrap();
    fs::copy(root.join("s1").join(&path), root.join("s3").join(&path)).unwrap();
    check(
        &all("", ""),
        &format!(
            "error: `{path}` of `s1` and `{path}` of `s3` want one place
help: build both shards again from the same files, with one version of Guidepost
1 error: nothing was merged\n"
        ),
    );
    change_manifest(&root.join("s3"), |it| it["files"]["../../etc/passwd"] = it["files"][&path].clone());
    let refused = project.refusal(&["s1", "s2", "s3", "s4"]);
    assert!(refused.starts_with("error: the list of `s3` names `../../etc/passwd`, which is no path of a site\n"), "{refused}");
}

#[test]
fn a_site_that_is_not_what_the_shards_make_is_told() {
    let project = Project::new();
    let root = project.root();
    project.build_shards(2);
    let verify = |folders: &[&str]| project.run(&[&["merge", "--verify"], folders].concat());
    let count = files(&root.join("s1")).len() + files(&root.join("s2")).len();
    assert_eq!(verify(&["s2", "s1"]).stdout, format!("2 shards make one site of {count} files\n"), "where nothing is written, the first folder is a shard too");
    assert_eq!(verify(&["public", "s1", "s2"]).stdout, format!("2 shards make one site of {count} files; `public` holds none yet\n"));
    project.build("public", &[]);
    let path = files(&root.join("public")).into_keys().find(|path| path.ends_with("guide-7/index.html")).unwrap();
    fs::write(root.join("public").join(&path), "mine").unwrap();
    let differing = verify(&["public", "s1", "s2"]);
    let says = format!(
        "error: `public` is not what the shards make: `{path}` differs
help: leave out --verify to publish what they make
1 error: the 2 shards fit together\n"
    );
    assert_eq!((differing.code, differing.stderr), (1, says));
    // As for any build: what somebody edited is not overwritten.
    let refused = project.run(&["merge", "public", "s1", "s2"]);
    assert!(refused.code == 3 && refused.stderr.ends_with("nothing was published; the last good site stays as it is\n"), "{refused:?}");
    fs::remove_file(root.join("public").join(&path)).unwrap();
    fs::write(root.join("public/CNAME"), "example.org\n").unwrap();
    fs::write(root.join("s1/.nojekyll"), "").unwrap();
    let merged = project.run(&["merge", "public", "s1", "s2"]);
    assert!(merged.code == 0 && merged.stdout.contains(" (1 new, "), "{merged:?}");
    assert_eq!(merged.stderr, "note: `.nojekyll` of `s1` is not of the shard and was left out\n");
    assert!(root.join("public/CNAME").exists() && !root.join("public/.nojekyll").exists());
    assert_eq!(project.run(&["merge", "--quiet", "public", "s1", "s2"]).stdout, "");
}

#[test]
fn shards_are_merged_where_there_is_no_project_and_never_over_themselves() {
    let project = Project::new();
    project.build_shards(2);
    let elsewhere = TempDir::new().unwrap();
    let here = elsewhere.path().canonicalize().unwrap();
    let away = |arguments: &[&str]| Run::of(project.command(arguments).current_dir(&here).output().unwrap());
    let [one, two] = ["s1", "s2"].map(|it| project.root().join(it).to_str().unwrap().to_owned());
    let merged = away(&["merge", "public", &one, &two]);
    assert_eq!(merged.code, 0, "{merged:?}");
    assert!(here.join("public/index.html").is_file());
    let lost = away(&["--root", "nowhere", "merge", "public", &one, &two]);
    assert_eq!((lost.code, lost.stderr.as_str()), (2, "error: `nowhere` is not a folder\n"));

    let said = |arguments: &[&str]| {
        let run = project.run(arguments);
        (run.code, run.stderr)
    };
    let of_shards = "help: name that first, then the shards: `guidepost merge public s1 ...`\n";
    assert_eq!(said(&["merge", "s1", "s2"]), (2, format!("error: `s1` holds shard 1/2, and the first folder is the one to merge into\n{of_shards}")));
    let none = "error: no shards are named\nhelp: name their folders behind the one to merge into: `guidepost merge public shards/1 shards/2`\n";
    assert_eq!(said(&["merge", "public"]), (2, none.to_owned()));
    let (code, stderr) = said(&["merge", "s1/public", "s1", "s2"]);
    let says = "error: cannot publish to `s1/public`: `s1` is one of the shards, and the one lies in the other; choose a folder of its own, such as `public`\n";
    assert_eq!((code, stderr), (2, format!("{says}nothing was published\n")));
    let (code, stderr) = said(&["merge", "content/x", "s1", "s2"]);
    assert!(code == 2 && stderr.contains("`content` holds your sources"), "{stderr}");
}

#[test]
fn a_wrong_shard_is_wrong_usage() {
    let project = Project::new();
    let says = |shard: &str| {
        let run = project.run(&["build", "--shard", shard]);
        assert_eq!((run.code, project.root().join("public").exists()), (2, false), "{run:?}");
        run.stderr.lines().next().unwrap().to_owned()
    };
    let pair = "a shard is two numbers with a stroke between, such as `2/4` for the second of four";
    assert_eq!(says("2"), format!("error: invalid value '2' for '--shard <K/N>': {pair}"));
    assert_eq!(says("x/4"), format!("error: invalid value 'x/4' for '--shard <K/N>': {pair}"));
    assert_eq!(says("0/4"), "error: invalid value '0/4' for '--shard <K/N>': shards are counted from 1: the first of 4 is `1/4`");
    assert_eq!(says("5/4"), "error: invalid value '5/4' for '--shard <K/N>': there are only 4: the last is `4/4`");
    let watched = project.run(&["build", "--shard", "1/2", "--watch"]);
    assert!(watched.code == 2 && watched.stderr.contains("cannot be used with"), "{watched:?}");
}

#[test]
fn each_problem_is_told_by_one_shard_and_a_shard_with_errors_publishes_nothing() {
    let project = Project::new();
    project.write("content/crafts/guide-25.md", guide("crafts", 25).replace("guide-24/index.md", "guide-99.md"));
    project.write("content/health/guide-37.md", guide("health", 37).replace("title: Guide 37\n", "titel: Guide 37\n"));
    let whole = project.run(&["build", "--as-of", "2026-11-23", "--format", "json", "-o", "whole"]);
    let problems = |run: &Run| {
        let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        document["problems"].as_array().unwrap().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let shards: Vec<Run> = (1..=3)
        .map(|number| project.run(&["build", "--as-of", "2026-11-23", "--format", "json", "-o", &format!("s{number}"), "--shard", &format!("{number}/3")]))
        .collect();
    let mut told: Vec<String> = shards.iter().flat_map(problems).collect();
    let mut expected = problems(&whole);
    told.sort();
    expected.sort();
    assert!(expected.iter().any(|it| it.contains("link-to-missing-page")) && expected.iter().any(|it| it.contains("unknown-key")), "{expected:#?}");
    assert_eq!(told, expected);
    for (number, run) in (1..).zip(&shards) {
        let has_errors = problems(run).iter().any(|it| it.contains("\"level\":\"error\""));
        assert_eq!((run.code != 0, project.root().join(format!("s{number}")).exists()), (has_errors, !has_errors), "{}", run.stderr);
    }
    assert!(shards.iter().any(|run| run.code == 1));
}

#[test]
fn the_jobs_of_the_kubernetes_recipe_make_the_site() {
    let project = Project::new();
    let root = project.root();
    let documents = yaml_of("docs/scale/kubernetes.md");
    let named = |name: &str| documents.iter().find(|it| it["metadata"]["name"] == name).unwrap();
    let (shared, shards, merge) = (&named("site-build")["data"], named("site-shards"), named("site-merge"));
    let count: u32 = shared["SHARDS"].as_str().unwrap().parse().unwrap();
    assert_eq!([&shards["spec"]["completions"], &shards["spec"]["parallelism"]].map(serde_yaml::Value::as_u64), [Some(count.into()); 2]);
    assert_eq!(shards["spec"]["completionMode"], "Indexed");
    let bin = Path::new(env!("CARGO_BIN_EXE_guidepost")).parent().unwrap().to_str().unwrap();
    let run = |job: &serde_yaml::Value, index: u32| {
        let container = &job["spec"]["template"]["spec"]["containers"][0];
        let words = |key: &str| container[key].as_sequence().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let command = [words("command"), words("args")].concat();
        let mut child = Command::new(&command[0]);
        child.args(&command[1..]).current_dir(&root).env("PATH", format!("{bin}:/usr/bin:/bin")).env("JOB_COMPLETION_INDEX", index.to_string());
        for (name, value) in shared.as_mapping().unwrap() {
            child.env(name.as_str().unwrap(), value.as_str().unwrap());
        }
        Run::of(child.env("WORK", &root).env("SITE", root.join("site")).output().unwrap())
    };
    for index in 0..count {
        let built = run(shards, index);
        assert_eq!(built.code, 0, "{}", built.stderr);
    }
    let merged = run(merge, 0);
    assert_eq!(merged.code, 0, "{merged:?}");
    project.build("public", &[]);
    assert!(files(&root.join("site/public")) == files(&root.join("public")));
}

#[test]
fn the_matrix_of_the_ci_recipe_names_every_shard_and_carries_hidden_files() {
    let [workflow] = yaml_of("docs/scale/ci-matrix.md").try_into().unwrap();
    let shard = &workflow["jobs"]["shard"];
    let numbers: Vec<u64> = shard["strategy"]["matrix"]["number"].as_sequence().unwrap().iter().map(|it| it.as_u64().unwrap()).collect();
    assert!(numbers.iter().copied().eq(1..=u64::try_from(numbers.len()).unwrap()) && shard["strategy"]["fail-fast"] == false);
    let steps = |job: &str| workflow["jobs"][job]["steps"].as_sequence().unwrap().clone();
    let build = steps("shard").into_iter().find(|it| it["name"] == "Build the shard").unwrap();
    assert_eq!(build["env"]["SHARD"], "${{ matrix.number }}/${{ strategy.job-total }}");
    assert!(build["run"].as_str().unwrap().contains("--as-of \"$DAY\" --shard \"$SHARD\" --output-dir"));
    let upload = steps("shard").into_iter().find(|it| it["with"]["name"] == "shard-${{ matrix.number }}").unwrap();
    assert_eq!(upload["with"]["include-hidden-files"], true);
    assert!(steps("publish").iter().any(|it| it["run"].as_str().is_some_and(|run| run.contains("guidepost merge public shards/*"))));
}

//! What publishing promises of files that are put away while the site is still being made.

use std::fs;
use std::os::unix::fs::MetadataExt as _;

use guidepost::output::{Content, File, Origin, Output, OutputPath, Publication, Shelf as _};

use super::{Project, counts, expected, files};

/// A site of `files`, all put away on `publication`.
fn put(publication: &Publication, files: &[(&str, &str)]) -> Output {
    let file = |(path, text): &(&str, &str)| {
        let path = OutputPath::new(path).unwrap();
        let content = Content::Put(publication.put(&path, text.as_bytes()).unwrap());
        (path, File { content, origin: Origin::Words("a test".to_owned()) })
    };
    Output::of(files.iter().map(file)).0
}

fn opened(project: &Project) -> Publication {
    Publication::open(&project.public(), &project.root()).unwrap()
}

#[test]
fn files_that_were_put_away_are_published_and_equal_ones_stay_the_same_file() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("same.html", "s"), ("gone.html", "g")]).unwrap();
    let number = |path: &str| fs::metadata(project.public().join(path)).unwrap().ino();
    let before = number("same.html");
    let publication = opened(&project);
    let site = put(&publication, &[("index.html", "2"), ("same.html", "s"), ("a/b/new.html", "n")]);
    assert_eq!(files(&project.public()), expected(&[("gone.html", "g"), ("index.html", "1"), ("same.html", "s")]), "nothing is seen before the last step");
    let published = publication.publish(&site).unwrap();
    assert_eq!(counts(&published), (1, 1, 1, 1, 0));
    assert_eq!(files(&project.public()), expected(&[("a/b/new.html", "n"), ("index.html", "2"), ("same.html", "s")]));
    assert_eq!(number("same.html"), before);
}

#[test]
fn what_is_put_away_and_not_published_leaves_nothing() {
    let project = Project::new();
    project.publish(&[("index.html", "1")]).unwrap();
    let publication = opened(&project);
    put(&publication, &[("index.html", "2"), ("a/new.html", "n")]);
    assert!(!project.leftovers().is_empty());
    drop(publication);
    assert_eq!(files(&project.public()), expected(&[("index.html", "1")]));
    assert_eq!(project.leftovers(), [""; 0]);
}

#[test]
fn a_published_file_that_somebody_changes_meanwhile_is_not_taken_for_ours() {
    let project = Project::new();
    project.publish(&[("index.html", "1"), ("same.html", "ours")]).unwrap();
    let publication = opened(&project);
    let site = put(&publication, &[("index.html", "2"), ("same.html", "ours")]);
    fs::write(project.public().join("same.html"), "mine").unwrap();
    let error = publication.publish(&site).unwrap_err();
    assert_eq!(error.to_string(), "`same.html` was changed in the published folder while the site was built; build again");
    assert_eq!(files(&project.public()), expected(&[("index.html", "1"), ("same.html", "mine")]));
    assert_eq!(project.leftovers(), [""; 0]);
}

#[test]
fn of_two_files_for_one_path_the_second_is_not_put_away() {
    let project = Project::new();
    let publication = opened(&project);
    let path = OutputPath::new("a.html").unwrap();
    assert!(publication.put(&path, b"1").is_some());
    assert!(publication.put(&path, b"2").is_none());
}

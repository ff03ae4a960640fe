use std::fs;

use tempfile::TempDir;

use super::*;

const INPUTS: [&str; 2] = ["site.toml", "content"];

struct Project {
    folder: TempDir,
    watch: Watch,
}

impl Project {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        fs::create_dir_all(folder.path().join("content/a")).unwrap();
        let watch = Watch::new(&folder.path().canonicalize().unwrap(), &INPUTS, false);
        let mut project = Self { folder, watch };
        // Only events shall end a wait, so that each test shows that one came.
        project.watch.every = Duration::from_secs(20);
        project.watch.probe_until = None;
        project
    }

    #[allow(clippy::disallowed_methods, reason = "tests touch the disk")]
    fn write(&self, path: &str) {
        fs::write(self.folder.path().join(path), path).unwrap();
    }

    #[allow(clippy::disallowed_methods, reason = "tests measure")]
    fn wakes(&mut self) -> bool {
        let begin = Instant::now();
        assert_eq!(self.watch.wait(), Awake::Look);
        self.watch.renew();
        begin.elapsed() < Duration::from_secs(15)
    }
}

#[test]
fn a_save_new_folders_and_the_settings_wake() {
    let mut project = Project::new();
    project.write("content/a/x.md");
    assert!(project.wakes());
    fs::create_dir_all(project.folder.path().join("content/b/c/d")).unwrap();
    assert!(project.wakes());
    // The files of a new folder may have come before it was watched: it is looked at once more.
    assert!(project.wakes());
    project.write("content/b/c/d/y.md");
    assert!(project.wakes());
    project.write("site.toml");
    assert!(project.wakes());
}

#[test]
fn reading_and_what_stands_beside_the_inputs_do_not_wake() {
    let mut project = Project::new();
    project.write("content/a/x.md");
    assert!(project.wakes());
    project.watch.every = Duration::from_millis(400);
    while project.watch.wakes.recv_timeout(Duration::from_millis(100)).is_ok() {}
    #[allow(clippy::disallowed_methods, reason = "tests touch the disk")]
    fs::read(project.folder.path().join("content/a/x.md")).unwrap();
    fs::create_dir(project.folder.path().join("public")).unwrap();
    project.write("public.guidepost-lock");
    assert_eq!(project.watch.wakes.recv_timeout(Duration::from_millis(300)), Err(RecvTimeoutError::Timeout));
    assert!(project.watch.heard.load(Ordering::Relaxed), "reading was heard of, which is the probe");
}

#[test]
fn a_folder_that_vanishes_and_comes_back_is_watched_again() {
    let mut project = Project::new();
    let content = project.folder.path().join("content");
    fs::rename(&content, project.folder.path().join("elsewhere")).unwrap();
    assert!(project.wakes());
    fs::create_dir(&content).unwrap();
    assert!(project.wakes());
    while project.watch.wakes.recv_timeout(Duration::from_millis(100)).is_ok() {}
    project.watch.look_again_at = None;
    project.write("content/x.md");
    assert!(project.wakes());
}

#[test]
fn a_stop_ends_the_wait() {
    let mut project = Project::new();
    let stopper = project.watch.stopper();
    let thread = std::thread::spawn(move || stopper.stop());
    assert_eq!(project.watch.wait(), Awake::Stop);
    thread.join().unwrap();
}

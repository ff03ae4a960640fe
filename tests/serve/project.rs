//! A small project on disk and the program that serves it.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::client::{Events, Reply, get};

/// How long anything may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(12);

pub(crate) struct Project(TempDir);

impl Project {
    /// A home page, a section with two guides, one of them with a table of data.
    pub(crate) fn new() -> Self {
        let project = Self(TempDir::new().unwrap());
        project.write("site.toml", "title = \"Test\"\nbase_url = \"https://example.org/\"\n");
        project.write("content/_index.md", &page("Home", "Welcome."));
        project.write("content/care/_index.md", &page("Care", "About care."));
        project.write("content/care/nurse.md", &guide("Nurse", "Nurses nurse."));
        project.write("content/care/aide.md", &guide("Aide", "Aides aid.\n\n```{data-table}\nfile: pay.csv\nunit: USD per year\ncaption: Pay of aides\n```"));
        project.write("content/care/pay.csv", "Place,Pay\nHere,10\nThere,20\n");
        project.write("static/note.txt", "first\n");
        project
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// As many editors save: beside, then over it.
    pub(crate) fn replace(&self, path: &str, text: &str) {
        self.write(&format!("{path}~"), text);
        fs::rename(self.root().join(format!("{path}~")), self.root().join(path)).unwrap();
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).unwrap();
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.root().join(from), self.root().join(to)).unwrap();
    }

    pub(crate) fn serve(&self, arguments: &[&str]) -> Served {
        Served::start(&self.root(), arguments)
    }
}

pub(crate) fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nsummary: A plain page of a small site about careers, made for a test of the preview.\n---\n{body}\n")
}

pub(crate) fn guide(title: &str, body: &str) -> String {
    page(title, body).replacen("---\n", &format!("---\noccupation: {{ name: {title}, soc: \"31-9097\" }}\nupdated: 2026-11-01\n"), 1)
}

/// The program while it serves. Killed when dropped.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    pub(crate) process: Child,
    said: Arc<Mutex<String>>,
}

impl Served {
    pub(crate) fn start(root: &Path, arguments: &[&str]) -> Self {
        let served = Self::spawn(root, &[&["serve", "--port", "0"], arguments].concat());
        served.wait_for("published files");
        served
    }

    /// The same where the folder of running programs is `runtime`.
    pub(crate) fn start_with(root: &Path, arguments: &[&str], runtime: &Path) -> Self {
        let environment = [("XDG_RUNTIME_DIR", runtime.to_str().unwrap())];
        let served = Self::spawn_with(root, &[&["serve", "--port", "0"], arguments].concat(), &environment);
        served.wait_for("published files");
        served
    }

    pub(crate) fn spawn(root: &Path, arguments: &[&str]) -> Self {
        Self::spawn_with(root, arguments, &[])
    }

    pub(crate) fn spawn_with(root: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guidepost"));
        command.args(arguments);
        Self::follow(command.current_dir(root).envs(environment.iter().copied()))
    }

    /// Runs `command`, which ends in the program.
    pub(crate) fn follow(command: &mut Command) -> Self {
        let mut process = command.env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (mut stderr, heard) = (process.stderr.take().unwrap(), said.clone());
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = stderr.read(&mut buffer) {
                heard.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..count]));
            }
        });
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("serving http://").and_then(|rest| rest.split('/').next()).map(|address| address.parse().unwrap());
        Self { address: address.unwrap_or_else(|| "127.0.0.1:0".parse().unwrap()), process, said }
    }

    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    pub(crate) fn wait_for(&self, words: &str) {
        eventually(words, || self.said().contains(words).then_some(()).ok_or_else(|| self.said()));
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        get(self.address, path, &[])
    }

    /// Waits until `path` shows `text` with `status`.
    pub(crate) fn shows(&self, path: &str, status: u16, text: &str) {
        eventually(text, || {
            let reply = self.get(path);
            if reply.status == status && reply.text().contains(text) {
                Ok(())
            } else {
                Err(format!("{path}: {} {}\n{}", reply.status, reply.text(), self.said()))
            }
        });
    }

    /// Where the preview's own files lie, as the script's address in a page tells.
    pub(crate) fn own(&self) -> String {
        let text = self.get("/").text();
        text.split_once("data-guidepost=\"").unwrap().1.split('"').next().unwrap().to_owned()
    }

    pub(crate) fn state(&self, page: &str, since: u64) -> Value {
        let reply = self.get(&format!("{}state?page={page}&since={since}", self.own()));
        serde_json::from_slice(&reply.body).unwrap()
    }

    pub(crate) fn events(&self) -> Events {
        Events::open(self.address, &format!("{}events", self.own()))
    }

    pub(crate) fn build(&self) -> u64 {
        self.state("/", 0)["build"].as_u64().unwrap()
    }

    pub(crate) fn signal(&self, name: &str) {
        assert!(Command::new("kill").args([name, &self.process.id().to_string()]).status().unwrap().success());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Tries until `check` is satisfied; fails with its last words.
pub(crate) fn eventually(what: &str, mut check: impl FnMut() -> Result<(), String>) {
    let begin = Instant::now();
    loop {
        let Err(words) = check() else { return };
        assert!(begin.elapsed() < PATIENCE, "waited for {what:?}: {words}");
        thread::sleep(Duration::from_millis(20));
    }
}

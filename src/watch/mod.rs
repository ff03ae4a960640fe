//! When to look at the project again, and at most where to look first. Never what changed: an event, an error, a lost event, an unknown one, all mean "look".
//! notify is known in this folder only. What a look finds is the business of `source::disk`.

mod folders;
mod named;
mod quiet;
mod trouble;
mod wake;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use folders::Folders;
use named::Named;
use quiet::Quiet;
pub use trouble::Trouble;
use wake::{Told, Wake};

/// How often to look whatever is heard.
const EVERY: Duration = Duration::from_secs(2);
/// How often to look where events are not to be relied on.
const POLLING: Duration = Duration::from_millis(500);
/// How long the first event may take until events count as not arriving.
const PROBE: Duration = Duration::from_secs(1);
/// When to look once more after a folder came: files made in it at once are not always reported.
const NEW_FOLDER: Duration = Duration::from_millis(150);

/// Why [`Watch::wait`] came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Awake {
    /// Something happened, or it is time: look.
    Look,
    /// [`Stopper::stop`] was called.
    Stop,
}

/// Waits for changes of a project.
#[derive(Debug)]
pub struct Watch {
    folders: Folders,
    wakes: Receiver<Told>,
    sender: Sender<Told>,
    named: Named,
    every: Duration,
    /// Whether any event at all was heard, and until when that is in doubt.
    heard: Arc<AtomicBool>,
    probe_until: Option<Instant>,
    look_again_at: Option<Instant>,
    troubles: Vec<Trouble>,
}

/// Ends a [`Watch::wait`] from another thread.
#[derive(Debug, Clone)]
pub struct Stopper(Sender<Told>);

impl Stopper {
    /// Makes the watch come back with [`Awake::Stop`].
    pub fn stop(&self) {
        // A watch that is gone has stopped already.
        let _ = self.0.send(Told { wake: Wake::Stop, paths: Vec::new() });
    }
}

impl Watch {
    /// Begins to watch `inputs` (folders below `root`, whether they exist yet or not) and the files of `root` itself that are named there.
    ///
    /// With `polling`, no events are used: the project is looked at twice a second.
    #[expect(clippy::disallowed_methods, reason = "waiting is measured in time; none of it reaches the site")]
    pub fn new(root: &Path, inputs: &[&str], polling: bool) -> Self {
        let (sender, wakes) = mpsc::channel();
        let heard = Arc::new(AtomicBool::new(false));
        let remote = if polling {
            None
        } else {
            std::iter::once(root.to_path_buf()).chain(inputs.iter().map(|name| root.join(name))).find_map(|path| trouble::remote(&path))
        };
        let mut watch = Self {
            folders: Folders::new(root, inputs, polling, &sender, &heard),
            wakes,
            sender,
            named: Named::default(),
            every: if polling || remote.is_some() { POLLING } else { EVERY },
            heard,
            // Linux tells of every file that is opened, so that the first reading of the project is the probe.
            probe_until: (cfg!(target_os = "linux") && !polling && remote.is_none()).then(|| Instant::now() + PROBE),
            look_again_at: None,
            troubles: remote.into_iter().collect(),
        };
        watch.renew();
        watch
    }

    /// What ends a wait.
    pub fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }

    /// Watches what has come or was replaced since; to be called before every look, so that nothing falls between the two.
    pub fn renew(&mut self) {
        if let Some(trouble) = self.folders.renew() {
            self.poll(trouble);
        }
    }

    /// What the author should know about the watching, each once.
    pub fn troubles(&mut self) -> Vec<Trouble> {
        std::mem::take(&mut self.troubles)
    }

    /// The files that events have named since this was asked before, if nothing else happened: a hint at what to look at first.
    pub fn named(&mut self) -> Vec<PathBuf> {
        self.named.take()
    }

    /// Waits for quiet if something has happened already, and not at all otherwise.
    pub fn settle(&mut self) -> Awake {
        match self.wakes.try_recv() {
            Ok(told) => self.hear(&told).map_or(Awake::Stop, |kind| self.wait_for_quiet(kind)),
            Err(_) => Awake::Look,
        }
    }

    /// Waits until it is time to look: after an event and a moment of quiet, and every now and then in any case.
    #[expect(clippy::disallowed_methods, reason = "waiting is measured in time; none of it reaches the site")]
    pub fn wait(&mut self) -> Awake {
        let begin = Instant::now();
        loop {
            let until = [Some(begin + self.every), self.look_again_at, self.probe_until].into_iter().flatten().min().unwrap_or(begin);
            match self.wakes.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(told) => return self.hear(&told).map_or(Awake::Stop, |kind| self.wait_for_quiet(kind)),
                Err(RecvTimeoutError::Disconnected) => return Awake::Stop,
                Err(RecvTimeoutError::Timeout) => {}
            }
            let now = Instant::now();
            if self.probe_until.is_some_and(|end| end <= now) {
                let is_deaf = !self.heard.load(Ordering::Relaxed);
                self.probe_until = (is_deaf && !self.folders.can_hear()).then(|| now + PROBE);
                if is_deaf && self.probe_until.is_none() {
                    self.poll(Trouble::Deaf);
                }
            }
            if self.look_again_at.is_some_and(|end| end <= now) || begin + self.every <= now {
                self.look_again_at = None;
                return Awake::Look;
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "waiting is measured in time; none of it reaches the site")]
    fn wait_for_quiet(&mut self, first: wake::Kind) -> Awake {
        let mut quiet = Quiet::begin(first, Instant::now());
        let mut has_new_folder = first == wake::Kind::Folder;
        while let Ok(told) = self.wakes.recv_timeout(quiet.end().saturating_duration_since(Instant::now())) {
            let Some(kind) = self.hear(&told) else { return Awake::Stop };
            has_new_folder |= kind == wake::Kind::Folder;
            quiet.disturb(kind, Instant::now());
        }
        self.look_again_at = has_new_folder.then(|| Instant::now() + NEW_FOLDER);
        Awake::Look
    }

    /// What is to be looked at, or nothing any more.
    fn hear(&mut self, told: &Told) -> Option<wake::Kind> {
        self.named.hear(told);
        match told.wake {
            Wake::Look(kind) => Some(kind),
            Wake::Full => {
                if self.folders.give_up() {
                    self.poll(Trouble::TooManyFolders);
                }
                Some(wake::Kind::Folder)
            }
            Wake::Stop => None,
        }
    }

    fn poll(&mut self, trouble: Trouble) {
        self.every = POLLING;
        // One reason is enough.
        self.probe_until = None;
        self.troubles.push(trouble);
    }
}

#[cfg(test)]
mod tests;

//! The preview: the last good site over HTTP, from memory, to this machine's browser alone.
//! The async world (tokio, hyper) begins and ends in this folder; the rest of the program hands in builds and knows nothing of it.

mod ask;
mod asked;
mod client;
mod door;
mod events;
mod generation;
mod http;
mod mark;
mod media;
mod page;
mod patience;
mod port;
mod problems;
mod range;
mod reason;
mod record;
mod reply;
mod room;
mod state;
mod why;

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use tokio::sync::watch;

pub use ask::why as ask_why;
use door::Door;
use generation::Generation;
pub use generation::{Preview, Shown};
pub use mark::Mark;
pub use port::{BindError, Place};
pub use reason::Reason;
pub use record::{OnAir, Record, find as find_records};

/// A preview that is on the air until the program ends.
#[derive(Debug)]
pub struct Server {
    /// Where it answers, on this machine.
    pub address: SocketAddr,
    /// Where it answers others, if that is another place.
    pub elsewhere: Option<SocketAddr>,
    /// Whether others than this machine can reach it.
    pub is_open: bool,
    /// What its own addresses begin with.
    own: String,
    current: watch::Sender<Arc<Generation>>,
}

impl Server {
    /// Goes on the air at `place`, or at the next free port, with nothing to show yet.
    pub fn start(place: &Place) -> Result<Self, BindError> {
        let bound = port::bind(place)?;
        let ((address, elsewhere), is_open) = (bound.ways(), !bound.address.ip().is_loopback());
        let door = Door::new(&bound, token().map_err(BindError::no_token)?);
        let own = door.own();
        let (current, seen) = watch::channel(Arc::new(Generation::default()));
        http::listen(bound.listeners, Arc::new(door), seen).map_err(BindError::no_thread)?;
        Ok(Self { address, elsewhere, is_open, own, current })
    }

    /// Writes down, in `folder`, that the project at `root` is shown here. It holds as long as the record is kept.
    pub fn record(&self, folder: &Path, root: &Path) -> io::Result<Record> {
        Record::write(folder, root, &OnAir { address: self.address, own: self.own.clone() })
    }

    /// From now on shows this; open pages are told.
    pub fn show(&self, shown: &Shown) {
        self.current.send_replace(shown.generation.clone());
    }
}

/// A name that no other page can guess.
fn token() -> io::Result<String> {
    let mut bytes = [0_u8; 16];
    let count = rustix::rand::getrandom(&mut bytes, rustix::rand::GetRandomFlags::empty())?;
    if count < bytes.len() {
        return Err(io::Error::other("the system gives no random numbers"));
    }
    Ok(format!("{:032x}", u128::from_ne_bytes(bytes)))
}

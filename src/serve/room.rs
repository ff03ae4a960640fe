//! Who is inside. There is room for so many connections; when it is taken, whoever has asked and read nothing for longest gives way,
//! so that no crowd of idlers keeps the author's browser out.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::task::JoinHandle;

/// The connections that are open.
#[derive(Debug)]
pub(super) struct Room {
    size: usize,
    guests: Vec<Guest>,
    /// Counts the signs of life of all guests: an order, not a time.
    signs: Arc<AtomicU64>,
}

#[derive(Debug)]
struct Guest {
    talk: JoinHandle<()>,
    last_sign: Arc<AtomicU64>,
}

/// By which a connection shows that it lives.
#[derive(Debug)]
pub(super) struct Pulse {
    signs: Arc<AtomicU64>,
    last_sign: Arc<AtomicU64>,
}

impl Pulse {
    /// Something was asked or read.
    pub(super) fn beat(&self) {
        self.last_sign.store(self.signs.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
    }
}

impl Room {
    /// An empty room for `size` connections.
    pub(super) fn new(size: usize) -> Self {
        Self { size, guests: Vec::new(), signs: Arc::default() }
    }

    /// Takes in one more connection: `talk` carries it on.
    pub(super) fn admit<T: Future<Output = ()> + Send + 'static>(&mut self, talk: impl FnOnce(Pulse) -> T) {
        self.guests.retain(|guest| !guest.talk.is_finished());
        if self.guests.len() >= self.size {
            let idlest = (0..self.guests.len()).min_by_key(|&at| self.guests.get(at).map(|guest| guest.last_sign.load(Ordering::Relaxed)));
            if let Some(at) = idlest {
                self.guests.swap_remove(at).talk.abort();
            }
        }
        let last_sign = Arc::default();
        let pulse = Pulse { signs: self.signs.clone(), last_sign: Arc::clone(&last_sign) };
        pulse.beat();
        self.guests.push(Guest { talk: tokio::spawn(talk(pulse)), last_sign });
    }
}

#[cfg(test)]
mod tests {
    use std::future::pending;
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn who_was_silent_longest_gives_way_and_who_left_makes_room() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let mut room = Room::new(3);
            let pulses = Arc::new(Mutex::new(Vec::new()));
            let stay = |room: &mut Room| {
                room.admit(|pulse| {
                    pulses.lock().unwrap().push(pulse);
                    pending()
                });
            };
            (0..3).for_each(|_| stay(&mut room));
            pulses.lock().unwrap()[0].beat();
            let second = room.guests[1].last_sign.clone();
            stay(&mut room);
            assert_eq!(room.guests.len(), 3);
            assert!(!room.guests.iter().any(|guest| Arc::ptr_eq(&guest.last_sign, &second)));

            let mut room = Room::new(2);
            stay(&mut room);
            room.admit(async |_| ());
            tokio::task::yield_now().await;
            stay(&mut room);
            assert_eq!(room.guests.iter().filter(|guest| !guest.talk.is_finished()).count(), 2);
        });
    }
}

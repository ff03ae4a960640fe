//! Ctrl-C and its kin: the first asks the program to end, a second ends it.

use std::io;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::screen;
use crate::watch::Stopper;

/// How long a build may go on after the first signal. A published site is exchanged in one step, so that it can be cut off anywhere.
const PATIENCE: Duration = Duration::from_millis(800);

/// From now on a signal to end stops the watch, and soon after the program.
pub(super) fn stop(stopper: Stopper) -> io::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut signals = signals.forever();
        if signals.next().is_some() {
            screen::say("stopped\n");
            stopper.stop();
            thread::spawn(|| {
                thread::sleep(PATIENCE);
                std::process::exit(0);
            });
        }
        if signals.next().is_some() {
            std::process::exit(130);
        }
    })?;
    Ok(())
}

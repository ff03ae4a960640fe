//! The channel on which open pages hear that there is something new: one-way, the number of the generation and nothing else.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::Channel;
use hyper::body::Bytes;
use tokio::sync::watch;

use super::generation::Generation;

/// How often a silent channel gives a sign of life, so that both ends find out when the other is gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A body that goes on until the page is closed.
pub(super) fn channel(mut seen: watch::Receiver<Arc<Generation>>) -> Channel<Bytes, Infallible> {
    let (mut sender, body) = Channel::new(4);
    tokio::spawn(async move {
        let mut words = format!("retry: 500\n\n{}", event(&mut seen));
        while sender.send_data(Bytes::from(words)).await.is_ok() {
            words = tokio::select! {
                changed = seen.changed() => match changed {
                    Ok(()) => event(&mut seen),
                    Err(_) => return,
                },
                () = tokio::time::sleep(HEARTBEAT) => ": still here\n\n".to_owned(),
            };
        }
    });
    body
}

fn event(seen: &mut watch::Receiver<Arc<Generation>>) -> String {
    let number = seen.borrow_and_update().number;
    format!("event: build\ndata: {number}\n\n")
}

use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::ReadBuf;

use super::*;

/// A browser that sends one request, takes `takes` bytes, and then does nothing.
struct Stalls {
    request: Option<&'static str>,
    takes: usize,
}

impl AsyncRead for Stalls {
    fn poll_read(mut self: Pin<&mut Self>, _: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        match self.request.take() {
            Some(request) => {
                buffer.put_slice(request.as_bytes());
                Poll::Ready(Ok(()))
            }
            None => Poll::Pending,
        }
    }
}

impl AsyncWrite for Stalls {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        match bytes.len().min(self.takes) {
            0 => Poll::Pending,
            taken => {
                self.takes -= taken;
                Poll::Ready(Ok(taken))
            }
        }
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

fn check(request: &'static str, takes: usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let (current, seen) = watch::channel(Arc::new(Generation::default()));
        let (door, mut room) = (Door::for_tests(), Room::new(1));
        let (tell, ended) = tokio::sync::oneshot::channel();
        let channels = || current.receiver_count();
        let before = channels();
        room.admit(|pulse| async move {
            talk(Patient::new(Stalls { request: Some(request), takes }, Duration::from_millis(50), pulse), &door, &seen).await;
            drop(seen);
            let _ = tell.send(());
        });
        tokio::time::timeout(Duration::from_secs(8), ended).await.expect("it is let go").unwrap();
        // What was made for the reader is gone as soon as there is something to tell it.
        current.send_replace(Arc::default());
        tokio::time::sleep(Duration::from_millis(10)).await;
        assert_eq!((before, channels()), (1, 0));
    });
}

#[test]
fn a_page_that_nobody_takes_is_given_up() {
    check("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n", 0);
    check("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n", 100);
}

#[test]
fn a_channel_of_events_whose_reader_stalls_is_dropped() {
    check("GET /@guidepost/secret/events HTTP/1.1\r\nhost: localhost\r\n\r\n", 0);
    check("GET /@guidepost/secret/events HTTP/1.1\r\nhost: localhost\r\n\r\n", 300);
}

//! The wire: connections, limits, timeouts. hyper speaks HTTP; what is said is decided in `reply`.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::{mpsc, watch};

use super::door::Door;
use super::events;
use super::generation::Generation;
use super::patience::Patient;
use super::reply::{Payload, reply};
use super::room::Room;

/// Connections at a time.
const CONNECTIONS: usize = 256;
/// Longest head of a request, in bytes.
const HEAD: usize = 16 * 1024;
/// Most headers of a request.
const HEADERS: usize = 100;
/// How long a head may take to arrive, the wait for it on an idle connection included.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// How long a reader may take nothing of what is sent.
const READER_TIME: Duration = Duration::from_secs(10);
/// How long to rest when the system gives no connection, such as for want of file handles.
const REST: Duration = Duration::from_millis(50);

type Body = Either<Full<Bytes>, Channel<Bytes, Infallible>>;
type Seen = watch::Receiver<Arc<Generation>>;

/// Answers on `listeners`, in a thread of its own, until the program ends.
pub(super) fn listen(listeners: Vec<TcpListener>, door: Arc<Door>, seen: Seen) -> io::Result<()> {
    for listener in &listeners {
        listener.set_nonblocking(true)?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    std::thread::Builder::new().name("preview".to_owned()).spawn(move || {
        runtime.block_on(async {
            let (sender, mut arrivals) = mpsc::channel(1);
            for listener in listeners {
                match tokio::net::TcpListener::from_std(listener) {
                    Ok(listener) => drop(tokio::spawn(accept(listener, sender.clone()))),
                    Err(_) => return,
                }
            }
            let mut room = Room::new(CONNECTIONS);
            while let Some(stream) = arrivals.recv().await {
                let (door, seen) = (door.clone(), seen.clone());
                // Small replies go out at once.
                let _ = stream.set_nodelay(true);
                room.admit(|pulse| async move { talk(Patient::new(stream, READER_TIME, pulse), &door, &seen).await });
            }
        });
    })?;
    Ok(())
}

async fn accept(listener: tokio::net::TcpListener, arrivals: mpsc::Sender<TcpStream>) {
    loop {
        match listener.accept().await {
            // Nobody takes them any more when the program ends.
            Ok((stream, _)) => drop(arrivals.send(stream).await),
            Err(_) => tokio::time::sleep(REST).await,
        }
    }
}

async fn talk(stream: impl AsyncRead + AsyncWrite + Unpin, door: &Door, seen: &Seen) {
    let service = service_fn(async |request: Request<Incoming>| Ok::<_, Infallible>(answer(door, seen, &request.into_parts().0)));
    let connection = http1::Builder::new()
        .max_headers(HEADERS)
        .max_buf_size(HEAD)
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .serve_connection(TokioIo::new(stream), service);
    // A browser that goes away in the middle is no trouble of ours.
    let _ = connection.await;
}

fn answer(door: &Door, seen: &Seen, request: &hyper::http::request::Parts) -> Response<Body> {
    let generation = seen.borrow().clone();
    reply(&generation, door, request).map(|payload| match payload {
        Payload::Nothing => Either::Left(Full::default()),
        Payload::Made(bytes) => Either::Left(Full::from(bytes)),
        Payload::Shared(bytes, range) => Either::Left(Full::new(Bytes::from_owner(bytes).slice(range))),
        Payload::Events => Either::Right(events::channel(seen.clone())),
    })
}

#[cfg(test)]
mod tests;

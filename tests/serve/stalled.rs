//! Clients that ask and do not read, or come and do not ask: let go after a time, and never in the author's way.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use crate::client::send;
use crate::project::{Project, Served};

/// Longer than the preview waits for a reader, or for the next request.
const LIMIT: Duration = Duration::from_secs(13);
/// More than the system takes over from a program without anybody reading.
const BIG: usize = 24 * 1024 * 1024;

/// A connection that has asked for `path`.
fn ask(served: &Served, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(served.address).unwrap();
    stream.set_read_timeout(Some(LIMIT)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\n\r\n", served.address).unwrap();
    stream
}

#[test]
fn a_reader_that_stalls_is_let_go_and_one_that_is_slow_is_not() {
    let project = Project::new();
    project.write("static/big.txt", &"x".repeat(BIG));
    let served = project.serve(&[]);
    let (mut stalled, mut slow) = (ask(&served, "/big.txt"), ask(&served, "/big.txt"));
    let mut taken = 0;
    let mut buffer = vec![0; 1024 * 1024];
    // A sip every second is slower than any network, and enough.
    let begin = Instant::now();
    while begin.elapsed() < LIMIT {
        taken += slow.read(&mut buffer).unwrap();
        thread::sleep(Duration::from_secs(1));
    }
    let mut rest = Vec::new();
    let _ = stalled.read_to_end(&mut rest);
    assert!(rest.len() < BIG, "{}", rest.len());
    while taken < BIG {
        let count = slow.read(&mut buffer).unwrap();
        assert!(count > 0, "cut off after {taken}");
        taken += count;
    }
    assert_eq!(served.get("/").status, 200);
}

#[test]
fn as_many_as_there_is_room_for_do_not_keep_the_author_out() {
    let project = Project::new();
    project.write("static/big.txt", &"x".repeat(BIG));
    let served = project.serve(&[]);
    let own = served.own();
    for path in ["/big.txt", &format!("{own}events"), "/no/end"] {
        let stalled: Vec<TcpStream> = (0..300).map(|_| ask(&served, path)).collect();
        let reply = send(served.address, format!("GET / HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", served.address).as_bytes());
        assert_eq!(reply.map(|reply| reply.status), Some(200), "{path}");
        drop(stalled);
    }
}

#[test]
fn a_connection_that_asks_nothing_is_let_go() {
    let project = Project::new();
    let served = project.serve(&[]);
    let mut silent = TcpStream::connect(served.address).unwrap();
    let mut half = TcpStream::connect(served.address).unwrap();
    half.write_all(b"GET / HTTP/1.1\r\nhost:").unwrap();
    let mut idle = ask(&served, "/note.txt");
    for (name, stream) in [("silent", &mut silent), ("half", &mut half), ("idle", &mut idle)] {
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

//! A browser's half of HTTP, in a few lines: what is sent is exactly what the test says.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
    }

    /// The body as it would be published: without the client, which the preview adds to pages.
    pub(crate) fn published(&self) -> Vec<u8> {
        let begin = b"<script defer src=\"/@guidepost/";
        let end = b"</script>";
        let find = |part: &[u8], from: usize| self.body[from..].windows(part.len()).position(|window| window == part).map(|at| from + at);
        let Some(first) = find(begin, 0) else { return self.body.clone() };
        let last = find(end, first).unwrap() + end.len();
        [&self.body[..first], &self.body[last..]].concat()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Sends `request` as it stands and reads until the server closes. `None` if it closes without a word.
pub(crate) fn send(address: SocketAddr, request: &[u8]) -> Option<Reply> {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    // A server that refuses early may close before all is written.
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let at = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..at]).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Reply { status, head, body: bytes[at + 4..].to_vec() })
}

/// GET with further headers.
pub(crate) fn get(address: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Reply {
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let host = if headers.to_lowercase().contains("host: ") { String::new() } else { format!("host: {address}\r\n") };
    send(address, format!("GET {path} HTTP/1.1\r\n{host}{headers}connection: close\r\n\r\n").as_bytes()).unwrap()
}

/// An open channel of events.
pub(crate) struct Events(BufReader<TcpStream>);

impl Events {
    pub(crate) fn open(address: SocketAddr, path: &str) -> Self {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/event-stream\r\n\r\n").unwrap();
        Self(BufReader::new(stream))
    }

    /// The number of the next build that is told; `None` if nothing comes for a time.
    pub(crate) fn next(&mut self, patience: Duration) -> Option<u64> {
        self.0.get_ref().set_read_timeout(Some(patience)).unwrap();
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).ok()? == 0 {
                return None;
            }
            if let Some(number) = line.strip_prefix("data: ") {
                return number.trim().parse().ok();
            }
        }
    }
}

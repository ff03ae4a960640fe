//! What a browser is told: the same rules for every kind of reply, and each from one whole build.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::client::{Reply, get, send};
use crate::project::{Project, guide};

fn head(address: SocketAddr, path: &str, headers: &str) -> Reply {
    send(address, format!("HEAD {path} HTTP/1.1\r\nhost: {address}\r\n{headers}connection: close\r\n\r\n").as_bytes()).unwrap()
}

#[test]
fn every_kind_of_reply_has_the_same_guards_and_the_number_of_its_build() {
    let project = Project::new();
    project.write("static/sound.mp3", "0123456789");
    project.write("content/ärztin.md", &guide("Ärztin", "Heilt."));
    let served = project.serve(&[]);
    let own = served.own();
    let tag = served.get("/sound.mp3").header("etag").unwrap().to_owned();
    let page_tag = served.get("/care/").header("etag").unwrap().to_owned();
    let home = served.get("/").text();
    let asset =
        |ending: &str| home.split('"').find(|it| it.starts_with("./assets/beacon.") && it.ends_with(ending)).unwrap().trim_start_matches('.').to_owned();
    for (path, headers, status, kind) in [
        ("/", &[][..], 200, Some("text/html; charset=utf-8")),
        ("/care/nurse/", &[], 200, Some("text/html; charset=utf-8")),
        ("/%C3%A4rztin/", &[], 200, Some("text/html; charset=utf-8")),
        ("/%c3%a4rztin", &[], 302, None),
        ("/care", &[], 302, None),
        ("/nowhere/", &[], 404, Some("text/html; charset=utf-8")),
        ("/note.txt", &[], 200, Some("text/plain; charset=utf-8")),
        (&asset(".css"), &[], 200, Some("text/css; charset=utf-8")),
        (&asset(".js"), &[], 200, Some("text/javascript; charset=utf-8")),
        ("/assets/favicon.svg", &[], 200, Some("image/svg+xml")),
        ("/sitemap.xml", &[], 200, Some("application/xml")),
        ("/sound.mp3", &[], 200, Some("audio/mpeg")),
        ("/sound.mp3", &[("range", "bytes=2-4")], 206, Some("audio/mpeg")),
        ("/sound.mp3", &[("range", "bytes=-4"), ("if-range", &tag)], 206, Some("audio/mpeg")),
        ("/sound.mp3", &[("range", "bytes=0-1,3-4")], 200, Some("audio/mpeg")),
        ("/sound.mp3", &[("range", "bytes=20-")], 416, Some("audio/mpeg")),
        ("/sound.mp3", &[("if-none-match", &tag)], 304, Some("audio/mpeg")),
        ("/sound.mp3", &[("if-none-match", "*")], 304, Some("audio/mpeg")),
        ("/sound.mp3", &[("if-none-match", "\"other\"")], 200, Some("audio/mpeg")),
        ("/care/", &[("if-none-match", &page_tag)], 304, Some("text/html; charset=utf-8")),
        ("/assets/", &[], 404, Some("text/html; charset=utf-8")),
        ("/assets", &[], 404, Some("text/html; charset=utf-8")),
        ("/care%252fnurse/", &[], 404, Some("text/html; charset=utf-8")),
        ("/%252e%252e/site.toml", &[], 404, Some("text/html; charset=utf-8")),
        (&format!("{own}client.js"), &[], 200, Some("text/javascript; charset=utf-8")),
        (&format!("{own}worker.js"), &[], 200, Some("text/javascript; charset=utf-8")),
        (&format!("{own}state"), &[], 200, Some("application/json")),
        (&format!("{own}other"), &[], 404, None),
        ("/@guidepost/", &[], 404, Some("text/html; charset=utf-8")),
    ] {
        let reply = get(served.address, path, headers);
        let what = format!("{path} {headers:?}: {}", reply.head);
        assert_eq!((reply.status, reply.header("content-type")), (status, kind), "{what}");
        for (name, value) in [("cross-origin-resource-policy", "same-origin"), ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin")] {
            assert_eq!(reply.header(name), Some(value), "{what}");
        }
        assert_eq!(reply.header("content-security-policy"), Some("frame-ancestors 'self'"), "{what}");
        assert!(matches!(reply.header("cache-control"), Some("no-cache" | "no-store")), "{what}");
        assert_eq!(reply.header("x-guidepost-build"), Some("1"), "{what}");
        assert!(!reply.head.to_lowercase().contains("access-control"), "{what}");
        // HEAD tells the same, and no more.
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let again = head(served.address, path, &headers);
        assert_eq!((again.status, again.body.len()), (status, 0), "{what}");
        if status != 304 && status != 302 {
            assert_eq!(again.header("content-length").map_or(Ok(0), str::parse), Ok(reply.body.len()), "{what} {}", again.head);
        }
    }
    assert_eq!(served.get("/%c3%a4rztin?a=%20b").header("location"), Some("/%C3%A4rztin/?a=%20b"));
}

#[test]
fn a_connection_carries_several_requests_and_old_browsers_are_answered() {
    let project = Project::new();
    let served = project.serve(&[]);
    let mut stream = TcpStream::connect(served.address).unwrap();
    let host = served.address;
    write!(stream, "GET /note.txt HTTP/1.1\r\nhost: {host}\r\n\r\nGET /note.txt HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 2, "{text}");
    assert_eq!(text.matches("\r\n\r\nfirst\n").count(), 2, "{text}");
    let old = send(served.address, format!("GET /note.txt HTTP/1.0\r\nhost: {host}\r\n\r\n").as_bytes()).unwrap();
    assert_eq!((old.status, old.text().as_str()), (200, "first\n"));
    // A body that is announced and never comes keeps nobody waiting.
    let announced = send(served.address, format!("GET /note.txt HTTP/1.1\r\nhost: {host}\r\ncontent-length: 1000000\r\nconnection: close\r\n\r\n").as_bytes());
    assert_eq!(announced.map(|reply| reply.status), Some(200));
}

#[test]
fn only_this_machine_is_listened_to() {
    let project = Project::new();
    let served = project.serve(&[]);
    let port = served.address.port();
    assert!(served.address.ip().is_loopback());
    if TcpStream::connect(("::1", 0)).is_err_and(|error| error.kind() == std::io::ErrorKind::ConnectionRefused) {
        assert_eq!(get(SocketAddr::from(([0, 0, 0, 0, 0, 0, 0, 1], port)), "/", &[]).status, 200);
    }
    // This machine's number for others, if it has one: nothing is sent to find it out.
    let socket = UdpSocket::bind("0.0.0.0:0").unwrap();
    if socket.connect("192.0.2.1:9").is_ok() {
        let other = SocketAddr::new(socket.local_addr().unwrap().ip(), port);
        assert!(TcpStream::connect_timeout(&other, Duration::from_secs(1)).is_err(), "{other} answers");
    }
}

#[test]
fn under_load_and_rebuilds_every_reply_is_whole_and_of_one_build() {
    let project = Project::new();
    project.write("content/care/nurse.md", &guide("Number 0", "Nurses nurse."));
    let served = project.serve(&[]);
    let is_over = AtomicBool::new(false);
    let number = |text: &str| text.split_once("Number ").map(|(_, rest)| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    let seen: Vec<BTreeMap<(String, &str), String>> = thread::scope(|scope| {
        let readers: Vec<_> = (0..24)
            .map(|_| {
                scope.spawn(|| {
                    let mut seen = BTreeMap::new();
                    while !is_over.load(Ordering::Relaxed) {
                        // The guide's title stands on its own page, in its section's list and in the index.
                        for path in ["/care/nurse/", "/care/", "/a-z/"] {
                            let reply = served.get(path);
                            assert_eq!((reply.status, reply.header("content-length").unwrap().parse()), (200, Ok(reply.body.len())));
                            let text = reply.text();
                            assert!(text.trim_end().ends_with("</html>"), "{text}");
                            seen.insert((reply.header("x-guidepost-build").unwrap().to_owned(), path), number(&text).unwrap());
                        }
                    }
                    seen
                })
            })
            .collect();
        let _tabs: Vec<_> = (0..100).map(|_| served.events()).collect();
        for round in 1..60 {
            project.write("content/care/nurse.md", &guide(&format!("Number {round}"), "Nurses nurse."));
            thread::sleep(Duration::from_millis(50));
        }
        is_over.store(true, Ordering::Relaxed);
        readers.into_iter().map(|reader| reader.join().unwrap()).collect()
    });
    let mut builds: BTreeMap<String, String> = BTreeMap::new();
    for ((build, path), number) in seen.into_iter().flatten() {
        let known = builds.entry(build.clone()).or_insert_with(|| number.clone());
        assert_eq!(*known, number, "build {build} at {path}");
    }
    assert!(builds.len() > 10, "{builds:?}");
    served.shows("/care/nurse/", 200, "Number 59");
}

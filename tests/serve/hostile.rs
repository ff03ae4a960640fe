//! What strangers may send: other hosts, other pages, paths that lead elsewhere, heads without end. Refused, and the server goes on.

use crate::client::{get, send};
use crate::project::{PATIENCE, Project};

#[test]
fn the_bytes_are_those_of_a_build_with_the_client_added() {
    let project = Project::new();
    assert!(std::process::Command::new(env!("CARGO_BIN_EXE_guidepost")).args(["--root"]).arg(project.root()).args(["build", "-q"]).status().unwrap().success());
    let served = project.serve(&[]);
    let mut pages = 0;
    for entry in walkdir::WalkDir::new(project.root().join("public")).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
        let path = entry.path().strip_prefix(project.root().join("public")).unwrap().to_str().unwrap().to_owned();
        if path.starts_with(".guidepost") {
            assert_eq!(served.get(&format!("/{path}")).status, 404);
            continue;
        }
        let published = std::fs::read(entry.path()).unwrap();
        let reply = served.get(&format!("/{path}"));
        assert_eq!(reply.status, 200, "{path}");
        if entry.path().extension().is_some_and(|end| end == "html") {
            assert!(reply.text().contains("<script defer src=\"/@guidepost/"), "{path}");
            assert_eq!(reply.published(), published, "{path}");
            pages += 1;
        } else {
            assert_eq!(reply.body, published, "{path}");
        }
    }
    assert!(pages > 5);
    let reply = served.get("/care/nurse?a=1");
    assert_eq!((reply.status, reply.header("location")), (302, Some("/care/nurse/?a=1")));
}

#[test]
fn strangers_are_refused_without_a_word() {
    let project = Project::new();
    let served = project.serve(&[]);
    let own = served.own();
    let port = served.address.port();
    let here = format!("localhost:{port}");
    for path in ["/", "/note.txt", &format!("{own}events"), &format!("{own}state"), &format!("{own}client.js")] {
        for headers in [
            &[("host", "evil.example")][..],
            &[("host", "evil.example:4321")],
            &[("host", "127.0.0.1:1")],
            &[("host", "localhost.evil.example")],
            &[("host", &here), ("origin", "http://evil.example")],
            &[("host", &here), ("origin", "null")],
            &[("host", &here), ("origin", "http://127.0.0.1")],
            &[("host", &here), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors"), ("sec-fetch-dest", "script")],
            &[("host", &here), ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")],
            &[("host", &here), ("sec-fetch-site", "same-site"), ("sec-fetch-mode", "cors"), ("sec-fetch-dest", "empty")],
        ] {
            let reply = get(served.address, path, headers);
            let body = String::from_utf8_lossy(&reply.body);
            assert!(reply.status == 403 && body.starts_with("This preview answers to localhost") && body.lines().count() == 1, "{path} {headers:?}: {body}");
            assert!(!reply.head.to_lowercase().contains("access-control"), "{}", reply.head);
        }
    }
    let reply = get(served.address, "/", &[("host", &here), ("origin", &format!("http://{here}")), ("sec-fetch-site", "same-origin")]);
    assert_eq!(reply.status, 200);
    for (name, value) in [("cross-origin-resource-policy", "same-origin"), ("x-content-type-options", "nosniff"), ("cache-control", "no-cache")] {
        assert_eq!(reply.header(name), Some(value));
    }
    assert!(reply.header("x-guidepost-build").is_some() && !reply.head.to_lowercase().contains("access-control"));
    assert_eq!(get(served.address, "/@guidepost/00000000000000000000000000000000/events", &[]).status, 404);
}

#[test]
fn no_path_leads_anywhere_but_to_what_was_built() {
    let project = Project::new();
    let served = project.serve(&[]);
    for path in [
        "/../site.toml",
        "/..%2f..%2fsite.toml",
        "/%2e%2e/site.toml",
        "/.%2e/site.toml",
        "/site.toml",
        "/content/care/nurse.md",
        "/care/nurse.md",
        "//etc/passwd",
        "/care%2fnurse/",
        "/care%5cnurse/",
        "/care/nurse/%00",
        "/care/%ff/",
        "/%zz",
        "/.git/config",
        "/.guidepost/manifest.json",
        "/care/nurse/index.html/",
        "/CON",
        "/note.txt::$DATA",
        "/note.txt%20",
        "/static/note.txt",
        "//evil.example/care",
    ] {
        let reply = get(served.address, path, &[]);
        assert_eq!(reply.status, 404, "{path}: {}", reply.head);
        assert!(!reply.text().contains("base_url"));
    }
    assert_eq!(served.get("/note.txt?import&raw??").text(), "first\n");
}

#[test]
fn odd_requests_end_their_connection_and_nothing_else() {
    let project = Project::new();
    let served = project.serve(&[]);
    let host = format!("host: {}\r\nconnection: close\r\n", served.address);
    let status = |request: String| send(served.address, request.as_bytes()).map(|reply| reply.status);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        assert_eq!(status(format!("{method} / HTTP/1.1\r\n{host}content-length: 3\r\n\r\nabc")), Some(405), "{method}");
    }
    assert_eq!(status("GET / HTTP/1.1\r\nconnection: close\r\n\r\n".to_owned()), Some(403), "no host");
    assert_eq!(status(format!("GET / HTTP/1.1\r\n{host}host: evil.example\r\n\r\n")), Some(403), "two hosts");
    assert_eq!(status(format!("GET http://evil.example/ HTTP/1.1\r\n{host}\r\n")), Some(403), "another authority");
    assert_eq!(status(format!("GET / HTTP/1.1\r\n{host}x: {}\r\n\r\n", "y".repeat(40_000))), Some(431), "a long header");
    assert_eq!(status(format!("GET / HTTP/1.1\r\n{host}{}\r\n", "x: y\r\n".repeat(200))), Some(431), "many headers");
    for garbage in ["\0\0\0\0\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{16}\u{3}\u{1}\0\r\n\r\n"] {
        assert!(status(garbage.to_owned()).is_none_or(|status| (400..=505).contains(&status)), "{garbage:?}");
    }
    assert_eq!(served.get("/").status, 200);
}

#[test]
fn media_can_be_had_in_parts_and_nothing_is_sent_twice() {
    let project = Project::new();
    project.write("static/sound.mp3", "0123456789");
    let served = project.serve(&[]);
    let part = get(served.address, "/sound.mp3", &[("range", "bytes=2-4")]);
    assert_eq!(
        (part.status, part.text().as_str(), part.header("content-range"), part.header("content-type")),
        (206, "234", Some("bytes 2-4/10"), Some("audio/mpeg"))
    );
    assert_eq!(get(served.address, "/sound.mp3", &[("range", "bytes=20-")]).status, 416);
    assert_eq!(get(served.address, "/sound.mp3", &[("range", "bytes=2-4"), ("if-range", "\"old\"")]).status, 200);
    for path in ["/sound.mp3", "/care/"] {
        let whole = served.get(path);
        let again = get(served.address, path, &[("if-none-match", whole.header("etag").unwrap())]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        let head = send(served.address, format!("HEAD {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", served.address).as_bytes()).unwrap();
        assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, Some(whole.body.len().to_string().as_str())), "{path}");
    }
}

#[test]
fn a_thousand_connections_are_no_trouble() {
    let project = Project::new();
    let served = project.serve(&[]);
    let idle: Vec<_> = (0..1000).filter_map(|_| std::net::TcpStream::connect(served.address).ok()).collect();
    drop(idle);
    crate::project::eventually("an answer", || {
        if send(served.address, format!("GET / HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", served.address).as_bytes())
            .is_some_and(|reply| reply.status == 200)
        {
            Ok(())
        } else {
            Err("none".to_owned())
        }
    });
    let mut events = served.events();
    assert!(events.next(PATIENCE).is_some());
}

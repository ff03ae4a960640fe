use hyper::Request;

use super::*;
use crate::output::{File, Origin, Output, OutputPath};
use crate::problem::Report;
use crate::serve::generation::Preview;
use crate::settings;
use crate::source::Sources;

fn preview(files: &[(&str, &str)]) -> Preview {
    let mut preview = Preview::new(std::path::Path::new("/project"));
    take(&mut preview, files);
    preview
}

fn take(preview: &mut Preview, files: &[(&str, &str)]) -> crate::serve::Shown {
    let mut output = Vec::new();
    for (path, text) in files {
        output.push((OutputPath::new(path).unwrap(), File { content: text.as_bytes().into(), origin: Origin::Words(String::new()) }));
    }
    let (config, _) = settings::read(None);
    preview.take(Output::of(output).0, &Report::default(), &config, &Sources::default(), &Sources::default())
}

#[test]
fn a_site_that_is_the_same_again_is_no_news() {
    let mut preview = preview(&[("index.html", "a"), ("b.css", "b")]);
    let again = take(&mut preview, &[("index.html", "a"), ("b.css", "b")]);
    assert!(!again.is_new && again.is_good && again.changed.is_empty());
    let other = take(&mut preview, &[("index.html", "a"), ("c.css", "c")]);
    let changed: Vec<&str> = other.changed.iter().map(OutputPath::as_str).collect();
    assert_eq!((other.is_new, changed), (true, vec!["b.css", "c.css"]));
    assert_eq!(other.generation.number, again.generation.number + 1);
    let refused = preview.refuse("error: gone");
    assert!(refused.is_new && !refused.is_good && refused.generation.site.is_some());
    assert!(!preview.refuse("error: gone").is_new);
}

#[test]
fn the_client_stands_before_the_end_of_the_body_and_once() {
    let generation = take(&mut preview(&[]), &[("index.html", "<body><p>x</p></BODY></html>"), ("bare.html", "<p>x")]).generation;
    let door = Door::for_tests();
    let get =
        |path: &str| match reply(&generation, &door, &Request::builder().uri(path).header("host", "localhost").body(()).unwrap().into_parts().0).into_body() {
            Payload::Made(bytes) => String::from_utf8(bytes).unwrap(),
            other => panic!("{other:?}"),
        };
    let text = get("/");
    assert!(text.starts_with("<body><p>x</p><script defer src=\"/@guidepost/secret/client.js\"") && text.ends_with("</script></BODY></html>"), "{text}");
    assert!(get("/bare.html").ends_with("</script>"));
    assert!(get("/@guidepost/secret/client.js").starts_with("(() => {"));
    assert!(get("/@guidepost/other/client.js").contains("no such page"));
}

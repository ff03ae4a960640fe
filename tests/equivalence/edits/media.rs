//! Edits of files that are published as they are: images beside pages, static files.

use crate::edits::{Edit, edit};
use crate::image::{png, svg};

pub(super) fn all() -> Vec<Edit> {
    vec![
        edit("images: one of another size", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with(".png")))?.clone();
            // Of the larger ones there are copies.
            let (width, height) = (1 + random.below(700), 1 + random.below(500));
            project.write(&path, png(u16::try_from(width).unwrap(), u16::try_from(height).unwrap()));
            Some(format!("{path}: {width} x {height}"))
        }),
        edit("images: other bytes, the same size", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with(".png")))?.clone();
            let mut bytes = project.remove(&path)?.to_vec();
            bytes.push(u8::try_from(random.below(256)).unwrap());
            project.write(&path, bytes);
            Some(path)
        }),
        edit("images: half of one", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with(".png")))?.clone();
            let bytes = project.remove(&path)?.to_vec();
            project.write(&path, bytes.get(..bytes.len() / 2)?);
            Some(path)
        }),
        edit("images: another drawing", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with(".svg")))?.clone();
            let height = u16::try_from(10 + random.below(90)).unwrap();
            // In the place of a drawing there may come one that runs something, and the other way round.
            let is_active = random.below(4) == 0;
            project.write(&path, if is_active { b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"a()\"/>\n".to_vec() } else { svg(30, height, "Other") });
            Some(path)
        }),
        edit("images: one deleted", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with(".png") || path.ends_with(".svg")))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("images: one added", |project, random| {
            let folder = random.one(&project.folders())?.clone();
            let path = format!("{folder}/{}.png", random.word(&["photo", "scales", "new"]));
            project.write(&path, png(9, 9));
            Some(path)
        }),
        edit("static: a file written", |project, random| {
            let path = format!("static/{}", random.word(&["notes.txt", "more.txt", "assets/extra.css", ".well-known/security.txt"]));
            project.write(&path, format!("Number {}.\n", random.below(99)));
            Some(path)
        }),
        edit("static: a file of the theme replaced", |project, random| {
            let path = format!("static/assets/{}", random.word(&["beacon.css", "favicon.svg", "yard.css"]));
            project.write(&path, format!("<svg/><!-- {} -->\n", random.below(9)));
            Some(path)
        }),
        edit("static: a file deleted", |project, random| {
            let path = random.one(&project.paths(|path| path.starts_with("static/")))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("static: a file in the place of another", |project, random| {
            let places = [
                "about/index.html",
                "robots.txt",
                "sitemap.xml",
                "health",
                "ABOUT/index.html",
                "404.html",
                "old/x/index.html",
                "_redirects",
                "health/scales.png",
            ];
            let path = format!("static/{}", random.word(&places));
            project.write(&path, "Mine.\n");
            Some(path)
        }),
        edit("static: a file beside the pages", |project, random| {
            let path = format!("{}/{}", random.one(&project.folders())?, random.word(&["form.pdf", "list.csv", "read.txt"]));
            project.write(&path, format!("Place,Pay\nOne,{}\n", random.below(9)));
            Some(path)
        }),
    ]
}

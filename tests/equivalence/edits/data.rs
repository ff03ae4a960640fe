//! Edits of data files: rows of a CSV file, entries of the registries.

use crate::edits::{Edit, edit};
use crate::project::Project;
use crate::random::Random;

pub(super) fn all() -> Vec<Edit> {
    let rows: [(&str, Rows); 7] = [
        ("a number of a row", |rows, random| {
            let at = 1 + random.below(rows.len() - 1);
            let row = rows.get_mut(at)?;
            let place = row.split(',').next()?.to_owned();
            let rest = row.matches(',').count();
            *row = format!("{place}{}", format!(",{}", 100 + random.below(900)).repeat(rest.min(2)));
            Some(())
        }),
        ("the name of a row", |rows, random| {
            let at = 1 + random.below(rows.len() - 1);
            let row = rows.get_mut(at)?;
            *row = format!("Place {}{}", random.below(9), &row[row.find(',')?..]);
            Some(())
        }),
        ("a row added", |rows, random| {
            let rest = rows.first()?.matches(',').count();
            rows.push(format!("New {}{}", random.below(9), format!(",{}", 1 + random.below(99_999)).repeat(rest)));
            Some(())
        }),
        ("a row removed", |rows, random| {
            (rows.len() > 2).then(|| rows.remove(1 + random.below(rows.len() - 1)))?;
            Some(())
        }),
        ("a column renamed", |rows, random| {
            let header = rows.first_mut()?;
            *header = if random.chance(50) { header.replace("Pay", "Wage") } else { header.replace("Place", "Where").replace("Wage", "Pay") };
            Some(())
        }),
        ("a cell that is no number", |rows, random| {
            let row = rows.last_mut()?;
            *row = format!("{},{}", row.rsplit_once(',')?.0, random.word(&["n/a", "—", "many", "=1+1"]));
            Some(())
        }),
        ("rows of other lengths", |rows, _| {
            rows.push("Short".to_owned());
            Some(())
        }),
    ];
    let rows = rows.into_iter().map(|(what, change)| edit(format!("csv: {what}"), move |project, random| in_rows(project, random, change)));
    let files = [
        edit("csv: a file deleted", |project, random| {
            let path = random.one(&project.paths(|path| path.ends_with(".csv")))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("csv: a file written", |project, random| {
            let path = format!("content/_data/{}.csv", random.word(&["pay", "jobs", "more"]));
            project.write(&path, format!("Place,Pay,Jobs\nHere,{},1\nThere,{},2\n", random.below(99), random.below(99)));
            Some(path)
        }),
        // A table names a file that is not there: its help names the nearest one, which comes and goes.
        // A table without unit and source may hold amounts, or nothing that wants a source.
        edit("csv: amounts, or none, in a table without a source", |project, random| {
            let path = "content/_data/bare.csv";
            let has_amounts = project.text(path).is_some_and(|text| text.contains('$'));
            if project.text(path).is_none() {
                let page = random.one(&project.guides())?.clone();
                let text = project.text(&page)?;
                project.write(&page, format!("{text}\n```{{data-table}}\nfile: _data/bare.csv\ncaption: Bare\n```\n"));
            }
            project.write(path, if has_amounts { "Place,Beds\nOne,12 new\nTwo,9 old\n" } else { "Place,Pay\nOne,$1200\nTwo,$900\n" });
            Some(path.to_owned())
        }),
        edit("csv: a file like one that is missing", |project, random| {
            let (gone, like) = ("_data/gone.csv", "content/_data/gones.csv");
            if !project.pages().iter().any(|path| project.text(path).is_some_and(|text| text.contains(gone))) {
                let path = random.one(&project.pages())?.clone();
                let text = project.text(&path)?;
                project.write(&path, format!("{text}\n```{{data-table}}\nfile: {gone}\ncaption: Gone\n```\n"));
                return Some(path);
            }
            if project.remove(like).is_none() {
                project.write(like, "Place,Pay\nHere,1\n");
            }
            Some(like.to_owned())
        }),
        edit("data: an entry changed", |project, random| {
            in_entries(project, random, |line, random| {
                let value = match line.split_once(':')?.0 {
                    "society" | "handbook" | "board" => ("about: ", format!("About {}.", random.below(9))),
                    "bls" | "census" => ("title: ", format!("Title {}", random.below(9))),
                    _ => ("name: ", format!("Name {}", random.below(9))),
                };
                Some(Some(with_value(line, value.0, &value.1)?))
            })
        }),
        edit("data: another field of an entry", |project, random| {
            in_entries(project, random, |line, random| {
                let (start, value) = match line.split_once(':')?.0 {
                    "society" | "board" => ("url: ", format!("\"https://society.example.org/{}\"", random.below(3))),
                    "handbook" => ("edition: ", format!("{}th", 4 + random.below(5))),
                    "bls" => ("retrieved: ", format!("2026-02-0{}", 1 + random.below(9))),
                    "census" => ("publisher: ", format!("Office {}", random.below(9))),
                    "us" | "uk" | "north" => ("code: ", format!("X{}", random.below(9))),
                    "bo" => ("about: ", format!("Counts {}", random.below(9))),
                    _ => ("kind: ", random.word(&["person", "organization"]).to_owned()),
                };
                Some(Some(with_value(line, start, &value)?))
            })
        }),
        // What is told of it stands elsewhere with every space before it, though the entry and its own place are the same.
        edit("data: a last entry with a fault, or spaces in it", |project, random| {
            let path = "content/_data/resources.yaml";
            let text = project.text(path)?;
            let entry = "last: { title: Last, kind: tool, url: \"http://example.org/last\" }\n";
            let spaces = format!("last: {{{}", " ".repeat(2 + random.below(4)));
            project.write(path, if text.contains("last: {") { text.replace("last: {", &spaces) } else { format!("{text}{entry}") });
            Some(spaces)
        }),
        edit("data: an entry removed", |project, random| in_entries(project, random, |_, _| Some(None))),
        edit("data: an entry renamed", |project, random| {
            in_entries(project, random, |line, random| Some(Some(format!("other-{}:{}", random.below(9), line.split_once(':')?.1))))
        }),
        edit("data: an entry added", |project, random| {
            let number = random.below(9);
            let (file, entry) = match random.below(5) {
                0 => ("people", format!("new-{number}: {{ name: New {number} }}")),
                1 => ("sources", format!("new-{number}: {{ publisher: New, title: Old {number} }}")),
                2 => ("areas", format!("new-{number}: {{ name: New {number} }}")),
                3 => ("industries", format!("new-{number}: {{ name: New {number} }}")),
                _ => ("resources", format!("new-{number}: {{ title: New {number}, kind: tool, url: \"https://example.org/new\", about: So. }}")),
            };
            let path = format!("content/_data/{file}.yaml");
            let old = project.text(&path).unwrap_or_default();
            project.write(&path, format!("{old}{entry}\n"));
            Some(entry)
        }),
        edit("data: entries in another order", |project, random| {
            // The order shows where something is told of an entry, as of some resources from the beginning.
            let path = if random.chance(60) { "content/_data/resources.yaml".to_owned() } else { random.one(&registries(project))?.clone() };
            let text = project.text(&path)?;
            let turned: Vec<&str> = text.lines().rev().collect();
            project.write(&path, format!("{}\n", turned.join("\n")));
            Some(path)
        }),
        edit("data: a file deleted", |project, random| {
            let path = random.one(&registries(project))?.clone();
            project.remove(&path).map(|_| path)
        }),
    ];
    rows.chain(files).collect()
}

/// Changes the lines of a CSV file, of which there are two at least.
type Rows = fn(&mut Vec<String>, &mut Random) -> Option<()>;

fn in_rows(project: &mut Project, random: &mut Random, change: Rows) -> Option<String> {
    let path = random.one(&project.paths(|path| path.ends_with(".csv")))?.clone();
    let mut rows: Vec<String> = project.text(&path)?.lines().map(str::to_owned).collect();
    if rows.len() < 2 {
        return None;
    }
    change(&mut rows, random)?;
    project.write(&path, format!("{}\n", rows.join("\n")));
    Some(path)
}

fn registries(project: &Project) -> Vec<String> {
    project.paths(|path| path.starts_with("content/_data/") && path.ends_with(".yaml"))
}

fn in_entries(project: &mut Project, random: &mut Random, change: fn(&str, &mut Random) -> Option<Option<String>>) -> Option<String> {
    let path = random.one(&registries(project))?.clone();
    let text = project.text(&path)?;
    let lines: Vec<&str> = text.lines().collect();
    let at = random.below(lines.len());
    let new = change(lines.get(at)?, random)?;
    let text: Vec<&str> = lines[..at].iter().copied().chain(new.as_deref()).chain(lines[at + 1..].iter().copied()).collect();
    project.write(&path, format!("{}\n", text.join("\n")));
    Some(format!("{path}: `{}` -> {new:?}", lines[at]))
}

/// `line` with what stands behind `start`, up to a comma or brace, replaced.
fn with_value(line: &str, start: &str, value: &str) -> Option<String> {
    let (before, rest) = line.split_once(start)?;
    let end = rest.find([',', '}'])?;
    Some(format!("{before}{start}{value}{}", &rest[end..]))
}

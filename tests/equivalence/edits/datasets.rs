//! Edits of publishers' files and of what is declared of them.

use crate::datasets::{DECLARATIONS, NOBODY, WAGES};
use crate::edits::{Edit, edit};
use crate::project::Project;
use crate::random::Random;
use crate::text::{key, with_key};

/// Keys of a declaration: which dataset, the key, values that hold and some that do not.
const KEYS: &[(&str, &str, &[&str])] = &[
    ("wages", "top_code", &["{ hour: 115.00, year: 239200 }", "{ hour: 120.00, year: 250000 }", "{ hour: 115.00 }"]),
    ("wages", "period", &["2026-05", "2026", "2025-05"]),
    ("wages", "source", &["bls", "census", "nobody"]),
    ("wages", "currency", &["USD", "EUR"]),
    ("wages", "encoding", &["utf-8", "windows-1252", "utf-16"]),
    ("wages", "header", &["1", "3"]),
    ("wages", "format", &["oews", "table", "bls-projections"]),
    ("outlook", "period", &["2025", "2015"]),
    ("outlook", "source", &["census", "bls"]),
    ("outlook", "format", &["bls-projections", "oews", "onet"]),
    ("nights", "separator", &["comma", "semicolon"]),
    ("nights", "decimal", &["point", "comma"]),
    ("nights", "source", &["census", "bls"]),
    ("nights", "marks", &["{ x: not-available }", "{ x: at-least 30, hidden: suppressed }"]),
    (
        "nights",
        "columns",
        &[
            "{ occupation: Code, area: Place, period: Year, figures: [{ column: Nights, measure: count, name: nights }] }",
            "{ occupation: Code, area: Place, period: Year, figures: [{ column: Nights, measure: count, name: nights, times: 10 }] }",
            "{ occupation: Code, area: Place, figures: [{ column: Nights, measure: count, name: nights, period: 2025 }] }",
            "{ occupation: Code, area: Place, figures: [{ column: Nights, measure: count, name: nights }] }",
            "{ occupation: Code, area: Town, period: Year, figures: [{ column: Nights, measure: count, name: nights }] }",
            "{ figures: [{ column: Nights, measure: pay }] }",
        ],
    ),
];

pub(super) fn all() -> Vec<Edit> {
    let keys = KEYS.iter().map(|(id, key, values)| {
        edit(format!("datasets.yaml: {key} of {id}"), move |project, random| {
            let value = if random.chance(20) { None } else { Some(random.word(values)) };
            in_declarations(project, |lines| {
                let line = lines.iter_mut().find(|line| line.starts_with(&format!("{id}: ")))?;
                let changed = with_field(line, key, value).filter(|changed| changed != line)?;
                *line = changed;
                Some(value.unwrap_or("(out)").to_owned())
            })
        })
    });
    let rows: [(&str, Rows); 10] = [
        ("a value", |rows, random| in_cell(rows, random, 3, |random| (1 + random.below(99_999)).to_string())),
        ("a value that is not told", |rows, random| in_cell(rows, random, 3, |random| random.word(&["*", "**", "#", "~", "—", "x", "hidden", ""]).to_owned())),
        ("a code or a title", |rows, random| in_cell(rows, random, 0, |random| format!("Other {}", random.below(9)))),
        ("a row removed", |rows, random| {
            let at = a_row(rows, random)?;
            Some(rows.remove(at))
        }),
        ("a row twice", |rows, random| {
            let row = rows.get(a_row(rows, random)?)?.clone();
            rows.push(if random.chance(50) { format!("{row}0") } else { row.clone() });
            Some(row)
        }),
        ("a code lost", |rows, random| {
            let row = rows.get_mut(1 + random.below(4))?;
            *row = row.find(',').map_or_else(String::new, |comma| row.split_at(comma).1.to_owned());
            Some(row.clone())
        }),
        ("a column renamed", |rows, random| {
            let (old, new) = *random.one(&[
                ("OCC_CODE", "CODE"),
                ("A_MEDIAN", "A_MEAN"),
                ("A_PCT90", "A_PCT99"),
                ("TOT_EMP", "A_MEDIAN"),
                ("National Employment Matrix code", "Matrix code"),
                ("Employment change, percent", "Employment change, in parts"),
                ("Nights", "Days"),
            ])?;
            let header = rows.iter_mut().find(|row| row.contains(old))?;
            *header = header.replace(old, new);
            Some(new.to_owned())
        }),
        ("the words above it", |rows, random| {
            let title = rows.first_mut().filter(|row| row.contains("Table 1.2"))?;
            let (old, new) = *random.one(&[("2025–35", "of a decade"), ("2025–35", "2015–25"), ("in thousands", "in people"), ("Table", "The Table")])?;
            *title = title.replace(old, new);
            Some(new.to_owned())
        }),
        ("no rows", |rows, _| {
            rows.truncate(1 + usize::from(rows.first()?.contains("Table 1.2")));
            Some(String::new())
        }),
        ("semicolons between cells", |rows, _| {
            for row in rows {
                *row = row.replace(',', ";");
            }
            Some(String::new())
        }),
    ];
    let rows = rows.into_iter().map(|(what, change)| edit(format!("dataset: {what}"), move |project, random| in_rows(project, random, change)));
    keys.chain(rows).chain(files()).collect()
}

/// Edits of whole files, and of which there are.
fn files() -> [Edit; 10] {
    [
        edit("dataset: the row of a guide", |project, random| {
            let guide = random.one(&project.guides())?.clone();
            let occupation = key(&project.text(&guide)?, "occupation")?;
            let code = occupation.split_once("soc: \"")?.1.get(..7)?.to_owned();
            let text = project.text(WAGES)?;
            let old = text.lines().find(|row| row.starts_with(&code)).unwrap_or_default().to_owned();
            let new = format!("{code},Hands,detailed,{},{}.50,{},#", 10 * random.below(900), 15 + random.below(30), 100 * (300 + random.below(300)));
            project.write(WAGES, if old.is_empty() { format!("{text}{new}\n") } else { text.replace(&old, &new) });
            Some(new)
        }),
        edit("dataset: bytes that are no UTF-8", |project, random| {
            let path = random.one(&paths(project))?.clone();
            let mut bytes = project.text(&path)?.into_bytes();
            bytes.insert(random.below(bytes.len()), 0xE9);
            project.write(&path, bytes);
            Some(path)
        }),
        // The year in the name is the time of the wages.
        edit("dataset: the file renamed", |project, random| {
            let path = random.one(&paths(project))?.clone();
            let old = path.rsplit_once('/')?.1.to_owned();
            let new = format!("{}{}.csv", old.split(['_', '.']).next()?, random.word(&["", "_M2025", "_M2026", "_M2027"]));
            let bytes = project.remove(&path)?;
            project.write(&format!("content/_data/{new}"), &bytes);
            let text = project.text(DECLARATIONS)?;
            project.write(DECLARATIONS, text.replace(&old, &new));
            Some(format!("{old} to {new}"))
        }),
        edit("dataset: the file gone", |project, random| {
            let path = random.one(&paths(project))?.clone();
            project.remove(&path).map(|_| path)
        }),
        edit("dataset: the only figures, or none", only_figures),
        edit("dataset: another than a guide says, or a remark there", contradicted),
        // It is told where the declaration stands, which is another place with every line above.
        edit("datasets.yaml: one without its file, or a remark above", |project, random| {
            let text = project.text(DECLARATIONS)?;
            let has_one = text.contains("lost: ");
            let line = if has_one { format!("# Remark {}.\n", random.below(99)) } else { "lost: { file: lost.csv, format: oews, source: bls }\n".to_owned() };
            project.write(DECLARATIONS, if has_one { format!("{line}{text}") } else { format!("{text}{line}") });
            Some(line)
        }),
        // What is newer counts, and an old one says what no other does.
        edit("datasets.yaml: one added", |project, random| {
            let wages = project.text(WAGES)?;
            let year = random.word(&["2024", "2025", "2027"]);
            project.write(&format!("content/_data/more_M{year}.csv"), wages.replace(",4", ",5"));
            let entry = format!("more-{year}: {{ file: more_M{year}.csv, format: oews, source: bls, top_code: {{ hour: 115.00, year: 239200 }} }}");
            let text = project.text(DECLARATIONS).unwrap_or_default();
            project.write(DECLARATIONS, format!("{text}{entry}\n"));
            Some(entry)
        }),
        edit("datasets.yaml: one removed", |project, random| {
            in_declarations(project, |lines| {
                let at = random.below(lines.len());
                (at < lines.len()).then(|| lines.remove(at))
            })
        }),
        edit("datasets.yaml: one under another name", |project, random| {
            in_declarations(project, |lines| {
                let at = random.below(lines.len());
                let line = lines.get_mut(at)?;
                let (id, rest) = line.split_once(':')?;
                *line = if let Some(first) = id.strip_prefix("new-") { format!("{first}:{rest}") } else { format!("new-{id}:{rest}") };
                Some(line.clone())
            })
        }),
    ]
}

/// One guide says of an occupation what the wages do not, which another shows; then its row or the place of the fact is another.
fn contradicted(project: &mut Project, random: &mut Random) -> Option<String> {
    let fact = format!("{{ nobody: {{ measure: pay, value: 12340, as_of: 2026-05, source: census, occupation: \"{NOBODY}\" }} }}");
    let guides = project.guides();
    let said = guides.iter().find(|path| project.text(path).is_some_and(|text| text.contains(&fact)));
    let Some(path) = said else {
        let [path, other] = [random.one(&guides)?.clone(), random.one(&guides)?.clone()];
        project.write(&path, with_key(&project.text(&path)?, "facts", Some(&fact))?);
        let text = project.text(&other)?;
        project.write(&other, format!("{text}\nNobody earns [](fact:{NOBODY}/pay@wages).\n"));
        return Some(format!("{path} and {other}"));
    };
    if random.chance(50) {
        let text = project.text(path)?;
        project.write(path, text.replacen("---\n", &format!("---\n# Remark {}.\n", random.below(9)), 1));
        return Some(path.clone());
    }
    let text = project.text(WAGES)?;
    let old = text.lines().find(|row| row.starts_with(NOBODY))?.to_owned();
    let new = format!("{NOBODY},Nobody,detailed,10,*,{},#", 100 * (300 + random.below(300)));
    project.write(WAGES, text.replace(&old, &new));
    Some(new)
}

/// No page writes figures down any more. Then whether the site shows any follows from the files alone, which come and go.
fn only_figures(project: &mut Project, _: &mut Random) -> Option<String> {
    let with_own: Vec<String> =
        project.pages().into_iter().filter(|path| project.text(path).is_some_and(|text| text.contains("\nfacts:") || text.contains("](fact:"))).collect();
    for path in &with_own {
        let text = with_key(&project.text(path)?, "facts", None)?;
        let lines = text.split_inclusive('\n').filter(|line| !line.contains("](fact:"));
        project.write(path, lines.collect::<String>());
    }
    if !with_own.is_empty() {
        return Some(format!("{} pages", with_own.len()));
    }
    let files = paths(project);
    for path in &files {
        project.remove(path);
    }
    (!files.is_empty()).then(|| format!("without {files:?}"))
}

/// Changes the lines of a publisher's file, and tells how.
type Rows = fn(&mut Vec<String>, &mut Random) -> Option<String>;

fn in_rows(project: &mut Project, random: &mut Random, change: Rows) -> Option<String> {
    let path = random.one(&paths(project))?.clone();
    let mut rows: Vec<String> = project.text(&path)?.lines().map(str::to_owned).collect();
    let how = change(&mut rows, random)?;
    project.write(&path, format!("{}\n", rows.join("\n")));
    Some(format!("{path}: {how}"))
}

/// Changes a cell of a row, from the column `first` on.
fn in_cell(rows: &mut [String], random: &mut Random, first: usize, new: fn(&mut Random) -> String) -> Option<String> {
    let at = a_row(rows, random)?;
    let row = rows.get_mut(at)?;
    let mut cells: Vec<&str> = row.split(',').collect();
    let column = if first == 0 { random.below(2) } else { first + random.below(cells.len().checked_sub(first)?) };
    let new = new(random);
    *cells.get_mut(column)? = &new;
    let changed = cells.join(",");
    let how = format!("`{row}` -> `{changed}`");
    *row = changed;
    Some(how)
}

/// One of the rows below the header.
fn a_row(rows: &[String], random: &mut Random) -> Option<usize> {
    let first = 1 + usize::from(rows.first()?.contains("Table 1.2"));
    (rows.len() > first).then(|| first + random.below(rows.len() - first))
}

/// The publishers' files that there are, whatever became of their names.
fn paths(project: &Project) -> Vec<String> {
    let stems = ["wages", "outlook", "nights", "more_M"];
    project.paths(|path| path.ends_with(".csv") && path.strip_prefix("content/_data/").is_some_and(|name| stems.iter().any(|stem| name.starts_with(stem))))
}

fn in_declarations(project: &mut Project, change: impl FnOnce(&mut Vec<String>) -> Option<String>) -> Option<String> {
    let mut lines: Vec<String> = project.text(DECLARATIONS)?.lines().map(str::to_owned).collect();
    let how = change(&mut lines)?;
    project.write(DECLARATIONS, format!("{}\n", lines.join("\n")));
    Some(how)
}

/// A declaration on one line with the field `key` set to `value`, or without it.
fn with_field(line: &str, key: &str, value: Option<&str>) -> Option<String> {
    let (id, rest) = line.split_once(": {")?;
    let mut fields = fields(rest.trim_end().strip_suffix('}')?);
    fields.retain(|field| !field.starts_with(&format!("{key}:")));
    fields.extend(value.map(|value| format!("{key}: {value}")));
    Some(format!("{id}: {{ {} }}", fields.join(", ")))
}

/// What stands between the commas of `text` that are in no braces.
fn fields(text: &str) -> Vec<String> {
    let mut depth = 0;
    let mut between = |c: char| {
        depth += i32::from(matches!(c, '{' | '[')) - i32::from(matches!(c, '}' | ']'));
        c == ',' && depth == 0
    };
    text.split(&mut between).map(|field| field.trim().to_owned()).collect()
}

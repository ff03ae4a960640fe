//! Edits of a page's text that authors make all day. Most leave it right; what a heading or table took with it may be missed elsewhere.

use crate::edits::{Edit, edit};
use crate::project::Project;
use crate::random::Random;
use crate::text::{parts, relative};

/// What is added at the end of a text, with a number in place of `#N` and a guide in place of `GUIDE`.
const ADDED: &[(&str, &str)] = &[
    ("paragraph", "Paragraph #N with *words*, \"quotes\" -- and ~~struck~~ `code`.[^n#N]\n\n[^n#N]: Note #N."),
    ("heading", "## Part #N: Of Many"),
    ("heading with an id", "## Part #N {#part-#N .kind-skills}\n\nText."),
    ("heading below", "### Detail #N\n\nText."),
    ("link to a guide", "Read [this](GUIDE), too."),
    ("link to a heading of a guide", "Read [its pay](GUIDE#pay) and [its figures](GUIDE#pay-table)."),
    ("link to a tag", "All [at night](/tags/night-work/) and [new ones](/tags/fresh-#N/)."),
    ("link to the web", "See [elsewhere](https://example.org/#N)."),
    ("link to a file", "Read [the notes](/notes.txt)."),
    ("table", "| Year | Heads |\n|---|---:|\n| 2024 | #N |\n\nTable: Heads {source=bls unit=people}"),
    ("table with an id", "| Year | Heads |\n|---|---:|\n| 2024 | #N |\n\nTable: Heads {#heads-#N source=census unit=people}"),
    ("data table", "```{data-table}\nfile: _data/pay.csv\ncaption: Pay #N\nunit: USD\nsource: bls\n```"),
    ("sorted data table", "```{data-table}\nfile: _data/jobs.csv\ncaption: Jobs #N\nunit: jobs\nsource: census\nsort: -Pay\nlimit: 2\n```"),
    ("image", "![Badge #N](/images/badge.png)"),
    ("figure", "```{figure}\nsrc: /images/badge.png\nalt: A badge\ncaption: Badge *#N*\n```"),
    ("steps", "```{steps}\nitems:\n  - { title: First #N, text: \"See [this](GUIDE).\" }\n```"),
    ("questions", "```{faq}\nitems:\n  - { q: What #N?, a: \"See [this](GUIDE#duties).\" }\n```"),
    ("call to action", "```{cta}\ntext: Do #N.\nlabel: Do\nurl: GUIDE\n```"),
    ("job search", "```{job-search}\nwhere: { label: Where #N, name: l }\n```"),
    ("resources", "```{resources}\nintro: For you, #N.\n```"),
    ("credentials", "```{credentials}\ncaption: Papers #N\n```"),
    ("shifts", "```{shifts}\nweeks: 2\nheading: Shifts #N\n```"),
    ("fact", "They earn [more than that](fact:pay), or [](fact:pay), and [#N](fact:half); there are [4 percent](fact:growth) more, much faster than average."),
    ("fact in a table", "| Year | Pay |\n|---|---:|\n| 2024 | [](fact:pay) |\n\nTable: Pay of [](fact:growth) {source=bls unit=USD}"),
    ("fact of a dataset", "They earn [](fact:pay@wages), others [](fact:11-1000/pay), of whom there are [](fact:11-1000/jobs)."),
    ("fact of a dataset that may be missing", "Nobody earns [](fact:99-0001/pay@more-2027), or [](fact:99-000#N/growth)."),
    ("table of pay", "```{pay-table}\nby: percentile\ncaption: Pay #N\nchart: true\n```"),
    ("table of pay of others", "```{pay-table}\nby: occupation\noccupations: [99-0001, 11-1000, 99-000#N]\n```"),
    ("table of pay by area", "```{pay-table}\nby: area\ndataset: places\nlimit: 2\n```"),
    ("chart of pay by area", "```{pay-chart}\nby: area\n```"),
    ("chart of pay over years", "```{pay-chart}\nby: year\n```"),
    ("outlook", "```{outlook}\nnote: See #N.\n```"),
    ("comparison", "```{compare}\noccupations: [99-0001, 11-1000]\nfigures: [pay, jobs, pay.p90]\n```"),
    ("similar occupations", "```{similar}\noccupations: [11-1000, 11-100#N]\n```"),
    ("quick facts", "```{quick-facts}\n```"),
    ("remark", "> [!TIP]\n> Tip #N."),
    ("html", "<details><summary>More #N</summary>\n\nText.\n\n</details>"),
    ("html that settings allow", "A <output>word</output> and <small>#N</small>."),
];

pub(super) fn all() -> Vec<Edit> {
    let added = ADDED.iter().map(|(what, text)| {
        edit(format!("body: {what} added"), move |project, random| {
            let path = random.one(&project.pages())?.clone();
            let guide = random.one(&project.guides()).map(|other| relative(&path, other))?;
            let text = text.replace("#N", &random.below(9).to_string()).replace("GUIDE", &guide);
            let old = project.text(&path)?;
            parts(&old)?;
            project.write(&path, format!("{}\n\n{text}\n", old.trim_end()));
            Some(format!("{path}: {text}"))
        })
    });
    let changed: [(&str, Change); 10] = [
        ("a word changed", |line, n| (!is_markup(line)).then(|| Some(format!("{line} Word {n}.")))),
        ("a paragraph removed", |line, _| (!is_markup(line) && !line.starts_with("Table:")).then_some(None)),
        ("a heading renamed", |line, n| line.starts_with("##").then(|| Some(format!("{} Name {n}", line.split(' ').next().unwrap_or("##"))))),
        ("a heading removed", |line, _| line.starts_with("##").then_some(None)),
        ("an id removed", |line, _| line.split_once(" {#").filter(|_| line.starts_with("##")).map(|(before, _)| Some(before.to_owned()))),
        ("a cell changed", |line, n| (line.starts_with("| ") && line.contains('$')).then(|| Some(line.replacen('$', &format!("${n}"), 1)))),
        ("a row removed", |line, _| (line.starts_with("| ") && line.contains('$')).then_some(None)),
        ("a caption changed", |line, n| {
            let (caption, rest) = line.strip_prefix("Table: ")?.split_once('{')?;
            Some(Some(format!("Table: {caption}{n} {{{}", rest.replace("source=bls", "source=census"))))
        }),
        ("a parameter of a block changed", |line, n| {
            let (name, _) = line.split_once(": ")?;
            let value = match name {
                "limit" => (1 + n % 4).to_string(),
                "sort" => ["Pay", "-Pay", "Place", "Jobs"][n % 4].to_owned(),
                "weeks" => (1 + n % 5).to_string(),
                "unit" | "caption" | "intro" | "label" | "text" | "alt" | "heading" => format!("New {n}"),
                "file" => ["_data/pay.csv", "_data/jobs.csv"][n % 2].to_owned(),
                "source" => ["bls", "census"][n % 2].to_owned(),
                _ => return None,
            };
            Some(Some(format!("{name}: {value}")))
        }),
        ("a link removed", |line, _| {
            let (before, rest) = line.split_once('[')?;
            let (words, rest) = rest.split_once("](")?;
            Some(Some(format!("{before}{words}{}", rest.split_once(')')?.1)))
        }),
    ];
    let changed = changed.into_iter().map(|(what, change)| edit(format!("body: {what}"), move |project, random| change_line(project, random, change)));
    let whole: [(&str, Whole); 4] = [
        ("all of it removed", |head, _| Some(head.to_owned())),
        ("lines ended otherwise", |head, body| Some(format!("{head}{body}").replace("\r\n", "\n").replace('\n', "\r\n"))),
        ("a byte order mark", |head, body| Some(format!("\u{feff}{}{body}", head.trim_start_matches('\u{feff}')))),
        ("an empty line above", |head, body| Some(format!("{head}\n{body}"))),
    ];
    let whole = whole.into_iter().map(|(what, change)| {
        edit(format!("body: {what}"), move |project: &mut Project, random: &mut Random| {
            let path = random.one(&project.pages())?.clone();
            let (head, body) = parts(&project.text(&path)?)?;
            let text = change(&head, &body)?;
            project.write(&path, text);
            Some(path)
        })
    });
    added.chain(changed).chain(whole).chain([edit("body: a table whose file is led to", led_to)]).collect()
}

/// A page leads to the file of a table on another one, which comes and goes: what is published differs, no page and no file does.
fn led_to(project: &mut Project, random: &mut Random) -> Option<String> {
    const TABLE: &str = "| Year | Heads |\n|---|---:|\n| 2024 | 1 |\n\nTable: Heads {#led-to source=bls unit=people}";
    let with = |project: &Project, words: &str| project.guides().into_iter().find(|path| project.text(path).is_some_and(|text| text.contains(words)));
    if let Some(path) = with(project, "/led-to.csv") {
        let of = with(project, "{#led-to ").or_else(|| with(project, "Led to nothing."))?;
        let text = project.text(&of)?;
        let text = if text.contains(TABLE) { text.replace(TABLE, "Led to nothing.") } else { text.replace("Led to nothing.", TABLE) };
        project.write(&of, text);
        return Some(format!("{path}: {of}"));
    }
    let (path, of) = (random.one(&project.guides())?.clone(), random.one(&project.guides())?.clone());
    let address = of.strip_prefix("content")?.trim_end_matches(".md").trim_end_matches("/index").to_owned();
    for (path, more) in [(&of, TABLE.to_owned()), (&path, format!("Get [the file]({address}/led-to.csv)."))] {
        let text = project.text(path)?;
        project.write(path, format!("{}\n\n{more}\n", text.trim_end()));
    }
    Some(format!("{path}: {address}"))
}

/// Another line for a line: `Some(None)` takes it out, `None` leaves it, for it is not meant.
type Change = fn(&str, usize) -> Option<Option<String>>;

type Whole = fn(&str, &str) -> Option<String>;

/// Whether a line is more than words of a paragraph.
fn is_markup(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with(['#', '|', '`', '>', '-', '[', '!', ' ', '<']) || line.contains(": ")
}

fn change_line(project: &mut Project, random: &mut Random, change: Change) -> Option<String> {
    let path = random.one(&project.pages())?.clone();
    let (head, body) = parts(&project.text(&path)?)?;
    let number = random.below(9);
    let lines: Vec<&str> = body.lines().collect();
    let meant: Vec<usize> = (0..lines.len()).filter(|at| change(lines[*at], number).is_some()).collect();
    let at = *random.one(&meant)?;
    let new = change(lines[at], number)?;
    let text: Vec<&str> = lines[..at].iter().copied().chain(new.as_deref()).chain(lines[at + 1..].iter().copied()).collect();
    project.write(&path, format!("{head}{}\n", text.join("\n")));
    Some(format!("{path}: `{}` -> {new:?}", lines[at]))
}

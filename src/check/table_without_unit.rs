//! A column of pay, growth or shares whose numbers nobody says the unit of: `| Place | Pay |` above `50,000`.

use super::place;
use super::subject::Subject;
use crate::fact::english::{self, basis_adjective, is_pay, lower_words};
use crate::guide::body::{CellValue, Table, cell_value, is_numeric};
use crate::problem::{Code, Problem};
use crate::source::Span;

/// Signs and words that are a unit, or the part of one that tells money from percent.
const SIGNS: [char; 6] = ['$', '€', '£', '¥', '%', '₹'];
const UNITS: [&str; 28] = [
    "usd",
    "gbp",
    "eur",
    "cad",
    "aud",
    "nzd",
    "chf",
    "jpy",
    "inr",
    "sek",
    "nok",
    "dkk",
    "pln",
    "czk",
    "zar",
    "dollar",
    "dollars",
    "pound",
    "pounds",
    "euro",
    "euros",
    "percent",
    "percentage",
    "cent",
    "cents",
    "pence",
    "points",
    "ratio",
];

/// Every table with bare numbers under a heading that calls them pay, growth or a share, while nothing says in what they are: neither the numbers, nor heading,
/// caption, note or `unit`. What a column counts is its unit: "Nurses", "Jobs". Headings are read in English alone; linked figures print theirs.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    if !subject.reads_english() || !subject.is_about_careers() {
        return Vec::new();
    }
    let is_linked = |table: &Table| subject.text_figures().any(|figure| table.range.contains(&figure.whole.start));
    let text = &subject.manuscript.text;
    let tables: Vec<&Table> = subject.tables().filter(|table| table.unit.is_none() && !is_linked(table)).collect();
    let typed = tables.iter().filter_map(|table| {
        let words = [&table.caption, &table.note].map(|it| it.as_deref().unwrap_or_default());
        let columns: Vec<Cells> = table.columns.iter().enumerate().map(|(at, column)| (column.text.as_str(), typed_cells(table, at))).collect();
        let headings = without(words, &columns);
        let first = headings.first()?;
        let line = text.text.get(table.range.clone()).and_then(|it| it.lines().next()).map_or(0, str::len);
        let at = place::within(text, &text.span(table.range.start..table.range.start + line), first);
        Some(problem(at, &headings, "behind the caption, `{unit=\"", "\"}`"))
    });
    let by_rows = tables.iter().filter_map(|table| {
        let said = [&table.caption, &table.note].map(|it| it.as_deref().unwrap_or_default());
        let headings: Vec<&str> = table.columns.iter().map(|column| column.text.as_str()).collect();
        let rows: Vec<Vec<&str>> = table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
        let labels = labels_without(said, &headings, &rows);
        let at = place::within(text, &text.span(table.range.clone()), labels.first()?);
        Some(of_labels(at, &labels))
    });
    let from_files = subject.data_tables().filter(|table| table.unit.is_none()).filter_map(|table| {
        let columns: Vec<Cells> = table.headings.iter().zip(&table.columns).map(|(heading, cells)| (*heading, numbers(cells))).collect();
        let headings = without(table.words, &columns);
        if !headings.is_empty() {
            return Some(problem(text.span(table.range.clone()), &headings, "in the block, `unit: ", "`"));
        }
        let labels = labels_without(table.words, &table.headings, &table.rows().collect::<Vec<_>>());
        (!labels.is_empty()).then(|| of_labels(text.span(table.range.clone()), &labels))
    });
    typed.chain(by_rows).chain(from_files).collect()
}

/// The same of numbers beside labels: each row has a unit of its own, and the table none.
fn of_labels(at: Span, labels: &[&str]) -> Problem {
    let first = labels.first().copied().unwrap_or_default();
    let (unit, one) = example(first);
    let help = format!("write it at each number, `{one}`, or in the label, `{first} ({unit})`");
    Problem::new(Code::TableWithoutUnit, at, format!("nothing says the unit of the numbers beside {}", quoted(labels))).help(help)
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" and ")
}

/// A unit that what is called so may have, and a number in it.
fn example(name: &str) -> (&'static str, &'static str) {
    if matches!(last_word(name).as_str(), "growth" | "share") { ("percent", "6.4%") } else { ("USD per year", "$45,780") }
}

fn problem(at: Span, headings: &[&str], before: &str, behind: &str) -> Problem {
    let all = quoted(headings);
    let first = headings.first().copied().unwrap_or_default();
    let (unit, one) = example(first);
    let help = format!("write it in the heading, `{first} ({unit})`, {before}{unit}{behind}, or at each number, `{one}`");
    Problem::new(Code::TableWithoutUnit, at, format!("nothing says the unit of the numbers under {all}")).help(help)
}

/// A heading and the numbers below it; none where some cells are words.
type Cells<'a> = (&'a str, Vec<&'a str>);

fn typed_cells(table: &Table, at: usize) -> Vec<&str> {
    let is_numeric = table.columns.get(at).is_some_and(|column| column.numeric);
    let cells = table.rows.iter().filter_map(|row| row.get(at)).filter(|cell| is_numeric && cell.number.is_some());
    cells.map(|cell| cell.text.as_str()).collect()
}

fn numbers<'a>(cells: &[&'a str]) -> Vec<&'a str> {
    let values: Vec<CellValue> = cells.iter().map(|cell| cell_value(cell)).collect();
    let is_column = is_numeric(values.iter());
    cells.iter().zip(&values).filter(|(_, value)| is_column && matches!(value, CellValue::Number(_))).map(|(cell, _)| *cell).collect()
}

/// The headings of a table without a unit whose numbers want one; `said` is what caption and note say.
fn without<'a>(said: [&str; 2], columns: &[Cells<'a>]) -> Vec<&'a str> {
    if said.iter().any(|text| says_unit(text)) {
        return Vec::new();
    }
    let is_of_pay = |text: &str| lower_words(text).iter().any(|word| is_pay(word));
    let says_pay = said.iter().any(|text| is_of_pay(text)) || columns.iter().any(|(heading, _)| is_of_pay(heading));
    let is_bare = |cells: &[&str]| !cells.is_empty() && !cells.iter().any(|cell| cell.contains(|c: char| SIGNS.contains(&c) || c.is_alphabetic()));
    let columns = columns.iter().skip(1).filter(|(heading, cells)| needs_unit(heading, says_pay) && !says_unit(heading) && is_bare(cells));
    columns.map(|(heading, _)| *heading).collect()
}

/// The labels of the first column beside bare numbers that want a unit: "Median pay" beside "45,780" in a table of a label and its value in each row. `said` is
/// what caption and note say.
fn labels_without<'a>(said: [&str; 2], headings: &[&str], rows: &[Vec<&'a str>]) -> Vec<&'a str> {
    // Where the column is one of ranks, of people who said so, or of what it is itself called by, the label does not name the number.
    let values: Vec<usize> = headings.iter().enumerate().skip(1).filter(|(_, heading)| is_value(heading)).map(|(at, _)| at).collect();
    if values.is_empty() || said.iter().chain(headings).any(|text| says_unit(text)) {
        return Vec::new();
    }
    let labels = || rows.iter().filter_map(|row| row.first().copied());
    let is_of_pay = |text: &str| lower_words(text).iter().any(|word| is_pay(word));
    let says_pay = said.iter().copied().chain(labels()).any(is_of_pay);
    let is_bare = |text: &str| matches!(cell_value(text), CellValue::Number(_)) && !text.contains(|c: char| SIGNS.contains(&c) || c.is_alphabetic());
    let has_bare = |row: &&Vec<&str>| values.iter().any(|at| row.get(*at).is_some_and(|text| is_bare(text)));
    let named = rows.iter().filter(has_bare).filter_map(|row| row.first().copied());
    named.filter(|label| needs_unit(label, says_pay) && !says_unit(label)).collect()
}

/// Whether a heading stands over values of which the label of each row says what they are: "Value", "2024", "Ohio", or nothing at all.
fn is_value(heading: &str) -> bool {
    const COUNTS: [&str; 18] = [
        "rank",
        "score",
        "rating",
        "importance",
        "weight",
        "order",
        "grade",
        "level",
        "page",
        "chapter",
        "number",
        "step",
        "note",
        "no",
        "code",
        "id",
        "count",
        "answered",
    ];
    let all = lower_words(heading);
    let is_plain = matches!(heading.trim().to_lowercase().as_str(), "" | "figures" | "values" | "details" | "facts" | "united states");
    // What has a plural counts: "Nurses", "Answers".
    is_plain
        || all.iter().all(|word| english::year(word).is_some())
        || !all.iter().any(|word| COUNTS.contains(&word.as_str()) || word.ends_with('s')) && !needs_unit(heading, true)
}

/// Whether a heading calls what is below it by a name that is no unit: "Pay in May 2024", "Growth", and in a table of pay "Median" or "10th percentile".
fn needs_unit(heading: &str, says_pay: bool) -> bool {
    match last_word(heading).as_str() {
        "growth" | "share" => true,
        "median" | "mean" => says_pay,
        "percentile" => says_pay && heading.contains(|c: char| c.is_ascii_digit()),
        word => is_pay(word) || (says_pay && basis_adjective(word).is_some()),
    }
}

/// The noun of a heading: the word before "in", "of", "by" or a bracket, "pay" of "Median pay in May 2024".
fn last_word(heading: &str) -> String {
    let name = heading.split(['(', ',', ':', ';']).next().unwrap_or_default();
    let is_name = |word: &String| !matches!(word.as_str(), "in" | "of" | "by" | "for" | "per" | "at" | "to" | "since" | "from");
    lower_words(name).into_iter().take_while(is_name).filter(|word| english::year(word).is_none()).last().unwrap_or_default()
}

fn says_unit(text: &str) -> bool {
    text.contains(SIGNS) || lower_words(text).iter().any(|word| UNITS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn numbers_of_pay_and_growth_have_a_unit() {
        let table = |heading: &str, cell: &str, caption: &str| format!("| Place | {heading} |\n| --- | ---: |\n| Ohio | {cell} |\n\nTable: {caption}\n\n");
        let tables = [
            table("Pay", "50,000", "Pay by state {source=bls}"),
            table("Growth, 2024–34", "6.4", "Outlook {source=bls}"),
            table("Median in May 2024 | 10th percentile", "50,000 | 30,000", "What nurses earn in pay {source=bls}"),
            table("Pay", "$50,000", "Pay by state {source=bls}"),
            table("Pay", "50,000", "Pay by state {source=bls unit='USD per year'}"),
            table("Pay (USD)", "50,000", "Pay by state"),
            table("Growth", "6.4", "Growth in percent"),
            table("Jobs", "1,200", "Pay and jobs {source=bls}"),
            table("Nurses", "1,200", "Nurses {source=bls}"),
            table("Pay grade | Pay band", "5 | 6", "Grades {source=bls}"),
            table("Percentile", "10", "Pay"),
            table("Median", "3", "Years until they leave"),
            table("Pay", "good", "Pay"),
            table("Pay", "[](fact:pay)", "Pay"),
        ]
        .concat()
        .replace("| --- | ---: |\n| Ohio | 50,000 | 3", "| --- | ---: | ---: |\n| Ohio | 50,000 | 3")
        .replace("| --- | ---: |\n| Ohio | 5 |", "| --- | ---: | ---: |\n| Ohio | 5 |");
        crate::check::fixture::check_problems(
            super::find,
            &format!(
                "\n=== content/_data/sources.yaml\nbls: {{ publisher: BLS, title: Wages }}\n=== content/a.md\n---\ntitle: A\noccupation: {{ name: Nurse }}\nfacts:\n  pay: {{ measure: pay, value: 43660, as_of: 2024-05, source: bls }}\n---\n{tables}"
            ),
            "
            error: nothing says the unit of the numbers under \"Pay\"
              --> content/a.md:7:11 Pay
              help: write it in the heading, `Pay (USD per year)`, behind the caption, `{unit=\"USD per year\"}`, or at each number, `$45,780`
            error: nothing says the unit of the numbers under \"Growth, 2024–34\"
              --> content/a.md:13:11 Growth, 2024–34
              help: write it in the heading, `Growth, 2024–34 (percent)`, behind the caption, `{unit=\"percent\"}`, or at each number, `6.4%`
            error: nothing says the unit of the numbers under \"Median in May 2024\" and \"10th percentile\"
              --> content/a.md:19:11 Median in May 2024
              help: write it in the heading, `Median in May 2024 (USD per year)`, behind the caption, `{unit=\"USD per year\"}`, or at each number, `$45,780`
            ",
        );
    }

    #[test]
    fn numbers_beside_labels_have_a_unit() {
        let table = |heading: &str, rows: &str, caption: &str| format!("| Nurses | {heading} |\n| --- | --- |\n{rows}\n\nTable: {caption}\n\n");
        let rows = "| Median pay | 45,780 |\n| Education | Bachelor's degree |\n| Jobs | 1,200 |\n| Growth, 2024–34 | 6.4 |";
        let tables = [
            table("Value", rows, "At a glance"),
            table("2024", "| 10th percentile | 30,000 |\n| Share of women | 85 |", "What nurses earn in pay"),
            table("Value", "| Median pay | $45,780 |\n| Growth | 6.4% |\n| Share (percent) | 6 |", "At a glance"),
            table("Value", rows, "At a glance, in US dollars {unit='USD per year'}"),
            table("USD", rows, "At a glance"),
            table("Rank", "| Pay | 3 |\n| Growth | 1 |", "What matters most"),
            table("Nurses who named it", "| Pay | 120 |\n| Growth | 30 |", "Why nurses leave"),
            table("Value", "| Pay grade | 5 |\n| Jobs | 1,200 |\n| Pay | good |", "At a glance"),
            table("Value", "| Pay | [](fact:pay) |", "At a glance"),
        ]
        .concat();
        crate::check::fixture::check_problems(
            super::find,
            &format!(
                "\n=== content/a.md\n---\ntitle: A\noccupation: {{ name: Nurse }}\nfacts:\n  pay: {{ measure: pay, value: 43660, as_of: 2024-05 }}\n---\n{tables}"
            ),
            "
            error: nothing says the unit of the numbers beside \"Median pay\" and \"Growth, 2024–34\"
              --> content/a.md:9:3 Median pay
              help: write it at each number, `$45,780`, or in the label, `Median pay (USD per year)`
            error: nothing says the unit of the numbers beside \"10th percentile\" and \"Share of women\"
              --> content/a.md:18:3 10th percentile
              help: write it at each number, `$45,780`, or in the label, `10th percentile (USD per year)`
            ",
        );
    }

    #[test]
    fn numbers_of_a_file_have_a_unit() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/pay.csv
            State,Pay,Jobs
            Ohio,50000,12
            Iowa,not available,13
            === content/glance.csv
            What,Value
            Entry education,High school
            Median pay,50000
            Jobs,1200
            === content/a.md
            ---
            title: A
            occupation: { name: Nurse }
            ---
            ```{data-table}
            file: pay.csv
            caption: By state
            source: bls
            ```

            ```{data-table}
            file: pay.csv
            caption: By state
            columns: [State, { name: Pay, label: Pay (USD) }]
            ```

            ```{data-table}
            file: pay.csv
            caption: By state
            unit: USD per year
            ```

            ```{data-table}
            file: glance.csv
            caption: At a glance
            ```
            ",
            "
            error: nothing says the unit of the numbers under \"Pay\"
              --> content/a.md:5:1 ```{data-table}
            file: pay.csv
            caption: By state
            source: bls
            ```
              help: write it in the heading, `Pay (USD per year)`, in the block, `unit: USD per year`, or at each number, `$45,780`
            error: nothing says the unit of the numbers beside \"Median pay\"
              --> content/a.md:23:1 ```{data-table}
            file: glance.csv
            caption: At a glance
            ```
              help: write it at each number, `$45,780`, or in the label, `Median pay (USD per year)`
            ",
        );
    }
}

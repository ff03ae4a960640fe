//! A tree from TOML: the one place that calls the crate `toml`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Complaint, Form, Node, Tree, Value};
use crate::problem::Code;

/// So many faults of form are told; more are of one cause.
const MOST: usize = 100;

impl Tree {
    /// The tree of `toml`, and what is wrong with its form; what can be read in spite of that is in the tree.
    pub fn from_toml(toml: &str) -> (Self, Vec<Complaint>) {
        let (table, errors) = DeTable::parse_recoverable(toml);
        let range = table.span();
        let mut maker = Maker { toml, next_id: 0, tree: Self::default() };
        let root = maker.mapping(range, table.get_ref());
        let mut complaints: Vec<Complaint> = errors.iter().map(|error| reworded(toml, error.span().unwrap_or(0..0), error.message())).collect();
        complaints.sort_by_key(|it| it.range.start);
        complaints.truncate(MOST);
        // The parser says several things of one line; the first is enough.
        complaints.dedup_by_key(|it| toml.get(..it.range.start).map_or(0, |before| before.matches('\n').count()));
        (Self { root: Some(root), ..maker.tree }, complaints)
    }
}

/// What the parser says, in an author's words.
fn reworded(toml: &str, range: Range<usize>, said: &str) -> Complaint {
    let word = toml.get(range.clone()).unwrap_or_default().trim();
    let line = toml.get(range.start..).unwrap_or_default().lines().next().unwrap_or_default();
    let complaint = |code, message: String, help: String| Complaint::new(code, range.clone(), message).help(help);
    if said.contains("duplicate key") {
        complaint(Code::DuplicateKey, format!("the key `{word}` is given twice"), "keep one of the two".to_owned())
    } else if said.contains("must be quoted") {
        complaint(Code::Settings, format!("`{word}` is a text without quotes"), format!("write it in quotes: `\"{}\"`", line.trim()))
    } else if said.contains("basic string") || said.contains("literal string") {
        complaint(Code::Settings, "this text is never closed".to_owned(), "put a quote at its end too".to_owned())
    } else if let Some((key, value)) = line_around(toml, range.start).split_once(": ").filter(|(key, _)| !key.contains('=')) {
        let value = value.trim().trim_matches('"');
        complaint(Code::Settings, "a colon stands where `=` belongs".to_owned(), format!("write `{} = \"{value}\"`", key.trim()))
    } else {
        let said = said.trim().replace('\n', "; ");
        complaint(
            Code::Settings,
            format!("this is not TOML: {said}"),
            "write `key = value`, or `[name]` above a group; texts stand in quotes, lists in square brackets".to_owned(),
        )
    }
}

fn line_around(toml: &str, at: usize) -> &str {
    let (before, behind) = toml.split_at_checked(at).unwrap_or((toml, ""));
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let end = at + behind.find('\n').unwrap_or(behind.len());
    toml.get(start..end).unwrap_or_default()
}

struct Maker<'t> {
    toml: &'t str,
    next_id: usize,
    tree: Tree,
}

impl Maker<'_> {
    fn node(&mut self, range: Range<usize>, value: Value) -> Node {
        self.next_id += 1;
        Node { id: self.next_id, range, value }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Node {
        let range = value.span();
        let typed = || self.toml.get(range.clone()).unwrap_or_default().to_owned();
        let made = match value.get_ref() {
            DeValue::String(text) => Value::Scalar(text.to_string(), Form::TomlText),
            DeValue::Integer(_) | DeValue::Float(_) => Value::Scalar(typed(), Form::TomlNumber),
            DeValue::Boolean(_) => Value::Scalar(typed(), Form::TomlTruth),
            DeValue::Datetime(_) => Value::Scalar(typed(), Form::TomlDate),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.value(item)).collect()),
            DeValue::Table(table) => return self.mapping(range, table),
        };
        self.node(range, made)
    }

    fn mapping(&mut self, range: Range<usize>, table: &DeTable<'_>) -> Node {
        let mut entries: Vec<(Node, Node)> = Vec::with_capacity(table.len());
        // A key without a name is what is left of a line that could not be read.
        for (key, value) in table.iter().filter(|(key, _)| !key.span().is_empty()) {
            let name = Value::Scalar(key.get_ref().to_string(), Form::Plain);
            let key = self.node(key.span(), name);
            entries.push((key, self.value(value)));
        }
        // The table is sorted by key.
        entries.sort_by_key(|(key, _)| key.range.start);
        self.next_id += 1;
        self.tree.note_positions(self.next_id, &entries);
        Node { id: self.next_id, range, value: Value::Mapping(entries) }
    }
}

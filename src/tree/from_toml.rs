//! A tree from TOML: the one place that calls the crate `toml`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Complaint, Form, Node, Tree, Value};
use crate::problem::Code;

impl Tree {
    /// The tree of `toml`, and what is wrong with its form; what can be read in spite of that is in the tree.
    pub fn from_toml(toml: &str) -> (Self, Vec<Complaint>) {
        let (table, errors) = DeTable::parse_recoverable(toml);
        let range = table.span();
        let mut maker = Maker { toml, next_id: 1 };
        let root = Node { id: 0, range, value: maker.mapping(table.get_ref()) };
        let complaints = errors.iter().map(|error| {
            let range = error.span().unwrap_or(0..0);
            Complaint::new(Code::Settings, range, error.message().trim().replace('\n', "; "))
                .help("write `key = value`; texts stand in quotes, lists in square brackets")
        });
        (Self { root: Some(root), ..Self::default() }, complaints.collect())
    }
}

struct Maker<'t> {
    toml: &'t str,
    next_id: usize,
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
            DeValue::Table(table) => self.mapping(table),
        };
        self.node(range, made)
    }

    fn mapping(&mut self, table: &DeTable<'_>) -> Value {
        let mut entries: Vec<(Node, Node)> = Vec::with_capacity(table.len());
        for (key, value) in table {
            let name = Value::Scalar(key.get_ref().to_string(), Form::Plain);
            let key = self.node(key.span(), name);
            entries.push((key, self.value(value)));
        }
        // The table is sorted by key.
        entries.sort_by_key(|(key, _)| key.range.start);
        Value::Mapping(entries)
    }
}

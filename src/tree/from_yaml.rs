//! A tree from YAML: the one place that calls the crate `saphyr-parser`.
//! Anchors, aliases, tags, merge keys, second documents, keys given twice and deep nesting are complaints.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use super::{Complaint, DEEPEST, Form, Node, Tree, Value};
use crate::problem::Code;

impl Tree {
    /// The tree of `yaml`, and what is wrong with its form. Places are counted from `base`, where `yaml` begins in its file.
    ///
    /// Without a tree if the text cannot be read to its end; the last complaint then says why, and one of the code
    /// [`Code::YamlSyntax`] in the parser's own words.
    pub fn from_yaml(yaml: &str, base: usize) -> (Option<Self>, Vec<Complaint>) {
        let mut maker = Maker::new(yaml, base);
        let mut documents = 0;
        for step in Parser::new_from_str(yaml) {
            let (event, span) = match step {
                Ok(step) => step,
                Err(error) => {
                    let at = maker.offset(*error.marker());
                    maker.complaints.push(Complaint::new(Code::YamlSyntax, at..at, error.info()));
                    return (None, maker.complaints);
                }
            };
            if matches!(event, Event::DocumentStart(_)) {
                documents += 1;
            }
            let range = maker.range(span);
            if documents > 1 {
                let complaint = Complaint::new(Code::YamlSyntax, range, "a second document begins here").help("remove the line `---` or `...`");
                maker.complaints.push(complaint);
                return (None, maker.complaints);
            }
            if maker.take(event, range).is_none() {
                return (None, maker.complaints);
            }
        }
        (Some(maker.tree), maker.complaints)
    }
}

/// A list or mapping whose end has not come.
struct Open {
    id: usize,
    start: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Mapping(Vec<(Node, Node)>, Option<Node>),
}

struct Maker<'t> {
    yaml: &'t str,
    base: usize,
    /// Byte offset of each character, where the text is not ASCII: the parser counts characters.
    offsets: Vec<usize>,
    next_id: usize,
    open: Vec<Open>,
    tree: Tree,
    complaints: Vec<Complaint>,
}

impl<'t> Maker<'t> {
    fn new(yaml: &'t str, base: usize) -> Self {
        let offsets = if yaml.is_ascii() { Vec::new() } else { yaml.char_indices().map(|(at, _)| at).collect() };
        Self { yaml, base, offsets, next_id: 0, open: Vec::new(), tree: Tree::default(), complaints: Vec::new() }
    }

    fn offset(&self, marker: Marker) -> usize {
        let at = if self.offsets.is_empty() { marker.index() } else { self.offsets.get(marker.index()).copied().unwrap_or(self.yaml.len()) };
        self.base + at.min(self.yaml.len())
    }

    /// The bytes of `span`, without blanks and line ends behind them.
    fn range(&self, span: Span) -> Range<usize> {
        let (start, end) = (self.offset(span.start), self.offset(span.end));
        let covered = self.yaml.get(start - self.base..end.max(start) - self.base).unwrap_or_default();
        start..start + covered.trim_end().len()
    }

    /// Takes one event of the parser. `None` if the rest is not to be read.
    fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Option<()> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_reference(anchor > 0 || tag.is_some(), &range);
                let form = if style == ScalarStyle::Plain { Form::Plain } else { Form::Quoted };
                self.close(range, Value::Scalar(text.into_owned(), form), None);
            }
            Event::Alias(_) => {
                self.refuse_reference(true, &range);
                let text = self.yaml.get(range.start - self.base..range.end - self.base).unwrap_or_default().to_owned();
                self.close(range, Value::Scalar(text, Form::Plain), None);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_reference(anchor > 0 || tag.is_some(), &range);
                self.begin(range, Content::List(Vec::new()))?;
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_reference(anchor > 0 || tag.is_some(), &range);
                self.begin(range, Content::Mapping(Vec::new(), None))?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(&range),
            _ => {}
        }
        Some(())
    }

    fn refuse_reference(&mut self, is_reference: bool, range: &Range<usize>) {
        if is_reference {
            let complaint = Complaint::new(Code::YamlSyntax, range.clone(), "anchors (`&`), aliases (`*`) and tags (`!`) of YAML are not read");
            self.complaints.push(complaint.help("write the value out; a text that begins with such a sign stands in quotes"));
        }
    }

    fn begin(&mut self, range: Range<usize>, content: Content) -> Option<()> {
        if self.open.len() >= DEEPEST {
            let message = format!("lists and mappings stand in one another more than {DEEPEST} deep");
            self.complaints.push(Complaint::new(Code::YamlSyntax, range, message).help("write it flatter"));
            return None;
        }
        let id = self.new_id();
        self.open.push(Open { id, start: range.start, content });
        Some(())
    }

    fn end(&mut self, range: &Range<usize>) {
        let Some(Open { id, start, content }) = self.open.pop() else { return };
        // A block ends where its last value does; the parser sees its end only at what follows.
        let (last, value) = match content {
            Content::List(items) => (items.last().map(|item| item.range.end), Value::List(items)),
            Content::Mapping(entries, _) => {
                self.refuse_duplicates(&entries);
                self.tree.note_positions(id, &entries);
                (entries.last().map(|(key, value)| value.range.end.max(key.range.end)), Value::Mapping(entries))
            }
        };
        let closed_by_bracket = self.yaml.get(range.start - self.base..).is_some_and(|rest| rest.starts_with([']', '}'])) && range.end > range.start;
        let end = if closed_by_bracket { range.end } else { last.unwrap_or(range.end) };
        self.close(start..end.max(start), value, Some(id));
    }

    /// Adds a finished value to what it stands in.
    fn close(&mut self, mut range: Range<usize>, value: Value, id: Option<usize>) {
        let id = id.unwrap_or_else(|| self.new_id());
        if range.is_empty()
            && let Some(Open { content: Content::Mapping(_, Some(key)), .. }) = self.open.last()
        {
            // An empty value stands wherever the parser noticed; behind its key is where it belongs.
            range = key.range.end..key.range.end;
        }
        let node = Node { id, range, value };
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.tree.root = Some(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Mapping(entries, key @ Some(_))) => entries.extend(key.take().map(|key| (key, node))),
            Some(Content::Mapping(_, key)) => *key = Some(node),
        }
    }

    /// Complains of keys given twice, and of merge keys; the second one is passed over.
    fn refuse_duplicates(&mut self, entries: &[(Node, Node)]) {
        let mut first: BTreeMap<&str, &Node> = BTreeMap::new();
        for (key, _) in entries {
            let Value::Scalar(text, form) = &key.value else {
                self.complaints.push(Complaint::new(Code::YamlSyntax, key.range.clone(), "a key must be a text").help("write it as `key: value`"));
                self.tree.passed_over.insert(key.id);
                continue;
            };
            if text == "<<" && *form == Form::Plain {
                self.complaints
                    .push(Complaint::new(Code::YamlSyntax, key.range.clone(), "merge keys (`<<`) of YAML are not read").help("write the values out"));
                self.tree.passed_over.insert(key.id);
            } else if let Some(earlier) = first.get(text.as_str()) {
                let mut complaint =
                    Complaint::new(Code::DuplicateKey, key.range.clone(), format!("the key `{text}` is given twice")).help("keep one of the two");
                complaint.other = Some((earlier.range.clone(), "it is given here first".to_owned()));
                self.complaints.push(complaint);
                self.tree.passed_over.insert(key.id);
            } else {
                first.insert(text, key);
            }
        }
    }

    fn new_id(&mut self) -> usize {
        self.next_id += 1;
        self.next_id
    }
}

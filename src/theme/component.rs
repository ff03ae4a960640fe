//! Components of a theme as its documentation lists them.

use tera::ComponentInfo;

/// A component: `{{<name argument="..." />}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// What it shows: the text `doc` of its definition; may be empty.
    pub about: String,
    /// Its arguments, those that must be given first, then by name: `title: string`, `level: integer = 2`.
    pub arguments: Vec<String>,
}

impl Component {
    pub(super) fn new(name: &str, definition: &ComponentInfo) -> Self {
        let about = definition.metadata().get("doc").and_then(|doc| doc.as_str()).unwrap_or_default().to_owned();
        let argument = |argument: &tera::ComponentArg| {
            let kind = argument.arg_type().map_or(String::new(), |kind| format!(": {}", kind.as_str()));
            let default = argument.default().map_or(String::new(), |value| match value.as_str() {
                Some(text) => format!(" = \"{text}\""),
                None => format!(" = {value}"),
            });
            format!("{}{kind}{default}", argument.name())
        };
        // What is taken from around, such as the words, nobody gives.
        let mut arguments: Vec<&tera::ComponentArg> = definition.args().iter().filter(|argument| !argument.is_implicit()).collect();
        arguments.sort_by_key(|argument| !argument.is_required());
        Self { name: name.to_owned(), about, arguments: arguments.into_iter().map(argument).collect() }
    }
}

//! What a template gives names to: loops, `set`, and components with the calls of them, read from its tags.
//! `meanings` finds out what the names hold.

use std::ops::Range;

use super::tags::{Kind, Named, Tag, Token, value};

/// The names that one template gives a meaning.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Bindings {
    pub(super) names: Vec<Binding>,
    pub(super) components: Vec<Definition>,
    pub(super) calls: Vec<Call>,
}

/// A name that a loop or `set` gives a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Binding {
    pub(super) name: String,
    /// Where the value is named.
    pub(super) at: usize,
    pub(super) value: Expression,
    /// The text of the loop whose variable it is: it holds there alone. `None` of one that is set.
    pub(super) within: Option<Range<usize>>,
}

/// What stands where a value is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    /// A value with its fields, `guide.reviewed`.
    Path(Vec<Named>),
    /// Each item of such a value.
    ItemsOf(Vec<Named>),
    /// A text in quotes.
    Text,
    /// Anything else.
    Other,
}

/// A component.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) name: String,
    pub(super) parameters: Vec<Parameter>,
    /// Its text. It sees nothing but its arguments and what is bound here.
    pub(super) body: Range<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parameter {
    pub(super) name: String,
    /// `@name`: taken from around the call.
    pub(super) is_implicit: bool,
    pub(super) default: Option<Expression>,
}

/// A use of a component.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Call {
    pub(super) component: String,
    pub(super) at: usize,
    pub(super) arguments: Vec<(String, Expression)>,
    /// Whether a map gives arguments too, `{...map}`.
    pub(super) spreads: bool,
}

/// Reads all tags of `text`.
pub(super) fn bindings(text: &str, tags: &[Tag]) -> Bindings {
    let mut found = Bindings::default();
    // Loops whose end is still to come, by their place in `names`: a loop with a key has two.
    let mut open: Vec<Range<usize>> = Vec::new();
    for tag in tags {
        let words = Words { text, tokens: &tag.tokens };
        let (begins, ends) = (tag.range.start, tag.range.end);
        calls(&words, &mut found.calls);
        let first = found.names.len();
        match words.said(0) {
            "for" if tag.is_statement => {
                found.names.extend(loop_variables(&words, 1, ends..text.len()));
                open.push(first..found.names.len());
            }
            "endfor" if tag.is_statement => {
                let closed = open.pop().and_then(|names| found.names.get_mut(names));
                for within in closed.into_iter().flatten().filter_map(|it| it.within.as_mut()) {
                    within.end = begins;
                }
            }
            "set" | "set_global" if tag.is_statement => {
                let value = if words.said(2) == "=" { words.expression(3, tag.tokens.len()) } else { Expression::Other };
                found.names.push(Binding { name: words.said(1).to_owned(), at: begins, value, within: None });
            }
            "component" if tag.is_statement => {
                let parameters = parameters(&words);
                found.components.push(Definition { name: words.said(1).to_owned(), parameters, body: ends..text.len() });
            }
            "endcomponent" if tag.is_statement => {
                if let Some(it) = found.components.last_mut() {
                    it.body.end = begins;
                }
            }
            _ => {
                // `[item.path for item in items]`: what its name holds is left to the engine.
                let at = (1..tag.tokens.len()).filter(|at| words.said(*at) == "for");
                let variables = at.flat_map(|at| loop_variables(&words, at + 1, tag.range.clone()));
                found.names.extend(variables.map(|it| Binding { value: Expression::Other, ..it }));
            }
        }
    }
    found
}

/// `item in items` or `key, item in items`, from the token `from`.
fn loop_variables(words: &Words, from: usize, within: Range<usize>) -> Vec<Binding> {
    let Some(to) = (from..words.tokens.len()).find(|at| words.said(*at) == "in") else { return Vec::new() };
    let names: Vec<&Token> = words.tokens.get(from..to).into_iter().flatten().filter(|it| it.kind == Kind::Word).collect();
    let items = match words.expression(to + 1, words.tokens.len()) {
        // Of a key and an item both come from a map.
        Expression::Path(path) if names.len() == 1 => Expression::ItemsOf(path),
        _ => Expression::Other,
    };
    let binding = |it: &&Token| Binding { name: words.of(it).to_owned(), at: it.range.start, value: items.clone(), within: Some(within.clone()) };
    names.iter().map(binding).collect()
}

/// `name(title: string, card, @words: map, level: integer = 2)`.
fn parameters(words: &Words) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    let mut depth = 0;
    for (at, token) in words.tokens.iter().enumerate().skip(2) {
        match words.of(token) {
            "(" | "[" | "{" => depth += 1,
            ")" if depth == 1 => break,
            ")" | "]" | "}" => depth -= 1,
            name if depth == 1 && token.kind == Kind::Word && matches!(words.said(at - 1), "(" | "," | "@") => {
                let end = words.end_of_argument(at + 1);
                let default = (at + 1..end).find(|it| words.said(*it) == "=").map(|it| words.expression(it + 1, end));
                parameters.push(Parameter { name: name.to_owned(), is_implicit: words.said(at - 1) == "@", default });
            }
            _ => {}
        }
    }
    parameters
}

/// Every `<name argument={value} other="text" third ...`.
fn calls(words: &Words, calls: &mut Vec<Call>) {
    for (at, pair) in words.tokens.windows(2).enumerate() {
        let [bracket, name] = pair else { continue };
        if words.of(bracket) != "<" || name.kind != Kind::Word || bracket.range.end != name.range.start {
            continue;
        }
        let mut call = Call { component: words.of(name).to_owned(), at: name.range.start, arguments: Vec::new(), spreads: false };
        let mut next = at + 2;
        while let Some(token) = words.tokens.get(next) {
            match (token.kind, words.of(token), words.said(next + 1), words.said(next + 2)) {
                (Kind::Word, name, "=", "{") => {
                    let end = words.end_of_braces(next + 2);
                    call.arguments.push((name.to_owned(), words.expression(next + 3, end)));
                    next = end + 1;
                }
                (Kind::Word, name, "=", _) => {
                    call.arguments.push((name.to_owned(), Expression::Text));
                    next += 3;
                }
                (Kind::Word, name, ..) => {
                    call.arguments.push((name.to_owned(), words.expression(next, next + 1)));
                    next += 1;
                }
                (Kind::Sign, "{", ..) => {
                    call.spreads = true;
                    next = words.end_of_braces(next) + 1;
                }
                _ => break,
            }
        }
        calls.push(call);
    }
}

/// The tokens of a tag with what they say.
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Words<'a> {
    fn of(&self, token: &Token) -> &'a str {
        self.text.get(token.range.clone()).unwrap_or("")
    }

    /// What the token says that is no text in quotes; empty of those and behind the last.
    fn said(&self, at: usize) -> &'a str {
        self.tokens.get(at).filter(|it| it.kind != Kind::Text).map_or("", |it| self.of(it))
    }

    /// The value that the tokens `from..to` give.
    fn expression(&self, from: usize, to: usize) -> Expression {
        let tokens = self.tokens.get(from..to).unwrap_or_default();
        match tokens {
            [only] if only.kind == Kind::Text => Expression::Text,
            [first, ..] if first.kind == Kind::Word => match value(self.text, tokens, 0) {
                (path, end) if end == tokens.len() => Expression::Path(path),
                _ => Expression::Other,
            },
            _ => Expression::Other,
        }
    }

    /// The token that ends what begins at `from`: a comma or a bracket of the list around it.
    fn end_of_argument(&self, from: usize) -> usize {
        self.end(from, 0, |said, depth| depth == 0 && matches!(said, "," | ")"))
    }

    /// The brace that closes the one at `open`.
    fn end_of_braces(&self, open: usize) -> usize {
        self.end(open + 1, 1, |said, depth| depth == 1 && said == "}")
    }

    fn end(&self, from: usize, mut depth: usize, is_end: impl Fn(&str, usize) -> bool) -> usize {
        for at in from..self.tokens.len() {
            let said = self.said(at);
            if is_end(said, depth) {
                return at;
            }
            match said {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        self.tokens.len()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tags::tags;
    use super::*;

    fn read(text: &str) -> Bindings {
        bindings(text, &tags(text).collect::<Vec<_>>())
    }

    fn shown(value: &Expression) -> String {
        let path = |path: &[Named]| path.iter().map(|it| it.name.as_str()).collect::<Vec<_>>().join(".");
        match value {
            Expression::Path(it) => path(it),
            Expression::ItemsOf(it) => format!("{}[]", path(it)),
            Expression::Text => "\"\"".to_owned(),
            Expression::Other => "?".to_owned(),
        }
    }

    #[test]
    fn loops_and_sets_give_names_values() {
        let check = |text: &str, expected: &[&str]| {
            let names = read(text).names;
            let shown: Vec<String> = names
                .iter()
                .map(|it| {
                    format!("{} = {}{}", it.name, shown(&it.value), it.within.clone().map_or(String::new(), |it| format!(" in `{}`", text.get(it).unwrap())))
                })
                .collect();
            assert_eq!(shown, expected, "{text}");
        };
        check("{% for a in b.c %}x{% for d in a?.e %}y{% endfor %}z{% endfor %}", &["a = b.c[] in `x{% for d in a?.e %}y{% endfor %}z`", "d = a.e[] in `y`"]);
        check(
            "{% for k, v in map %}{% endfor %}{% for x in a | sort %}{% endfor %}{% for y in a[0] %}",
            &["k = ? in ``", "v = ? in ``", "x = ? in ``", "y = ? in ``"],
        );
        check("{% set a = b.c %}{% set d = \"x\" %}{% set e %}x{% endset %}{% set f = a.b or c %}", &["a = b.c", "d = \"\"", "e = ?", "f = ?"]);
        check("{{ [x.y for x in z] }}", &["x = ? in `{{ [x.y for x in z] }}`"]);
    }

    #[test]
    fn components_have_parameters_and_calls_give_them_arguments() {
        let found = read(
            "{% component ui.card(card: map, level: integer = 2, parts = [1, {\"a\": b}], kind = \"x\", @words: map, ...rest) {\"doc\": \"A (card).\"} %}x{% endcomponent %}y",
        );
        let [definition] = found.components.as_slice() else { panic!("{found:?}") };
        let parameters: Vec<String> = definition
            .parameters
            .iter()
            .map(|it| format!("{}{} {}", if it.is_implicit { "@" } else { "" }, it.name, it.default.as_ref().map_or(String::new(), shown)))
            .collect();
        assert_eq!((definition.name.as_str(), parameters.join(", ").as_str()), ("ui.card", "card , level ?, parts ?, kind \"\", @words "));
        let called = |text: &str| {
            let calls = read(text).calls;
            let shown = calls.iter().map(|call| {
                let arguments: Vec<String> = call.arguments.iter().map(|(name, value)| format!("{name}={}", shown(value))).collect();
                format!("{}({}){}", call.component, arguments.join(", "), if call.spreads { "..." } else { "" })
            });
            shown.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(called("{{<card card={a.b} x={ {\"y\": 1} } title=\"t\" page />}}"), "card(card=a.b, x=?, title=\"\", page=page)");
        assert_eq!(called("{% <ui.box {...map} a={b[0]}> %}{{<c />}}{% </ui.box> %}"), "ui.box(a=?)... c()");
        assert_eq!(called("{% if a < b %}{{ '<c />' }}"), "");
    }

    #[test]
    fn malformed_tags_are_read_as_far_as_they_go() {
        for text in [
            "{% for %}",
            "{% for x %}{% endfor %}{% endfor %}",
            "{% set %}",
            "{% component %}",
            "{% component a( %}",
            "{{<a b={ />}}",
            "{{<a b= />}}",
            "{% endcomponent %}",
        ] {
            read(text);
        }
    }
}

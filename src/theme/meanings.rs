//! What the names in templates hold, as shapes of views: values of pages, and what loops, `set` and calls of components make
//! of them. What cannot be told is anything, so that `fields` is silent about it.

use std::collections::{BTreeMap, BTreeSet};
use std::ptr;

use serde_json::Value;

use super::bindings::{Call, Definition, Expression};
use super::scan::Scan;
use super::shapes::{Shapes, is_open, items, step};
use super::tags::Named;

/// What a name may hold.
#[derive(Debug, Clone)]
pub(super) enum Held<'s> {
    /// One of these shapes; none of them while nothing is known to give it a value.
    One(Vec<&'s Value>),
    Anything,
}

/// What gives a name its value, by places in the lists of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Giver<'s> {
    /// A loop or `set`.
    Binding(&'s str, usize),
    /// A parameter of a component.
    Parameter(&'s str, usize, usize),
}

/// What every name in the templates of a theme holds.
pub(super) struct Meanings<'s> {
    shapes: &'s Shapes,
    scans: &'s BTreeMap<&'s str, Scan>,
    /// For each template those that it is part of or takes in: they share names.
    related: BTreeMap<&'s str, BTreeSet<&'s str>>,
    held: BTreeMap<Giver<'s>, Held<'s>>,
}

impl<'s> Meanings<'s> {
    pub(super) fn new(shapes: &'s Shapes, scans: &'s BTreeMap<&'s str, Scan>) -> Self {
        let related = scans.keys().map(|name| (*name, related(name, scans))).collect();
        let mut meanings = Self { shapes, scans, related, held: BTreeMap::new() };
        // What a name holds follows from what others hold, in circles too: each round adds what the last one found.
        while meanings.learn() {}
        meanings
    }

    /// What `path` in `template` leads through: what its name holds, then what stands at each of its fields. Ends with the first that
    /// nobody has, or before the first that may be anything.
    pub(super) fn along(&self, template: &'s str, path: &[Named]) -> Vec<Vec<&'s Value>> {
        let Some(name) = path.first() else { return Vec::new() };
        let Held::One(shapes) = self.of(template, &name.name, name.range.start) else { return Vec::new() };
        if shapes.is_empty() {
            return Vec::new();
        }
        let mut found = vec![shapes];
        for field in path.iter().skip(1) {
            let here = found.last().into_iter().flatten();
            let next: Vec<&Value> = here.filter_map(|shape| step(shape, &field.name)).flat_map(|shape| self.shapes.alternatives(shape)).collect();
            if next.iter().any(|shape| is_open(shape)) {
                break;
            }
            let is_nobodys = next.is_empty();
            found.push(next);
            if is_nobodys {
                break;
            }
        }
        found
    }

    /// What `name` holds at the byte `at` of `template`.
    fn of(&self, template: &'s str, name: &str, at: usize) -> Held<'s> {
        let Some(scan) = self.scans.get(template) else { return Held::Anything };
        let inside = component_at(scan, at);
        let mut givers = Vec::new();
        let own = scan.bindings.names.iter().enumerate().filter(|(_, it)| it.name == name && component_at(scan, it.at).map(|it| it.0) == inside.map(|it| it.0));
        let (loops, sets): (Vec<_>, Vec<_>) = own.partition(|(_, it)| it.within.is_some());
        givers.extend(sets.iter().map(|(at, _)| Giver::Binding(template, *at)));
        let around = loops.iter().filter(|(_, it)| it.within.as_ref().is_some_and(|within| within.contains(&at)));
        let innermost = around.max_by_key(|(_, it)| it.within.as_ref().map(|within| within.start));
        givers.extend(innermost.map(|(at, _)| Giver::Binding(template, *at)));
        let mut shapes = Vec::new();
        match inside {
            Some((component, definition)) if innermost.is_none() => {
                let parameter = definition.parameters.iter().position(|it| it.name == name);
                givers.extend(parameter.map(|at| Giver::Parameter(template, component, at)));
            }
            None => {
                let others = self.related.get(template).into_iter().flatten().filter(|other| **other != template);
                let others = others.filter_map(|other| Some((*other, self.scans.get(other)?)));
                givers.extend(others.flat_map(|(other, scan)| {
                    let shared = scan.bindings.names.iter().enumerate().filter(|(_, it)| it.name == name && component_at(scan, it.at).is_none());
                    shared.filter(|(_, it)| it.within.is_none() || innermost.is_none()).map(move |(at, _)| Giver::Binding(other, at))
                }));
                shapes.extend(self.shapes.root(template, name).filter(|_| innermost.is_none()).into_iter().flat_map(|root| self.shapes.alternatives(root)));
            }
            Some(_) => {}
        }
        if givers.is_empty() && shapes.is_empty() {
            return Held::Anything;
        }
        givers.iter().filter_map(|giver| self.held.get(giver)).fold(Held::One(shapes), Held::or)
    }

    /// Adds what follows from what is known; whether it was anything new.
    fn learn(&mut self) -> bool {
        let mut is_new = false;
        for (giver, held) in self.given() {
            let known = self.held.get(&giver).cloned().unwrap_or(Held::One(Vec::new()));
            let now = known.clone().or(&held);
            is_new |= now.size() != known.size();
            self.held.insert(giver, now);
        }
        is_new
    }

    /// What loops, `set` and calls give, as far as is known.
    fn given(&self) -> Vec<(Giver<'s>, Held<'s>)> {
        let mut given = Vec::new();
        for (template, scan) in self.scans {
            for (at, binding) in scan.bindings.names.iter().enumerate() {
                given.push((Giver::Binding(template, at), self.value(template, &binding.value, binding.at)));
            }
            for call in &scan.bindings.calls {
                given.extend(self.arguments(template, call));
            }
        }
        given
    }

    /// What a call gives to each parameter of its component.
    fn arguments(&self, template: &'s str, call: &'s Call) -> Vec<(Giver<'s>, Held<'s>)> {
        let defined = self.scans.iter().flat_map(|(name, scan)| scan.bindings.components.iter().enumerate().map(move |(at, it)| (*name, at, it)));
        let mut given = Vec::new();
        for (home, component, definition) in defined.filter(|(.., it)| it.name == call.component) {
            for (at, parameter) in definition.parameters.iter().enumerate() {
                let argument = call.arguments.iter().find(|(name, _)| *name == parameter.name);
                let held = match (argument, &parameter.default) {
                    (Some((_, value)), _) => self.value(template, value, call.at),
                    _ if call.spreads => Held::Anything,
                    _ if parameter.is_implicit => self.of(template, &parameter.name, call.at),
                    (None, Some(value)) => self.value(home, value, definition.body.start),
                    (None, None) => continue,
                };
                given.push((Giver::Parameter(home, component, at), held));
            }
        }
        given
    }

    /// What the value that stands at the byte `at` of `template` is.
    fn value(&self, template: &'s str, value: &Expression, at: usize) -> Held<'s> {
        let path = match value {
            Expression::Path(path) | Expression::ItemsOf(path) => path,
            Expression::Text => return Held::One(vec![self.shapes.text()]),
            Expression::Other => return Held::Anything,
        };
        let Some(name) = path.first() else { return Held::Anything };
        if matches!(self.of(template, &name.name, at), Held::Anything) {
            return Held::Anything;
        }
        let found = self.along(template, path);
        // Less than the whole path: nothing is known yet, or what stands there may be anything.
        let shapes = match found.last() {
            None => return Held::One(Vec::new()),
            Some(last) if last.is_empty() => return Held::One(Vec::new()),
            Some(_) if found.len() < path.len() => return Held::Anything,
            Some(last) => last.clone(),
        };
        if !matches!(value, Expression::ItemsOf(_)) {
            return Held::One(shapes);
        }
        let each = shapes.into_iter().map(|shape| items(shape).map(|items| self.shapes.alternatives(items)));
        let each: Option<Vec<_>> = each.collect();
        each.map_or(Held::Anything, |each| Held::One(Vec::new()).or(&Held::One(each.concat())))
    }
}

impl Held<'_> {
    /// What is held if either is.
    fn or(self, other: &Self) -> Self {
        let (Self::One(mut shapes), Self::One(more)) = (self, other) else { return Self::Anything };
        for shape in more {
            if is_open(shape) {
                return Self::Anything;
            }
            if !shapes.iter().any(|it| ptr::eq(*it, *shape)) {
                shapes.push(shape);
            }
        }
        Self::One(shapes)
    }

    /// Grows with what may be held.
    fn size(&self) -> usize {
        match self {
            Self::One(shapes) => shapes.len(),
            Self::Anything => usize::MAX,
        }
    }
}

/// The component whose text holds the byte `at`, and its place among those of its template.
fn component_at(scan: &Scan, at: usize) -> Option<(usize, &Definition)> {
    scan.bindings.components.iter().enumerate().find(|(_, it)| it.body.contains(&at))
}

/// The template itself, those that it is part of and those that it takes in.
fn related<'s>(template: &'s str, scans: &'s BTreeMap<&'s str, Scan>) -> BTreeSet<&'s str> {
    let refers = |from: &str, to: &str| scans.get(from).is_some_and(|scan| scan.references.iter().any(|it| it.name == to));
    let reached = |next: &dyn Fn(&str, &str) -> bool| {
        let mut seen = BTreeSet::from([template]);
        let mut todo = vec![template];
        while let Some(name) = todo.pop() {
            todo.extend(scans.keys().copied().filter(|other| next(name, other)).filter(|other| seen.insert(other)).collect::<Vec<_>>());
        }
        seen
    };
    let (above, below) = (reached(&|name, other| refers(other, name)), reached(&|name, other| refers(name, other)));
    above.union(&below).copied().collect()
}

//! Last input, last answer: what makes a rebuild fast without a second way to build.
//!
//! A stage is a plain function, never a closure: it can see nothing but the input that it is compared by, so an equal input
//! has an equal answer. Values that stages share stand in an `Arc`, which compares by its place first and by its value only if
//! the places differ; an answer that is equal to the last one *is* the last one, so that the next stage sees the same place
//! ([`Settle`]), and may look at nothing else ([`Same`]).
//!
//! For n keys a round is linear: the inputs come sorted, and the last round is walked beside them.

use std::cmp::Ordering;
use std::ops::Deref;
use std::sync::Arc;

use rayon::prelude::*;

/// An answer that can stay the last one where nothing differs.
pub trait Settle {
    /// `last`, or those parts of it that are equal to this; the rest as it is.
    #[must_use]
    fn settle(self, last: &Self) -> Self;
}

impl<T: Eq> Settle for Arc<T> {
    fn settle(self, last: &Self) -> Self {
        if self == *last { last.clone() } else { self }
    }
}

impl<T: Settle> Settle for Option<T> {
    fn settle(self, last: &Self) -> Self {
        match (self, last) {
            (Some(new), Some(last)) => Some(new.settle(last)),
            (new, _) => new,
        }
    }
}

impl<A: Settle, B: Settle> Settle for (A, B) {
    fn settle(self, last: &Self) -> Self {
        (self.0.settle(&last.0), self.1.settle(&last.1))
    }
}

impl<A: Settle, B: Settle, C: Settle> Settle for (A, B, C) {
    fn settle(self, last: &Self) -> Self {
        (self.0.settle(&last.0), self.1.settle(&last.1), self.2.settle(&last.2))
    }
}

/// A value that is made anew each time, at no cost worth remembering, and stays the last one where it is equal.
#[derive(Debug)]
pub struct Kept<T>(Option<T>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Settle + Clone> Kept<T> {
    /// `new`, or the last value if it is equal.
    pub fn settle(&mut self, new: T) -> T {
        let settled = match &self.0 {
            Some(last) => new.settle(last),
            None => new,
        };
        self.0 = Some(settled.clone());
        settled
    }
}

/// A settled value that is compared by its place alone: at another place stands another value. Comparing a large value by all
/// that it holds, once for each of many keys, would take the square of their number.
#[derive(Debug)]
pub struct Same<T>(Arc<T>);

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Eq for Same<T> {}

impl<T> Same<T> {
    /// The value, to be held by what a stage answers.
    pub fn shared(&self) -> &Arc<T> {
        &self.0
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<&Arc<T>> for Same<T> {
    fn from(value: &Arc<T>) -> Self {
        Self(value.clone())
    }
}

/// A stage with one input.
#[derive(Debug)]
pub struct Once<I, A>(Option<(I, A)>);

impl<I, A> Default for Once<I, A> {
    fn default() -> Self {
        Self(None)
    }
}

impl<I: PartialEq, A: Settle + Clone> Once<I, A> {
    /// What `stage` says of `input`; what it said the last time if the input was the same.
    pub fn answer(&mut self, input: I, stage: fn(&I) -> A) -> A {
        let answer = match &self.0 {
            Some((last, answer)) if *last == input => answer.clone(),
            Some((_, last)) => stage(&input).settle(last),
            None => stage(&input),
        };
        self.0 = Some((input, answer.clone()));
        answer
    }
}

/// A stage with one input for each of many keys.
#[derive(Debug)]
pub struct Each<K, I, A>(Vec<Entry<K, I, A>>);

/// One key of a stage.
#[derive(Debug)]
pub struct Entry<K, I, A> {
    /// The key.
    pub key: K,
    /// What the stage was asked last.
    pub input: I,
    /// What it said.
    pub answer: A,
    /// Whether it was asked in this round, rather than remembered.
    pub is_fresh: bool,
}

impl<K, I, A> Default for Each<K, I, A> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord + Send + Sync, I: PartialEq + Send + Sync, A: Settle + Send + Sync> Each<K, I, A> {
    /// What `stage` says of every input, by key; what it said the last time of a key whose input was the same.
    ///
    /// `inputs` must be sorted by key, each key once. Keys that are not among them are forgotten.
    pub fn answers(&mut self, inputs: Vec<(K, I)>, stage: fn(&K, &I) -> A) -> &[Entry<K, I, A>] {
        self.ask(inputs, |key, input, _| stage(key, input))
    }

    /// The same for a stage that takes over what it can of its last answer to another input: it must come to what it would
    /// have come to without.
    pub fn answers_beside(&mut self, inputs: Vec<(K, I)>, stage: fn(&K, &I, Option<&A>) -> A) -> &[Entry<K, I, A>] {
        self.ask(inputs, stage)
    }

    /// A stage that remembers answers which were not asked for here, sorted by key, each key once. They must be what it would say.
    pub fn knowing(known: Vec<(K, I, A)>) -> Self {
        Self(known.into_iter().map(|(key, input, answer)| Entry { key, input, answer, is_fresh: false }).collect())
    }

    /// The keys that were asked in the last round.
    pub fn fresh(&self) -> impl Iterator<Item = &Entry<K, I, A>> {
        self.0.iter().filter(|it| it.is_fresh)
    }

    fn ask(&mut self, inputs: Vec<(K, I)>, stage: impl Fn(&K, &I, Option<&A>) -> A + Sync) -> &[Entry<K, I, A>] {
        let last = std::mem::take(&mut self.0);
        let asked: Vec<(K, I, Known<A>)> = beside(inputs, last);
        self.0 = asked
            .into_par_iter()
            .map(|(key, input, known)| {
                let (answer, is_fresh) = match known {
                    Known::Same(answer) => (answer, false),
                    Known::Other(last) => (stage(&key, &input, Some(&last)).settle(&last), true),
                    Known::Nothing => (stage(&key, &input, None), true),
                };
                Entry { key, input, answer, is_fresh }
            })
            .collect();
        &self.0
    }
}

/// What is known of a key from the last round.
enum Known<A> {
    /// The answer to the same input.
    Same(A),
    /// The answer to another input.
    Other(A),
    Nothing,
}

/// Every input with what is known of its key; both lists are sorted by it.
fn beside<K: Ord, I: PartialEq, A>(inputs: Vec<(K, I)>, last: Vec<Entry<K, I, A>>) -> Vec<(K, I, Known<A>)> {
    let mut last = last.into_iter().peekable();
    let with_known = |(key, input): (K, I)| {
        while last.next_if(|entry| entry.key < key).is_some() {}
        let known = match last.next_if(|entry| entry.key.cmp(&key) == Ordering::Equal) {
            Some(entry) if entry.input == input => Known::Same(entry.answer),
            Some(entry) => Known::Other(entry.answer),
            None => Known::Nothing,
        };
        (key, input, known)
    };
    inputs.into_iter().map(with_known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(text: &&'static str) -> Arc<usize> {
        Arc::new(text.len())
    }

    #[test]
    fn an_equal_input_has_the_last_answer_and_an_equal_answer_stays_in_its_place() {
        let mut stage = Once::default();
        let first = stage.answer("abc", length);
        assert!(Arc::ptr_eq(&first, &stage.answer("abc", length)));
        assert!(Arc::ptr_eq(&first, &stage.answer("xyz", length)), "another input with an equal answer");
        assert_eq!(*stage.answer("ab", length), 2);
    }

    #[test]
    fn only_keys_whose_input_differs_are_asked_and_others_are_forgotten() {
        let mut stage: Each<u8, &'static str, Arc<usize>> = Each::default();
        let mut check = |inputs: &[(u8, &'static str)], fresh: &[u8], answers: &[usize]| {
            let entries = stage.answers(inputs.to_vec(), |_, text| length(text));
            assert_eq!(entries.iter().filter(|it| it.is_fresh).map(|it| it.key).collect::<Vec<_>>(), fresh);
            assert_eq!(entries.iter().map(|it| *it.answer).collect::<Vec<_>>(), answers);
        };
        check(&[(1, "a"), (3, "abc"), (5, "ab")], &[1, 3, 5], &[1, 3, 2]);
        check(&[(1, "a"), (3, "abc"), (5, "ab")], &[], &[1, 3, 2]);
        check(&[(0, "abcd"), (3, "x"), (5, "ab")], &[0, 3], &[4, 1, 2]);
        check(&[(1, "a"), (3, "x")], &[1], &[1, 1]);
        check(&[], &[], &[]);
    }

    #[test]
    fn a_value_made_anew_stays_where_it_is_equal() {
        let mut kept = Kept::default();
        let first = kept.settle(Arc::new("a".to_owned()));
        assert!(Arc::ptr_eq(&first, &kept.settle(Arc::new("a".to_owned()))));
        assert_eq!(*kept.settle(Arc::new("b".to_owned())), "b");
    }
}

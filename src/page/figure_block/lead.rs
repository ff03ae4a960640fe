//! What figures say, in a sentence.

use crate::fact::{Fact, Number, Period, Value, phrase};
use crate::figures::of_block;
use crate::guide::body::{FigureBlock, escaped};
use crate::page::figure::Notes;
use crate::page::given::Given;
use crate::page::words;
use crate::words::Words;

/// How the number of jobs is foreseen to change, with the words that the publisher has for it.
pub(super) fn outlook(given: &Given, notes: &mut Notes, block: &FigureBlock) -> Option<String> {
    let fact = given.figures.get(&of_block::reference(block, block.occupation.clone(), "growth"))?.clone();
    let sentence = sentence(given.words(), &fact, |number| given.voice.value(&Value::Percent(Number::Exact(number)), None))?;
    Some(format!("{}{}", escaped(&sentence), notes.mark(given, &fact)))
}

fn sentence(words: &Words, fact: &Fact, print: impl Fn(crate::fact::Decimal) -> String) -> Option<String> {
    let growth = fact.value().exact()?;
    let Some(Period::Over { from, to }) = fact.topic.period else { return None };
    let said = fact.topic.period.and_then(|period| phrase(growth, period));
    Some(words::outlook(words, growth.is_negative(), growth.is_zero(), &print(growth.abs()), (from.year(), to.year()), said))
}

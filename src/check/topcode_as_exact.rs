//! A limit that is taken for a value: where wage statistics stop counting, they print `#`, "this or more".

use super::subject::Subject;
use crate::fact::{Currency, Value, top_code};
use crate::problem::{Code, Problem};

/// Every fact of the front matter that gives, as an exact amount of dollars, the limit at which the US wage statistics of its year stop.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, fact) in &subject.figures.own {
        let (Value::Money(_, Currency::USD), Some(exact)) = (fact.value(), fact.value().exact()) else { continue };
        let limit = fact.basis().zip(fact.observed()).and_then(|(basis, observed)| top_code(observed.year(), basis));
        if limit == Some(exact) {
            let message = format!("{exact} is where the wage statistics of that year stop: it means this or more");
            let problem = Problem::new(Code::TopcodeAsExact, subject.fact_place(name, Some("value")), message);
            problems.push(problem.help(format!("write `at_least: {exact}` instead of `value`")));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_limit_of_the_statistics_is_no_value() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            facts:
              pay: { measure: pay, value: 239200, as_of: 2024-05 }
              hour: { measure: pay, per: hour, value: 115, as_of: 2024-05 }
              right: { measure: pay, at_least: 239200, as_of: 2024-05 }
              old: { measure: pay, value: 239200, as_of: 2020-05 }
              pounds: { measure: pay, currency: GBP, value: 239200, as_of: 2024-05 }
            ---
            ",
            "
            error: 115 is where the wage statistics of that year stop: it means this or more
              --> content/a.md:5:43 115
              help: write `at_least: 115` instead of `value`
            error: 239200 is where the wage statistics of that year stop: it means this or more
              --> content/a.md:4:31 239200
              help: write `at_least: 239200` instead of `value`
            ",
        );
    }
}

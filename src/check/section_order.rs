//! Pay told in two sections: of two places that must agree, one will be forgotten.

use super::subject::Subject;
use crate::guide::body::{Heading, SectionKind};
use crate::problem::{Code, Problem};

/// Every section of pay after the first of the guide.
pub(super) fn find(subject: &Subject) -> Vec<Problem> {
    let mut of_pay = subject.manuscript.body.headings.iter().filter(|it| it.level == 2 && it.kind == Some(SectionKind::Pay));
    let Some(first) = of_pay.next().filter(|_| subject.is_guide()) else { return Vec::new() };
    let place = |heading: &Heading| subject.manuscript.text.span(heading.range.clone());
    let problem = |second| {
        let problem = Problem::new(Code::SectionOrder, place(second), "pay is told in a second section").also(place(first), "the first one");
        problem.help("tell of pay in one place, or give this section the kind that it is of, such as `{.kind-outlook}`")
    };
    of_pay.map(problem).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_guide_tells_of_pay_in_one_place() {
        crate::check::fixture::check_problems(
            super::find,
            "
            === content/a.md
            ---
            title: A
            occupation: { name: A }
            ---
            ## Money {.kind-pay}

            ### Salary in hospitals {.kind-pay}

            ## Work {.kind-duties}

            ## More money {.kind-pay}
            === content/about.md
            ---
            title: About
            ---
            ## Money {.kind-pay}

            ## More money {.kind-pay}
            ",
            "
            warning: pay is told in a second section
              --> content/a.md:11:1 ## More money {.kind-pay}
              the first one: content/a.md:5:1 ## Money {.kind-pay}
              help: tell of pay in one place, or give this section the kind that it is of, such as `{.kind-outlook}`
            ",
        );
    }
}

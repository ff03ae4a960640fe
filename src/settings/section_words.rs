//! The English words in a heading that tell the kind of its section.

use crate::guide::body::SectionKind;

/// The built-in words by kind, in lower case. A site's own stand before them.
pub(super) const ENGLISH: &[(SectionKind, &[&str])] = &[
    (
        SectionKind::Duties,
        &["duties", "responsibilities", "what they do", "what does", "what do", "tasks", "day to day", "daily work", "the role", "job description"],
    ),
    (SectionKind::Skills, &["skills", "qualities", "abilities", "competencies", "strengths", "traits"]),
    (
        SectionKind::Education,
        &[
            "education",
            "training",
            "how to become",
            "becoming",
            "requirements",
            "qualifications",
            "certification",
            "certifications",
            "licensing",
            "licensure",
            "degree",
        ],
    ),
    (SectionKind::Pay, &["salary", "salaries", "pay", "wages", "wage", "earnings", "compensation", "how much"]),
    (SectionKind::Outlook, &["outlook", "job growth", "demand", "projections", "job market", "employment growth", "future"]),
    (
        SectionKind::Environment,
        &[
            "work environment",
            "working conditions",
            "work setting",
            "work settings",
            "workplace",
            "where they work",
            "schedule",
            "schedules",
            "work hours",
            "working hours",
        ],
    ),
    (
        SectionKind::Advancement,
        &[
            "advancement",
            "career path",
            "career paths",
            "career ladder",
            "progression",
            "promotion",
            "next steps",
            "specialization",
            "specializations",
            "specialisations",
        ],
    ),
    (SectionKind::Resources, &["resources", "further reading", "associations", "organizations", "organisations", "more information", "useful links"]),
    (SectionKind::Faq, &["faq", "faqs", "frequently asked questions", "common questions", "questions and answers"]),
    (SectionKind::Conclusion, &["conclusion", "summary", "final thoughts", "in short", "bottom line", "takeaways", "wrapping up", "is it right for you"]),
];

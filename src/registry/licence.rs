//! Which licences ask those who use a source for a line of credit.

/// Licences of which pages know what they ask for: a line that names the source, or none.
pub const KNOWN: [&str; 4] = ["public-domain", "cc-by-4.0", "ogl-3.0", "odc-pddl-1.0"];

/// Those of them that ask for a line, which names the publisher.
const CREDITED: [&str; 2] = ["cc-by-4.0", "ogl-3.0"];

/// How the names of licences that ask for a credit begin, without blanks and signs: Creative Commons, Open Data Commons, government licences.
const ASKING: [&str; 8] = ["ccby", "creativecommonsattribution", "odcby", "odbl", "opendatacommonsattribution", "ogl", "opengovernment", "gfdl"];

/// Whether `licence` asks for a line that pages print by themselves.
pub fn is_credited(licence: &str) -> bool {
    CREDITED.contains(&licence)
}

/// Whether `licence` asks for a credit in words that only its publisher knows.
pub fn asks_for_own_words(licence: &str) -> bool {
    let plain: String = licence.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    !KNOWN.contains(&licence) && ASKING.iter().any(|begins| plain.starts_with(begins))
}

//! Placeholder of part A's `reference`, so that the commands that print it can be compiled.

/// The fields of front matter.
pub fn front_matter() -> String {
    String::new()
}

/// The keys of `site.toml`.
pub fn settings() -> String {
    String::new()
}

/// What templates are given.
pub fn views() -> String {
    String::new()
}

/// The JSON Schema of front matter.
pub fn json_schema() -> String {
    format!("{:#}\n", schemars::schema_for!(crate::guide::front_matter::FrontMatter).as_value())
}

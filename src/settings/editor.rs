//! How a problem's place is opened in the author's editor: by an address that the editor has registered with the system.
//! Guidepost runs no program because a page asked for it; the command lines people know are read as the name of their editor.

use std::fmt;

/// Schemes that a browser itself acts on: a link of that kind would run, load or show something rather than open an editor.
const NEVER: [&str; 10] = ["javascript", "data", "vbscript", "blob", "file", "about", "http", "https", "view-source", "mailto"];

/// Programs, the address that opens each at a place.
const KNOWN: [(&[&str], &str); 8] = [
    (&["code", "vscode"], "vscode://file{file}:{line}:{column}"),
    (&["code-insiders"], "vscode-insiders://file{file}:{line}:{column}"),
    (&["codium", "vscodium"], "vscodium://file{file}:{line}:{column}"),
    (&["cursor"], "cursor://file{file}:{line}:{column}"),
    (&["zed", "zeditor"], "zed://file{file}:{line}:{column}"),
    (&["idea", "webstorm", "pycharm", "rustrover"], "idea://open?file={file}&line={line}&column={column}"),
    (&["subl", "sublime"], "subl://open?url=file://{file}&line={line}&column={column}"),
    (&["mate", "textmate"], "txmt://open?url=file://{file}&line={line}&column={column}"),
];

/// An address with places for file, line and column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    template: String,
}

/// Why a text names no editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoEditor {
    /// No editor that we know is called so.
    Unknown,
    /// The address is of a kind that browsers act on themselves.
    Scheme,
    /// The address has no place for the file.
    NoFile,
}

impl Editor {
    /// The editor of `text`: a name (`code`), a command line that begins with one (`code -g {file}:{line}`), or an address with `{file}`.
    pub fn parse(text: &str) -> Result<Self, NoEditor> {
        let text = text.trim();
        if let Some((scheme, _)) = text.split_once("://") {
            let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            if !is_scheme || NEVER.contains(&scheme.to_ascii_lowercase().as_str()) {
                return Err(NoEditor::Scheme);
            }
            return if text.contains("{file}") { Ok(Self { template: text.to_owned() }) } else { Err(NoEditor::NoFile) };
        }
        let program = text.split_whitespace().next().and_then(|word| word.rsplit('/').next()).unwrap_or("");
        let known = KNOWN.iter().find(|(names, _)| names.contains(&program));
        known.map(|(_, template)| Self { template: (*template).to_owned() }).ok_or(NoEditor::Unknown)
    }

    /// The address that opens `file`, an absolute path already fit for an address, at a line and column that count from 1.
    pub fn href(&self, file: &str, line: u64, column: u64) -> String {
        self.template.replace("{line}", &line.to_string()).replace("{column}", &column.to_string()).replace("{file}", file)
    }
}

impl fmt::Display for NoEditor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "no editor that Guidepost knows is called so",
            Self::Scheme => "an address of this kind is acted on by the browser itself",
            Self::NoFile => "the address has no place for the file",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_commands_and_addresses_open_a_place() {
        let open = |text: &str| Editor::parse(text).map(|editor| editor.href("/p/a%20b.md", 3, 7));
        assert_eq!(open("code").as_deref(), Ok("vscode://file/p/a%20b.md:3:7"));
        assert_eq!(open("code -g {file}:{line}").as_deref(), Ok("vscode://file/p/a%20b.md:3:7"));
        assert_eq!(open("/usr/bin/subl").as_deref(), Ok("subl://open?url=file:///p/a%20b.md&line=3&column=7"));
        assert_eq!(open("my-editor://open?{file}#{line}").as_deref(), Ok("my-editor://open?/p/a%20b.md#3"));
    }

    #[test]
    fn what_a_browser_would_act_on_itself_is_no_editor() {
        for (text, why) in [
            ("javascript://%0aalert(1){file}", NoEditor::Scheme),
            ("HTTPS://evil.example/{file}", NoEditor::Scheme),
            ("ja va://{file}", NoEditor::Scheme),
            ("vscode://file", NoEditor::NoFile),
            ("rm -rf {file}", NoEditor::Unknown),
            ("", NoEditor::Unknown),
        ] {
            assert_eq!(Editor::parse(text), Err(why), "{text}");
        }
    }
}

//! The order of names for readers: case and accents do not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What two names that a reader takes for the same have in common; sorting by it sorts names as readers expect.
pub fn key(name: &str) -> String {
    // Most names are plain, and these are compared by the thousand.
    if name.is_ascii() {
        return name.trim().to_ascii_lowercase();
    }
    let bare: String = name.trim().nfkd().filter(|c| !is_combining_mark(*c)).collect();
    caseless::default_case_fold_str(&bare)
}

/// `name` with its case folded and every run of blanks as one: equal for two spellings of the same words.
pub fn folded(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    if name.is_ascii() {
        return words.join(" ").to_ascii_lowercase();
    }
    caseless::default_case_fold_str(&words.join(" ")).nfc().collect()
}

/// The letter that `name` stands under in an index, in upper case; `#` if it begins with none.
pub fn letter(name: &str) -> String {
    key(name).chars().next().filter(|c| c.is_alphabetic()).map_or_else(|| "#".to_owned(), |c| c.to_uppercase().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_change_the_place_of_a_name() {
        let mut names = ["Zoologist", "élagueur", "Baker", "eel fisher"];
        names.sort_by_key(|name| key(name));
        assert_eq!(names, ["Baker", "eel fisher", "élagueur", "Zoologist"]);
    }

    #[test]
    fn an_index_knows_letters_of_any_script_and_puts_the_rest_together() {
        assert_eq!(["Éclair", "3D artist", " baker", "Ωmega", ""].map(letter), ["E", "#", "B", "Ω", "#"]);
    }
}

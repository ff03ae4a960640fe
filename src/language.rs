//! What a language tag (BCP 47) looks like: `en`, `pt-BR`, `zh-Hant-TW`.

/// Whether `text` has the form of a language tag. Whether there is such a language is not asked.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_language = parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    is_language && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::is_tag;

    #[test]
    fn tags_are_told_from_names() {
        assert!(["en", "pt-BR", "zh-Hant-TW", "de-1996"].into_iter().all(is_tag));
        assert!(!["", "e", "en_US", "English", "English language", "en-", "-en", "12"].into_iter().any(is_tag));
    }
}

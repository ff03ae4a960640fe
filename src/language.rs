//! What a language tag (BCP 47) looks like, `en`, `pt-BR`, `zh-Hant-TW`, and what follows from it.

/// Whether `text` has the form of a language tag. Whether there is such a language is not asked.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let is_language = parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    is_language && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The language itself, without script and region.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The tag, then what it is a form of: `zh-hant-tw`, `zh-hant`, `zh`.
pub fn fallbacks(tag: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(tag), |tag| tag.rsplit_once('-').map(|(before, _)| before))
}

/// Whether two tags name the same language in the same form: case does not count.
pub fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// What a language calls itself, of those that sites are often in.
pub fn own_name(tag: &str) -> Option<&'static str> {
    let primary = primary(tag).to_ascii_lowercase();
    NAMES.iter().find(|(known, _)| *known == primary).map(|(_, name)| *name)
}

const NAMES: [(&str, &str); 36] = [
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Bahasa Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sv", "Svenska"),
    ("th", "ไทย"),
    ("tl", "Tagalog"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
];

/// `ltr` or `rtl`, as the language is written.
pub fn direction(tag: &str) -> &'static str {
    let is_rtl = matches!(primary(tag).to_ascii_lowercase().as_str(), "ar" | "dv" | "fa" | "he" | "ks" | "ku" | "ps" | "sd" | "ug" | "ur" | "yi");
    if is_rtl { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_from_names() {
        assert!(["en", "pt-BR", "zh-Hant-TW", "de-1996"].into_iter().all(is_tag));
        assert!(!["", "e", "en_US", "English", "English language", "en-", "-en", "12"].into_iter().any(is_tag));
    }

    #[test]
    fn a_tag_falls_back_to_what_it_is_a_form_of() {
        assert_eq!(fallbacks("zh-Hant-TW").collect::<Vec<_>>(), ["zh-Hant-TW", "zh-Hant", "zh"]);
        assert_eq!([direction("ar-EG"), direction("de"), direction("HE")], ["rtl", "ltr", "rtl"]);
    }
}

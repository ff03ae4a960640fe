//! The words that figures are printed with. English is complete; German, French, Spanish and Arabic have what is needed; for other languages
//! signs stand in.

/// Words of one language.
#[derive(Debug)]
pub(in crate::fact) struct Wording {
    /// Around a number that is a lower bound.
    pub(in crate::fact) at_least: (&'static str, &'static str),
    /// Around a number that is an upper bound.
    pub(in crate::fact) at_most: (&'static str, &'static str),
    /// For what is kept back, not available, without sense, too small.
    pub(in crate::fact) marks: [&'static str; 4],
    /// The months; numbers stand in where there are none.
    pub(in crate::fact) months: Option<[&'static str; 12]>,
    /// A day: `d`, `m` and `y` stand for day, month and year.
    pub(in crate::fact) day: &'static str,
    /// A month: `m` and `y` stand for month and year.
    pub(in crate::fact) month: &'static str,
    /// Whether the second year of a span is cut to two digits in the same century.
    pub(in crate::fact) cuts_years: bool,
    /// Whether the words of levels are in it.
    pub(in crate::fact) has_levels: bool,
}

/// Those of `language`, two or three letters.
pub(super) fn of(language: &str) -> &'static Wording {
    match language {
        "en" => &ENGLISH,
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        "ar" => &ARABIC,
        _ => &SIGNS,
    }
}

static ENGLISH: Wording = Wording {
    at_least: ("", " or more"),
    at_most: ("", " or less"),
    marks: ["not published", "not available", "does not apply", "too few to publish"],
    months: Some(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]),
    day: "m d, y",
    month: "m y",
    cuts_years: true,
    has_levels: true,
};

static GERMAN: Wording = Wording {
    at_least: ("", " oder mehr"),
    at_most: ("", " oder weniger"),
    marks: ["nicht veröffentlicht", "nicht verfügbar", "trifft nicht zu", "zu wenige für eine Angabe"],
    months: Some(["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]),
    day: "d. m y",
    month: "m y",
    cuts_years: false,
    has_levels: false,
};

static FRENCH: Wording = Wording {
    at_least: ("", " ou plus"),
    at_most: ("", " ou moins"),
    marks: ["non publié", "non disponible", "sans objet", "trop peu pour être publié"],
    months: Some(["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]),
    day: "d m y",
    month: "m y",
    cuts_years: false,
    has_levels: false,
};

static SPANISH: Wording = Wording {
    at_least: ("", " o más"),
    at_most: ("", " o menos"),
    marks: ["no publicado", "no disponible", "no procede", "demasiado pocos para publicar"],
    months: Some(["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]),
    day: "d de m de y",
    month: "m de y",
    cuts_years: false,
    has_levels: false,
};

/// Its bounds are signs: numbers are read by signs in it.
static ARABIC: Wording = Wording {
    at_least: ("≥ ", ""),
    at_most: ("≤ ", ""),
    marks: ["غير منشور", "غير متاح", "لا ينطبق", "أقل من أن يُنشر"],
    months: Some(["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]),
    day: "d m y",
    month: "m y",
    cuts_years: false,
    has_levels: false,
};

/// For every other language.
static SIGNS: Wording =
    Wording {
        at_least: ("≥ ", ""), at_most: ("≤ ", ""), marks: ["—"; 4], months: None, day: "y-m-d", month: "y-m", cuts_years: false, has_levels: false
    };

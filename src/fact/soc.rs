//! Codes of the Standard Occupational Classification: which there are, and what became of those of 2010.
//!
//! Source: the classification of 2018 and its crosswalk from 2010 (US Bureau of Labor Statistics), which are in the public domain.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The codes of 2018, then those which the Bureau's wage statistics and projections of 2020 to 2024 have beside them: some of 2010 too.
const CODES: &str = include_str!("soc-2018.txt");

/// The codes of 2010 that 2018 does not have, each with those that took its place.
const RETIRED: [(&str, &str); 87] = [
    ("11-2031", "11-2032 11-2033"),
    ("11-3011", "11-3012 11-3013"),
    ("11-9061", "11-9171"),
    ("13-2021", "13-2022 13-2023"),
    ("15-1111", "15-1221"),
    ("15-1121", "15-1211"),
    ("15-1122", "15-1212"),
    ("15-1131", "15-1251"),
    ("15-1132", "15-1252 15-1253"),
    ("15-1133", "15-1252 15-1253"),
    ("15-1134", "15-1254 15-1255"),
    ("15-1141", "15-1242 15-1243"),
    ("15-1142", "15-1244"),
    ("15-1143", "15-1241"),
    ("15-1151", "15-1232"),
    ("15-1152", "15-1231"),
    ("15-1199", "13-1082 15-1243 15-1253 15-1255 15-1299"),
    ("15-2091", "15-2099"),
    ("19-3031", "19-3033 19-3034"),
    ("19-4011", "19-4012 19-4013"),
    ("19-4041", "19-4043 19-4044"),
    ("19-4091", "19-4042"),
    ("19-4093", "19-4071"),
    ("23-2091", "27-3092"),
    ("25-1191", "25-9044"),
    ("25-2053", "25-2057"),
    ("25-2054", "25-2058"),
    ("25-4021", "25-4022"),
    ("25-9011", "25-4022"),
    ("25-9041", "25-9042 25-9043 25-9049"),
    ("27-3012", "27-3099"),
    ("27-3021", "27-3023"),
    ("27-3022", "27-3023"),
    ("27-4013", "43-2099"),
    ("29-1061", "29-1211"),
    ("29-1062", "29-1215"),
    ("29-1063", "29-1216"),
    ("29-1064", "29-1218"),
    ("29-1065", "29-1221"),
    ("29-1066", "29-1223"),
    ("29-1067", "29-1242 29-1243 29-1249"),
    ("29-1069", "29-1212 29-1213 29-1214 29-1217 29-1222 29-1224 29-1229 29-1241"),
    ("29-1199", "29-1291 29-1299"),
    ("29-2021", "29-1292"),
    ("29-2041", "29-2042 29-2043"),
    ("29-2054", "29-2099"),
    ("29-2071", "29-2072 29-9021"),
    ("29-9011", "19-5011"),
    ("29-9012", "19-5012"),
    ("31-1011", "31-1121"),
    ("31-1013", "31-1133"),
    ("31-1014", "31-1131"),
    ("31-1015", "31-1132"),
    ("35-3021", "35-3023"),
    ("35-3022", "35-3023"),
    ("39-1011", "39-1013"),
    ("39-1012", "39-1013"),
    ("39-1021", "39-1014 39-1022 53-1044"),
    ("39-9021", "31-1122"),
    ("41-3099", "41-3091"),
    ("43-5081", "53-7065"),
    ("43-9011", "15-1299"),
    ("45-3011", "45-3031"),
    ("45-3021", "45-3031"),
    ("47-5021", "47-5023 47-5032"),
    ("47-5031", "47-5032"),
    ("47-5042", "47-5049"),
    ("47-5061", "47-5043"),
    ("49-9093", "49-9099"),
    ("51-2091", "51-2051"),
    ("51-2093", "51-2061"),
    ("51-4011", "51-9161"),
    ("51-4012", "51-9162"),
    ("51-9121", "51-9124"),
    ("51-9122", "51-9124"),
    ("53-1011", "53-1041"),
    ("53-1021", "53-1042"),
    ("53-1031", "53-1043 53-1044 53-1049"),
    ("53-3021", "53-3052"),
    ("53-3022", "53-3051 53-3053"),
    ("53-3041", "53-3053 53-3054"),
    ("53-4012", "53-4022"),
    ("53-4021", "53-4022"),
    ("53-7032", "47-5022 53-7199"),
    ("53-7033", "47-5044"),
    ("53-7111", "47-5044"),
    ("55-3017", "17-3029"),
];

/// What a code is in the classification of 2018.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SocCode {
    /// One of its codes, or one that its publisher uses beside them.
    Known,
    /// One of 2010; with the codes that took its place, set apart by spaces.
    Retired(&'static str),
    /// None.
    Unknown,
}

impl SocCode {
    /// What `code` is, such as `29-2072`.
    pub fn of(code: &str) -> Self {
        static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| CODES.split_ascii_whitespace().collect());
        if KNOWN.contains(code) {
            return Self::Known;
        }
        RETIRED.iter().find(|(retired, _)| *retired == code).map_or(Self::Unknown, |(_, next)| Self::Retired(next))
    }

    /// Whether `broad` is the broad occupation that `detailed` is in: `29-1050` and `29-1051`.
    pub fn is_broad(broad: &str, detailed: &str) -> bool {
        broad.len() == detailed.len() && broad.strip_suffix('0').is_some_and(|stem| detailed.starts_with(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_known_retired_or_none() {
        assert_eq!(SocCode::of("29-2072"), SocCode::Known);
        assert_eq!(SocCode::of("29-0000"), SocCode::Known);
        // Of the wage statistics of 2020 only.
        assert_eq!(SocCode::of("29-2098"), SocCode::Known);
        assert_eq!(SocCode::of("29-2071"), SocCode::Retired("29-2072 29-9021"));
        assert_eq!(SocCode::of("29-2070"), SocCode::Known);
        assert_eq!(SocCode::of("29-2079"), SocCode::Unknown);
        assert!(RETIRED.iter().all(|(_, next)| next.split(' ').all(|code| SocCode::of(code) == SocCode::Known)));
    }
}

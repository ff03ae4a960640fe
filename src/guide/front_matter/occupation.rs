//! The occupation of a guide: its name, its other names and its codes. Codes are text and never pass through a number.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Texts;
use crate::yaml::Named;

/// What a guide is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Occupation {
    /// The occupation's name, singular: `Health technician`. Required.
    pub name: Option<String>,
    /// What the occupation is, in a sentence; printed in a box at the top.
    pub definition: Option<String>,
    /// Code of the 2018 Standard Occupational Classification, such as `"29-2099"`.
    pub soc: Option<String>,
    /// Codes of other systems.
    pub codes: Option<Codes>,
    /// Why the guide prints figures of another occupation.
    pub proxy_for: Option<String>,
    /// Other names of the occupation.
    pub also_called: Option<Vec<Named<AlsoCalled>>>,
}

/// Codes of the occupation by system, each one or several.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Codes {
    /// SOC 2010, such as `"29-2071"`.
    #[serde(rename = "soc-2010")]
    pub soc_2010: Option<Texts>,
    /// O*NET-SOC 2019, such as `"29-2072.00"`.
    #[serde(rename = "onet-soc-2019")]
    pub onet_soc_2019: Option<Texts>,
    /// ISCO-08, one to four digits.
    #[serde(rename = "isco-08")]
    pub isco_08: Option<Texts>,
    /// UK SOC 2020, four digits.
    #[serde(rename = "uk-soc-2020")]
    pub uk_soc_2020: Option<Texts>,
    /// ESCO concept addresses.
    pub esco: Option<Texts>,
    /// NAICS 2022 industries, two to six digits or a sector range such as `"31-33"`.
    #[serde(rename = "naics-2022")]
    pub naics_2022: Option<Texts>,
}

/// Another name of the occupation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AlsoCalled {
    /// The name. Required.
    pub name: Option<String>,
    /// The SOC code that this name stands for, where it differs.
    pub soc: Option<String>,
}

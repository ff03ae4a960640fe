//! The occupation of a guide.

use serde_json::Value;

use super::object::{object, one_or_many, reference};
use super::pay;
use crate::fact::SocCode;
use crate::figures::Figures;
use crate::guide::front_matter::{AlsoCalled, Credential, CredentialKind, Education, EducationLevel, Experience, ExperienceLevel, Occupation, Required, Skill};
use crate::page::view::GuideView;
use crate::registry::Registry;
use crate::settings::Config;
use crate::site::Page;
use crate::words::Words;
use crate::yaml::Named;

/// The occupation, with what the front matter says of it.
pub(super) fn occupation(config: &Config, registry: &Registry, words: &Words, (page, figures): (&Page, &Figures), guide: &GuideView, address: &str) -> Value {
    let front = &page.head.front;
    let given = front.occupation.as_ref();
    object(
        "Occupation",
        [
            ("@id", Some(format!("{address}#occupation").into())),
            ("name", Some(guide.occupation.name.as_str().into())),
            ("alternateName", given.and_then(other_names)),
            ("description", guide.occupation.definition.as_deref().map(Value::from)),
            ("occupationalCategory", given.and_then(|it| one_or_many(codes(it)))),
            ("occupationLocation", location(config, registry, page)),
            ("estimatedSalary", pay::distributions(figures, page, &config.area)),
            ("educationRequirements", front.education.as_ref().and_then(|it| education(words, it))),
            ("experienceRequirements", front.experience.as_ref().and_then(|it| experience(words, it))),
            ("qualifications", one_or_many(front.credentials.iter().flatten().filter_map(credential).collect())),
            ("skills", one_or_many(skills(page))),
            ("mainEntityOfPage", Some(reference(address))),
        ],
    )
}

/// Names that mean the same occupation: one with a code of its own is another.
fn other_names(occupation: &Occupation) -> Option<Value> {
    let name = |other: &Named<AlsoCalled>| match other {
        Named::Text(name) => Some(Value::from(name.as_str())),
        Named::Full(AlsoCalled { name, soc }) => {
            let is_same = soc.is_none() || *soc == occupation.soc;
            name.as_deref().filter(|_| is_same).map(Value::from)
        }
    };
    one_or_many(occupation.also_called.iter().flatten().filter_map(name).collect())
}

/// Codes of the occupation by system. Codes of industries (NAICS) are none of an occupation.
fn codes(occupation: &Occupation) -> Vec<Value> {
    let code = |system: &'static str, code: &str| {
        object("CategoryCode", [("codeValue", Some(code.into())), ("inCodeSet", Some(object("CategoryCodeSet", [("name", Some(system.into()))])))])
    };
    let edition = |soc: &str| if matches!(SocCode::of(soc), SocCode::Retired(_)) { "SOC 2010" } else { "SOC 2018" };
    let mut codes: Vec<Value> = occupation.soc.iter().map(|it| code(edition(it), it)).collect();
    if let Some(others) = &occupation.codes {
        let systems = [
            ("SOC 2010", &others.soc_2010),
            ("O*NET-SOC 2019", &others.onet_soc_2019),
            ("ISCO-08", &others.isco_08),
            ("UK SOC 2020", &others.uk_soc_2020),
            ("ESCO", &others.esco),
        ];
        codes.extend(systems.iter().flat_map(|(system, values)| values.iter().flat_map(|it| &it.0).map(|it| code(system, it))));
    }
    codes
}

/// The guide's area, if the data files know it.
fn location(config: &Config, registry: &Registry, page: &Page) -> Option<Value> {
    let id = page.head.front.area.as_ref().unwrap_or(&config.area);
    let area = registry.areas.get(id)?;
    let kind = match area.kind.as_deref() {
        Some("country") => "Country",
        Some("state") => "State",
        Some("city") => "City",
        _ => "AdministrativeArea",
    };
    Some(object(kind, [("name", Some(area.name.as_deref()?.into())), ("identifier", area.code.as_deref().map(Value::from))]))
}

fn education(words: &Words, education: &Education) -> Option<Value> {
    let category = match education.entry? {
        EducationLevel::None => return Some(words.education_none.text().into()),
        EducationLevel::HighSchool => "high school",
        EducationLevel::SomeCollege => "some college",
        EducationLevel::PostsecondaryAward => "professional certificate",
        EducationLevel::Associate => "associate degree",
        EducationLevel::Bachelor => "bachelor degree",
        EducationLevel::Master => "master degree",
        EducationLevel::Doctoral => "doctoral or professional degree",
    };
    let field = education.field.as_deref().map(|field| object("Thing", [("name", Some(field.into()))]));
    Some(object("EducationalOccupationalCredential", [("credentialCategory", Some(category.into())), ("about", field)]))
}

fn experience(words: &Words, experience: &Experience) -> Option<Value> {
    let months = experience.months_min.filter(|months| *months > 0);
    let (months, said) = match (months, experience.level?) {
        (Some(months), _) => (Some(months), None),
        (None, ExperienceLevel::None) => return Some(words.experience_none.text().into()),
        (None, ExperienceLevel::UnderFiveYears) => (None, Some(words.experience_under_5_years.text())),
        (None, ExperienceLevel::FiveYearsOrMore) => (Some(60), Some(words.experience_5_years_or_more.text())),
    };
    Some(object("OccupationalExperienceRequirements", [("monthsOfExperience", months.map(Value::from)), ("description", said.map(Value::from))]))
}

/// A credential that somebody asks for; one that only helps is no qualification.
fn credential(credential: &Credential) -> Option<Value> {
    if credential.required == Some(Required::Preferred) {
        return None;
    }
    let category = match credential.kind? {
        CredentialKind::Licence => "license",
        CredentialKind::Certification => "certification",
        CredentialKind::Registration => "registration",
    };
    let named = |kind: &str, name: &Option<String>| name.as_deref().map(|name| object(kind, [("name", Some(name.into()))]));
    Some(object(
        "EducationalOccupationalCredential",
        [
            ("name", Some(credential.name.as_deref()?.into())),
            ("credentialCategory", Some(category.into())),
            ("recognizedBy", named("Organization", &credential.issuer)),
            ("validIn", named("AdministrativeArea", &credential.jurisdiction)),
            ("url", credential.url.as_deref().map(Value::from)),
        ],
    ))
}

fn skills(page: &Page) -> Vec<Value> {
    let name = |skill: &'_ Named<Skill>| match skill {
        Named::Text(name) => Some(Value::from(name.as_str())),
        Named::Full(skill) => skill.name.as_deref().map(Value::from),
    };
    page.head.front.skills.iter().flatten().filter_map(name).collect()
}

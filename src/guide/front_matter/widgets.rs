//! Parts of a page that are not text: call to action, job-search form, questions and answers.
//! The same types are the parameters of the blocks of these names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A call to action.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Cta {
    /// What it says. Required.
    pub text: Option<String>,
    /// Words on its link. Required.
    pub label: Option<String>,
    /// Where it leads: a web address or a page's `.md` file. Required.
    pub url: Option<String>,
    /// Who pays. Default: `own`.
    pub kind: Option<CtaKind>,
    /// Where it stands. Default: `end`.
    pub placement: Option<Placement>,
}

/// Who pays for a call to action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CtaKind {
    /// Nobody: it is the site's own.
    #[default]
    Own,
    /// Its link earns a commission.
    Affiliate,
    /// Somebody paid for it.
    Sponsored,
}

/// Where a call to action of the front matter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Placement {
    /// Above the text.
    Top,
    /// Below it.
    #[default]
    End,
}

/// A form that asks another site for jobs: a plain GET, no script.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct JobSearch {
    /// Heading of the form. Default: a word of the theme.
    pub title: Option<String>,
    /// Name of the site that answers, so that readers know where they go. Required.
    pub provider: Option<String>,
    /// Address that the form is sent to. Required.
    pub action: Option<String>,
    /// The field for the occupation. Required.
    pub what: Option<Field>,
    /// The field for the place.
    #[serde(rename = "where")]
    pub place: Option<Field>,
    /// Words on the button. Default: a word of the theme.
    pub button: Option<String>,
}

/// A field of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Field {
    /// Its visible label. Required.
    pub label: Option<String>,
    /// Name of the parameter in the address. Required.
    pub name: Option<String>,
    /// What stands in it at first.
    pub value: Option<String>,
    /// A hint inside the empty field.
    pub placeholder: Option<String>,
}

impl JobSearch {
    /// This form, with what it leaves out from `other`.
    #[must_use]
    pub fn over(self, other: Option<&Self>) -> Self {
        let Some(other) = other.cloned() else { return self };
        Self {
            title: self.title.or(other.title),
            provider: self.provider.or(other.provider),
            action: self.action.or(other.action),
            what: Field::over(self.what, other.what),
            place: Field::over(self.place, other.place),
            button: self.button.or(other.button),
        }
    }
}

impl Field {
    fn over(own: Option<Self>, other: Option<Self>) -> Option<Self> {
        let (Some(own), Some(other)) = (own.clone(), other.clone()) else { return own.or(other) };
        Some(Self {
            label: own.label.or(other.label),
            name: own.name.or(other.name),
            value: own.value.or(other.value),
            placeholder: own.placeholder.or(other.placeholder),
        })
    }
}

/// A question and its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Question {
    /// The question. Required.
    pub q: Option<String>,
    /// The answer, in Markdown. Required.
    pub a: Option<String>,
}

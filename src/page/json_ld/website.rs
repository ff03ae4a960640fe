//! The site and who publishes it.

use serde_json::Value;

use super::object::{object, reference};
use crate::page::absolute;
use crate::settings::Config;

/// The site itself.
pub(super) fn website(config: &Config) -> Value {
    object(
        "WebSite",
        [
            ("@id", Some(website_id(config).into())),
            ("name", Some(config.title.as_str().into())),
            ("url", Some(absolute(&config.base_url, "").into())),
            ("description", Some(config.description.as_str()).filter(|it| !it.is_empty()).map(Value::from)),
            ("inLanguage", Some(config.language.as_str().into())),
            ("publisher", publisher(config).and_then(|it| it.get("@id").and_then(Value::as_str).map(reference))),
        ],
    )
}

/// What other objects call it by.
pub(super) fn website_id(config: &Config) -> String {
    absolute(&config.base_url, "") + "#website"
}

/// The organisation that the settings name; we do not make one of the site's title.
pub(super) fn publisher(config: &Config) -> Option<Value> {
    let publisher = config.publisher.as_ref()?;
    let name = publisher.name.as_deref()?;
    let logo = publisher.logo.as_deref().map(|logo| absolute(&config.base_url, logo.trim_start_matches('/')));
    let id = absolute(&config.base_url, "") + "#publisher";
    Some(object(
        "Organization",
        [("@id", Some(id.into())), ("name", Some(name.into())), ("url", publisher.url.as_deref().map(Value::from)), ("logo", logo.map(Value::from))],
    ))
}

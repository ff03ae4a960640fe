//! Currencies, by their ISO 4217 codes.

use std::fmt;
use std::str::FromStr;

/// A currency: three capital letters, such as `USD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// Why a text is not a currency.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the code of a currency")]
pub struct NotACurrency(String);

/// Currencies that are called dollars and written `$` at home.
const DOLLARS: [&[u8; 3]; 7] = [b"USD", b"CAD", b"AUD", b"NZD", b"SGD", b"HKD", b"TWD"];

/// Signs of currencies that stand for one currency where no other is meant.
const SIGNS: [(&str, Currency); 4] = [("$", Currency::USD), ("£", Currency::GBP), ("€", Currency::EUR), ("¥", Currency::JPY)];

impl Currency {
    /// US dollars.
    pub const USD: Self = Self(*b"USD");
    /// Euros.
    pub const EUR: Self = Self(*b"EUR");
    /// Pounds sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// Yen.
    pub const JPY: Self = Self(*b"JPY");
    /// Swiss francs.
    pub const CHF: Self = Self(*b"CHF");

    /// The code, such as `USD`.
    pub fn code(&self) -> &str {
        // Capital letters of ASCII are always UTF-8.
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Whether it is called a dollar.
    pub fn is_dollar(self) -> bool {
        DOLLARS.contains(&&self.0)
    }

    /// The sign that alone stands for it, if it has one.
    pub fn sign(self) -> Option<&'static str> {
        SIGNS.iter().find(|(_, currency)| *currency == self).map(|(sign, _)| *sign)
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        let code = <[u8; 3]>::try_from(text.as_bytes()).ok().filter(|code| code.iter().all(u8::is_ascii_uppercase));
        code.map(Self).ok_or_else(|| NotACurrency(text.to_owned()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| serde::de::Error::custom(format!("{error}\nwrite its three letters of ISO 4217, such as USD or GBP")))
    }
}

impl schemars::JsonSchema for Currency {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$", "description": "Code of a currency (ISO 4217)." })
    }
}

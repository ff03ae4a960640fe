//! What a figure is: a value with measure, period, area, industry and source; and when a number that is printed somewhere agrees
//! with it. Knows no file and no page: `dataset` and `guide` make facts, `site` and later stages use them.

mod agree;
mod claim;
mod counted;
mod currency;
mod decimal;
mod disagreement;
pub mod english;
mod format;
mod level;
mod locale;
mod measure;
mod model;
mod outlook;
mod period;
mod precision;
mod printed;
pub mod reference;
mod soc;
pub mod sums;
mod top_code;
mod value;

pub use agree::{Told, agrees, link_agrees};
pub use claim::{claims, may_have_a_claim};
pub use counted::Counted;
pub use currency::Currency;
pub use decimal::Decimal;
pub use disagreement::Disagreement;
pub use level::{EducationLevel, ExperienceLevel, Level, TrainingKind};
pub use locale::Locale;
pub use measure::{Basis, Kind, Measure, Statistic};
pub use model::{Fact, Misfit, Origin, Place, Quality, Topic};
pub use outlook::{Phrase, fits, may_have_a_phrase, phrase, phrases_in};
pub use period::{Date, Period};
pub use printed::{Amount, Coin, Fall, Numeral, Printed, Qualifier, Unit, bare_bound, falls_by, figures, may_have_a_figure, read};
pub use reference::Reference;
pub use soc::SocCode;
pub use top_code::top_code;
pub use value::{Mark, Number, Value};

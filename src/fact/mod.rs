//! What a figure is: a value with measure, period, area, industry and source; and when a number that is printed somewhere agrees
//! with it. Knows no file and no page: `dataset` and `guide` make facts, `site` and later stages use them.

mod currency;
mod decimal;
mod level;
mod measure;
mod model;
mod period;
pub mod reference;
mod value;

pub use currency::Currency;
pub use decimal::Decimal;
pub use level::{EducationLevel, ExperienceLevel, Level, TrainingKind};
pub use measure::{Basis, Kind, Measure, Statistic};
pub use model::{Fact, Misfit, Origin, Place, Quality, Topic};
pub use period::{Date, Period};
pub use reference::Reference;
pub use value::{Mark, Number, Value};

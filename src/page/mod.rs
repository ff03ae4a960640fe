//! What each page shows: views for templates, and the files that are not pages (feed, sitemap, CSV ...).

mod absolute;
pub mod embedded_json;
pub mod feed;
pub mod json_ld;
pub mod redirects;
pub mod robots;
pub mod sitemap;
pub mod view;
mod well_known;
mod xml;

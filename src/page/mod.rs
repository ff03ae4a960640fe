//! What each page shows: views for templates, and the files that are not pages (feed, sitemap, CSV ...).

pub mod view;

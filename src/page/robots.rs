//! `robots.txt`: what search engines are asked, and where the sitemap is.

use super::absolute::absolute;
use super::sitemap;
use super::well_known::well_known;
use crate::output::OutputPath;
use crate::settings::Config;

/// The file. It is heeded only at the root of a host; below a path it does no harm.
pub fn txt(config: &Config) -> (OutputPath, Vec<u8>) {
    let path = well_known("robots.txt");
    let text = if config.discourage_search_engines {
        "User-agent: *\nDisallow: /\n".to_owned()
    } else {
        format!("User-agent: *\nDisallow:\n\nSitemap: {}\n", absolute(&config.base_url, sitemap::PATH))
    };
    (path, text.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::txt;
    use crate::check::fixture::Project;

    #[test]
    fn search_engines_are_welcome_unless_the_settings_say_otherwise() {
        let mut project = Project::new("");
        let text = |project: &Project| String::from_utf8(txt(&project.config).1).unwrap();
        assert_eq!(text(&project), "User-agent: *\nDisallow:\n\nSitemap: https://example.org/guides/sitemap.xml\n");
        project.config.discourage_search_engines = true;
        assert_eq!(text(&project), "User-agent: *\nDisallow: /\n");
    }
}

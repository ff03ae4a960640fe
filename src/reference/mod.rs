//! Reference pages for authors and makers of themes, made from the types that read and write, so that they cannot differ.

mod page;
mod shape;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::dataset::Declaration;
use crate::guide::front_matter::{Area, FrontMatter, Industry, Person, Source};
use crate::page::view;
use crate::settings::Settings;
use page::Page;

/// The keys of a page's front matter and of the data files, as Markdown.
pub fn front_matter() -> String {
    let mut page =
        Page::new("Front matter", "Every key that may stand between the `---` lines of a page. Unknown keys are errors; codes stand in quotes.", reading(), "");
    page.table::<FrontMatter>("A page", "");
    page.table::<Source>("A source", "An entry of `content/_data/sources.yaml`, below its id.");
    page.table::<Person>("A person", "An entry of `content/_data/people.yaml`, below its id.");
    page.table::<Area>("An area", "An entry of `content/_data/areas.yaml`, below its id.");
    page.table::<Industry>("An industry", "An entry of `content/_data/industries.yaml`, below its id.");
    page.table::<Declaration>("A dataset", "An entry of `content/_data/datasets.yaml`, below its id.");
    page.finish()
}

/// The keys of `site.toml`, as Markdown.
pub fn settings() -> String {
    let mut page = Page::new("Settings", "Every key of `site.toml`. Unknown keys are errors.", reading(), "");
    page.table::<Settings>("The site", "");
    page.finish()
}

/// What templates are given, as Markdown.
pub fn views() -> String {
    let about = "What a template is given. Every key is always there: what is unknown is `none` or an empty list. \
                 Texts whose name ends in `_html` are safe HTML, all others are escaped where they are printed.";
    let mut page = Page::new("Views", about, SchemaSettings::draft2020_12().for_serialize().into_generator(), " or `none`");
    page.table::<view::SiteView>("site", "In every template.");
    page.table::<view::PageView>(
        "page",
        "In every template but `redirect.html`, which has `site`, `target` (the way to the new page), `canonical`, `title` and `language`.",
    );
    page.table::<view::HomeView>("home", "In `home.html`.");
    page.table::<view::SectionView>("section", "In `section.html`.");
    page.table::<view::GuideView>("guide", "In `guide.html`.");
    page.table::<view::PlainView>("plain", "In `plain.html`.");
    page.table::<view::ResourcesView>("resources", "In `resources.html`.");
    page.table::<view::LedgerView>("ledger", "In `ledger.html`.");
    page.table::<view::SourcesView>("sources", "In `sources.html`.");
    page.table::<view::TagsView>("tags", "In `tags.html`.");
    page.table::<view::TagView>("tag", "In `tag.html`.");
    page.table::<view::AuthorView>("author", "In `author.html`.");
    page.table::<view::IndexView>("index", "In `index.html`.");
    page.table::<view::CtaView>("block of `{cta}`", "In `blocks/cta.html`, as `block`.");
    page.table::<view::JobSearchView>("block of `{job-search}`", "In `blocks/job-search.html`, as `block`.");
    page.table::<view::FaqView>("block of `{faq}`", "In `blocks/faq.html`, as `block`.");
    page.table::<view::StepsView>("block of `{steps}`", "In `blocks/steps.html`, as `block`.");
    page.table::<view::ResourcesBlockView>("block of `{resources}`", "In `blocks/resources.html`, as `block`.");
    page.table::<view::TableView>("block of a table", "In `blocks/table.html`, as `block`.");
    page.table::<view::FigureView>("block of `{figure}`", "In `blocks/figure.html`, as `block`.");
    let about = "In `blocks/figures.html`, as `block`: `{pay-table}`, `{pay-chart}`, `{outlook}`, `{education}`, `{skills}`, `{similar}` and `{compare}`.";
    page.table::<view::FiguresView>("block of figures", about);
    page.table::<view::QuickFactsView>("block of `{quick-facts}`", "In `blocks/quick-facts.html`, as `block`.");
    page.table::<view::ThemeBlockView>("block of a theme", "In the theme's own `blocks/<name>.html`, as `block`.");
    page.finish()
}

/// Whether a part of what templates are given is a file of the theme or of the project.
fn is_file(name: &str) -> bool {
    name.starts_with("templates/") || name.starts_with("static/")
}

/// What `name`, a part of what templates are given such as `guide.similar`, is; `None` for what has no such name.
pub fn about(name: &str) -> Option<String> {
    let Some((value, field)) = name.split_once('.').filter(|_| !is_file(name)) else {
        return match name {
            "text" => Some("The text of its file, with its tables and blocks.".to_owned()),
            _ if name.starts_with("words/") => Some("The words of the theme in this language.".to_owned()),
            _ if name.starts_with("static/") => Some("A file that templates name by what is in it, such as the style sheet.".to_owned()),
            _ => name.starts_with("templates/").then(|| "A template of the theme.".to_owned()),
        };
    };
    let mut reader = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = match value {
        "site" => reader.root_schema_for::<view::SiteView>(),
        "page" => reader.root_schema_for::<view::PageView>(),
        "home" => reader.root_schema_for::<view::HomeView>(),
        "section" => reader.root_schema_for::<view::SectionView>(),
        "guide" => reader.root_schema_for::<view::GuideView>(),
        "plain" => reader.root_schema_for::<view::PlainView>(),
        "resources" => reader.root_schema_for::<view::ResourcesView>(),
        "tags" => reader.root_schema_for::<view::TagsView>(),
        "tag" => reader.root_schema_for::<view::TagView>(),
        "author" => reader.root_schema_for::<view::AuthorView>(),
        "index" => reader.root_schema_for::<view::IndexView>(),
        _ => return None,
    };
    let about = schema.get("properties")?.get(field)?.get("description")?.as_str()?;
    Some(about.to_owned())
}

/// The JSON Schema of the front matter, for editors.
pub fn json_schema() -> String {
    let mut schema = reading().into_root_schema_for::<FrontMatter>();
    schema.insert("title".to_owned(), Value::from("Front matter of a Guidepost page"));
    schema.insert("required".to_owned(), serde_json::json!(["title"]));
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

fn reading() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}

#[cfg(test)]
mod tests;

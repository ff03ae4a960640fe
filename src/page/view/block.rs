//! The views of blocks and tables: what `templates/blocks/<name>.html` is given as `block`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::{GlanceRow, Html, SourceView};
use crate::guide::front_matter::Extra;

/// A block with everything resolved that it shows. The template is `blocks/` and the name in `template()`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum BlockView {
    /// `blocks/table.html`: Markdown tables, `{data-table}` and `{credentials}`.
    Table(TableView),
    /// `blocks/cta.html`
    Cta(CtaView),
    /// `blocks/job-search.html`
    JobSearch(JobSearchView),
    /// `blocks/faq.html`
    Faq(FaqView),
    /// `blocks/steps.html`
    Steps(StepsView),
    /// `blocks/resources.html`
    Resources(ResourcesBlockView),
    /// `blocks/figure.html`
    Figure(FigureView),
    /// `blocks/quick-facts.html`
    QuickFacts(QuickFactsView),
    /// `blocks/figures.html`: `{pay-table}`, `{pay-chart}`, `{outlook}`, `{skills}`, `{education}`, `{similar}` and `{compare}`.
    Figures(Box<FiguresView>),
    /// A block of the theme's own.
    Theme(ThemeBlockView),
}

/// A data table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TableView {
    /// Address within the page.
    pub id: String,
    /// Caption; `none` if the author gave none.
    pub caption_html: Option<Html>,
    /// Caption as plain text, else the column headings: names the scrolling region.
    pub label: String,
    /// Unit of its numbers.
    pub unit: Option<String>,
    /// Publication that its numbers come from.
    pub source: Option<SourceView>,
    /// Remark.
    pub note_html: Option<Html>,
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// Rows of cells.
    pub rows: Vec<Vec<CellView>>,
    /// Whether the first cell of a row names the row.
    pub row_headers: bool,
    /// A chart of the same numbers, as SVG.
    pub chart_html: Option<Html>,
    /// Path of the CSV file with the same cells.
    pub csv_path: Option<String>,
    /// Path of the JSON file with the same cells.
    pub json_path: Option<String>,
}

/// Figures of occupations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FiguresView {
    /// Name of the block: `pay-table`.
    pub name: String,
    /// What the figures say, in a sentence; may be `none`.
    pub lead_html: Option<Html>,
    /// The figures.
    pub table: TableView,
}

/// The panel of a guide, where its author put it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuickFactsView {
    /// Its rows.
    pub rows: Vec<GlanceRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ColumnView {
    /// Heading.
    pub html: Html,
    /// Whether its cells are numbers.
    pub numeric: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CellView {
    /// What it shows.
    pub html: Html,
    /// Its value for sorting, if it is a number.
    pub number: Option<String>,
}

/// A call to action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CtaView {
    /// What it says.
    pub text: String,
    /// Words on the link.
    pub label: String,
    /// Where it leads.
    pub path: String,
    /// `own`, `affiliate` or `sponsored`.
    pub kind: String,
    /// Value of the link's `rel`; empty for the site's own.
    pub rel: String,
}

/// A job-search form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct JobSearchView {
    /// Heading, if the author gave one.
    pub title: Option<String>,
    /// Name of the site that answers.
    pub provider: String,
    /// Address that the form is sent to.
    pub action: String,
    /// The field for the occupation, filled with its name.
    pub what: FieldView,
    /// The field for the place.
    pub place: Option<FieldView>,
    /// Words on the button, if the author gave any.
    pub button: Option<String>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldView {
    /// Id within the page.
    pub id: String,
    /// Visible label.
    pub label: String,
    /// Name of the parameter.
    pub name: String,
    /// What stands in it at first; may be empty.
    pub value: String,
    /// Hint; may be empty.
    pub placeholder: String,
}

/// Questions and answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FaqView {
    /// The questions.
    pub questions: Vec<QuestionView>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionView {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer_html: Html,
}

/// Steps in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepsView {
    /// The steps.
    pub steps: Vec<StepView>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StepView {
    /// What to do.
    pub title: String,
    /// How; may be empty.
    pub body_html: Html,
}

/// Resources of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResourcesBlockView {
    /// A sentence above; may be `none`.
    pub intro_html: Option<Html>,
    /// The resources by kind.
    pub groups: Vec<ResourceGroup>,
}

/// Resources of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResourceGroup {
    /// Kind, such as `association`.
    pub kind: String,
    /// The kind in words, plural: `Associations`.
    pub label: String,
    /// The resources, by title.
    pub resources: Vec<ResourceView>,
}

/// A resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ResourceView {
    /// Title.
    pub title: String,
    /// Address, if it has one.
    pub url: Option<String>,
    /// What it is good for.
    pub about: Option<String>,
    /// Author, publisher, edition, year: one line in words; may be empty.
    pub imprint: String,
    /// `affiliate`, `sponsored` or empty: the label beside the link.
    pub paid: String,
    /// Value of the link's `rel`; may be empty.
    pub rel: String,
    /// Guides that name it; filled on the resources page only.
    pub guides: Vec<super::LinkView>,
}

/// An image with caption.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FigureView {
    /// Path or web address of the image.
    pub src: String,
    /// What it shows.
    pub alt: String,
    /// Width in pixels, if known.
    pub width: Option<usize>,
    /// Height in pixels, if known.
    pub height: Option<usize>,
    /// Copies in WebP for a `<source>` in front of the image, the smallest first; may be empty.
    pub copies: Vec<CopyView>,
    /// The value of `sizes` beside them, for an image as wide as the text.
    pub sizes: String,
    /// Whether it is to be fetched when it comes near the screen; no for the first image above the first section.
    pub is_lazy: bool,
    /// Caption.
    pub caption_html: Option<Html>,
    /// Who made it.
    pub credit_html: Option<Html>,
}

/// A copy of an image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CopyView {
    /// Path.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
}

/// A block that the theme defines; its parameters as `theme.toml` declares them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ThemeBlockView {
    /// Name of the block.
    pub name: String,
    /// Its parameters as typed. A template sees every one that `theme.toml` declares, of its kind, defaults filled in.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub parameters: BTreeMap<String, Extra>,
}

impl BlockView {
    /// The template that shows it, below `templates/`.
    pub fn template(&self) -> String {
        match self {
            Self::Table(_) => "blocks/table.html".to_owned(),
            Self::Cta(_) => "blocks/cta.html".to_owned(),
            Self::JobSearch(_) => "blocks/job-search.html".to_owned(),
            Self::Faq(_) => "blocks/faq.html".to_owned(),
            Self::Steps(_) => "blocks/steps.html".to_owned(),
            Self::Resources(_) => "blocks/resources.html".to_owned(),
            Self::Figure(_) => "blocks/figure.html".to_owned(),
            Self::QuickFacts(_) => "blocks/quick-facts.html".to_owned(),
            Self::Figures(_) => "blocks/figures.html".to_owned(),
            Self::Theme(block) => format!("blocks/{}.html", block.name),
        }
    }
}

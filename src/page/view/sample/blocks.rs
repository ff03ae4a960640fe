//! Samples of blocks.

use super::amount::Amount;
use super::parts::{link, source};
use crate::page::view::{
    BlockView, CellView, ColumnView, CopyView, CtaView, FaqView, FieldView, FigureView, FiguresView, GlanceRow, Html, JobSearchView, QuestionView,
    QuickFactsView, ResourceGroup, ResourceView, ResourcesBlockView, StepView, StepsView, TableView,
};

/// Every kind of block.
pub fn blocks(amount: Amount) -> Vec<BlockView> {
    vec![
        BlockView::Table(table(amount)),
        BlockView::Cta(cta(amount)),
        BlockView::JobSearch(job_search(amount)),
        BlockView::Faq(faq(amount)),
        BlockView::Steps(StepsView { steps: amount.list(vec![StepView { title: "Apply".into(), body_html: Html("<p>Write.</p>".into()) }]) }),
        BlockView::Resources(resources(amount)),
        BlockView::QuickFacts(QuickFactsView { rows: glance(amount) }),
        BlockView::Figures(Box::new(FiguresView {
            name: "outlook".into(),
            lead_html: amount.some(Html("Jobs are projected to grow 4%.".into())),
            table: table(amount),
        })),
        BlockView::Figure(FigureView {
            src: "healthcare/a.png".into(),
            alt: "A technician".into(),
            width: amount.some(640),
            height: amount.some(480),
            copies: amount.list(vec![CopyView { path: "healthcare/a.480w.0123456789ab.webp".into(), width: 480 }]),
            sizes: "100vw".into(),
            is_lazy: true,
            caption_html: amount.some(Html("At <em>work</em>".into())),
            credit_html: amount.some(Html("Example".into())),
        }),
    ]
}

pub(super) fn table(amount: Amount) -> TableView {
    let cell = |text: &str, number: Option<&str>| CellView { html: Html(text.into()), number: number.map(str::to_owned) };
    TableView {
        id: "pay-by-industry".into(),
        caption_html: amount.some(Html("Pay by <em>industry</em>".into())),
        label: "Pay by industry".into(),
        unit: amount.some("USD per year".into()),
        source: amount.some(source(amount)),
        note_html: amount.some(Html("Rounded.".into())),
        columns: amount.list(vec![ColumnView { html: Html("Industry".into()), numeric: false }, ColumnView { html: Html("Pay".into()), numeric: true }]),
        rows: amount.list(vec![vec![cell("Hospitals", None), cell("45,780", Some("45780"))]]),
        row_headers: amount == Amount::Full,
        chart_html: amount.some(Html("<svg></svg>".into())),
        csv_path: amount.some("healthcare/health-technician/pay-by-industry.csv".into()),
        json_path: amount.some("healthcare/health-technician/pay-by-industry.json".into()),
    }
}

pub(super) fn cta(amount: Amount) -> CtaView {
    CtaView {
        text: "Ready?".into(),
        label: "Find a course".into(),
        path: "https://example.org/courses".into(),
        kind: if amount == Amount::Full { "affiliate" } else { "own" }.into(),
        rel: amount.text("sponsored nofollow"),
    }
}

pub(super) fn job_search(amount: Amount) -> JobSearchView {
    let field = |name: &str| FieldView {
        id: name.into(),
        label: "Words".into(),
        name: name.into(),
        value: amount.text("technician"),
        placeholder: amount.text("a job"),
    };
    JobSearchView {
        title: amount.some("Find a job".into()),
        provider: "Example Jobs".into(),
        action: "https://example.org/jobs".into(),
        what: field("q"),
        place: amount.some(field("l")),
        button: amount.some("Search".into()),
    }
}

pub(super) fn faq(amount: Amount) -> FaqView {
    FaqView { questions: amount.list(vec![QuestionView { question: "Is it hard?".into(), answer_html: Html("<p>No.</p>".into()) }]) }
}

pub(super) fn resources(amount: Amount) -> ResourcesBlockView {
    ResourcesBlockView { intro_html: amount.some(Html("Read on.".into())), groups: amount.list(vec![group(amount)]) }
}

pub(super) fn group(amount: Amount) -> ResourceGroup {
    ResourceGroup { kind: "association".into(), label: "Associations".into(), resources: vec![resource(amount), resource(Amount::Minimal)] }
}

fn resource(amount: Amount) -> ResourceView {
    ResourceView {
        title: "Association of Technicians".into(),
        url: amount.some("https://example.org/".into()),
        about: amount.some("Courses".into()),
        imprint: amount.text("Example Press, 2024"),
        paid: amount.text("affiliate"),
        rel: amount.text("sponsored"),
        guides: amount.list(vec![link("Health Technician", "healthcare/health-technician/")]),
    }
}

pub(super) fn glance(amount: Amount) -> Vec<GlanceRow> {
    amount.list(
        ["education", "experience", "training", "credentials", "settings", "schedule", "benefits", "skills"]
            .map(|key| GlanceRow {
                key: key.into(),
                values: vec!["One".into(), "Two".into()],
                note: amount.some("A remark".into()),
                help: amount.some("What it means.".into()),
                source_html: Html(amount.text("<sup class=\"figure-note\"><a href=\"#source-1\">a</a></sup>")),
            })
            .into(),
    )
}

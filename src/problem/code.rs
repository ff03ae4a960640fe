//! The catalogue of problems: one line each with its id, its default level and what it finds.

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing is published.
    Error,
    /// Published, unless `--strict`.
    Warning,
    /// Only told.
    Note,
}

macro_rules! codes {
    ($($(#[doc = $about:literal])+ $name:ident = $id:literal, $level:ident;)*) => {
        /// Every problem that Guidepost can report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $about])+ $name,)* }

        impl Code {
            /// All of them, in the order of the catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name used in reports and in `site.toml`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The level it has unless `site.toml` says otherwise.
            pub fn level(self) -> Level {
                match self { $(Self::$name => Level::$level,)* }
            }

            /// What it finds, in a sentence.
            pub fn about(self) -> &'static str {
                match self { $(Self::$name => concat!($($about),+).trim_ascii_start(),)* }
            }
        }
    };
}

codes! {
    /// A text file is not UTF-8.
    NotUtf8 = "not-utf-8", Error;
    /// A text file holds a control character.
    ControlCharacter = "control-character", Error;
    /// A file cannot be used as a source: a pipe, a dangling link, a name that is not UTF-8.
    UnusableFile = "unusable-file", Error;
    /// Two things would be published at the same address.
    DuplicateOutput = "duplicate-output", Error;
    /// A published path would be a file and a folder at once.
    FileAndFolder = "file-and-folder", Error;
    /// A file is larger than the limit for its kind.
    TooLarge = "too-large", Error;
    /// `site.toml` or `theme.toml` is not TOML, or has an unknown key or a value of a wrong type.
    Settings = "settings", Error;
    /// The front matter is opened and never closed.
    FrontMatterUnclosed = "front-matter-unclosed", Error;
    /// A page begins without front matter.
    FrontMatterMissing = "front-matter-missing", Error;
    /// The front matter or a data file is not YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// A key that Guidepost does not know.
    UnknownKey = "unknown-key", Error;
    /// The same key twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// A value of a wrong type or form: a date, a code, a number, a choice.
    InvalidValue = "invalid-value", Error;
    /// A required field is missing.
    MissingField = "missing-field", Error;
    /// A code that YAML might read as a number stands without quotes.
    UnquotedCode = "unquoted-code", Warning;
    /// A theme is missing, or themes extend one another in a circle.
    ThemeMissing = "theme-missing", Error;
    /// A parameter of the theme is unknown or of a wrong kind.
    ThemeParameter = "theme-parameter", Error;
    /// A file that is no template stands among templates, or a static file has a name that cannot be published.
    ThemeFile = "theme-file", Error;
    /// A template that is needed or named is missing.
    TemplateMissing = "template-missing", Error;
    /// A template is not written as templates are.
    TemplateSyntax = "template-syntax", Error;
    /// A template uses a name that does not exist: a filter, a component, a value, a field.
    TemplateName = "template-name", Error;
    /// A template prints text without escaping it.
    TemplateUnescaped = "template-unescaped", Error;
    /// No page, block or other template uses a template of the project.
    UnusedTemplate = "unused-template", Warning;
    /// The original of a copied file of a theme has changed since it was copied.
    OverrideOutdated = "override-outdated", Note;
    /// A file of words cannot be read, or a word of it does not fit the English one.
    ThemeWords = "theme-words", Error;
    /// A language of the site lacks words of its theme, which stay English.
    WordMissing = "word-missing", Warning;
    /// A file of words has a word that no page takes.
    UnknownWord = "unknown-word", Warning;
    /// A translation was made from a text that has changed since.
    TranslationOutdated = "translation-outdated", Warning;
    /// A translation does not record which text it was made from, so nobody is told when that changes.
    TranslationUnrecorded = "translation-unrecorded", Note;
    /// A file's name says a language that the site does not have.
    UnknownLanguage = "unknown-language", Warning;
    /// A template could not be rendered.
    RenderFailed = "render-failed", Error;
    /// A page took too long or became too large.
    RenderLimit = "render-limit", Error;
    /// An address with a scheme that is not allowed, or one that may lead elsewhere than it seems to.
    UnsafeAddress = "unsafe-address", Error;
    /// A link in a form that leads to no page or file of the project.
    LinkForm = "link-form", Error;
    /// A link `[text][label]` whose label is defined nowhere.
    UndefinedReference = "undefined-reference", Error;
    /// An image without a text for those who cannot see it.
    ImageWithoutAlternative = "image-without-alternative", Warning;
    /// An image that readers' browsers fetch from another site, which so learns of them.
    RemoteImage = "remote-image", Warning;
    /// A file that is shown as an image and is none.
    NotAnImage = "not-an-image", Error;
    /// A `#` heading in a body: the title is the page's only one.
    TitleInBody = "title-in-body", Error;
    /// A heading more than one level below the one before it.
    HeadingJump = "heading-jump", Warning;
    /// A heading inside a list item or a quote.
    HeadingInside = "heading-inside", Warning;
    /// A heading without words.
    EmptyHeading = "empty-heading", Error;
    /// Something in the braces after a heading that is neither an id nor a class.
    HeadingAttribute = "heading-attribute", Error;
    /// A line that begins like a heading, without a space behind its `#` signs.
    HeadingWithoutSpace = "heading-without-space", Warning;
    /// A quote `> [!...]` of a kind that is not known.
    UnknownAlert = "unknown-alert", Warning;
    /// Two things of one page with the same id.
    DuplicateId = "duplicate-id", Error;
    /// A class `.kind-...` that names no kind of section.
    UnknownSectionKind = "unknown-section-kind", Error;
    /// A note `[^label]` that is defined nowhere.
    FootnoteUndefined = "footnote-undefined", Error;
    /// A note that is defined twice.
    FootnoteDuplicate = "footnote-duplicate", Error;
    /// A note that nothing refers to.
    FootnoteUnused = "footnote-unused", Warning;
    /// Raw HTML that is not on the list of harmless elements and attributes.
    RawHtml = "raw-html", Error;
    /// A tag of raw HTML without its partner.
    RawHtmlUnbalanced = "raw-html-unbalanced", Error;
    /// A row of a table with more or fewer cells than its header.
    RaggedRow = "ragged-row", Error;
    /// Lines that look like a table and are none.
    TableWithoutHeader = "table-without-header", Warning;
    /// A table without a caption.
    TableWithoutCaption = "table-without-caption", Warning;
    /// A paragraph `Table: ...` that stands after no table.
    CaptionWithoutTable = "caption-without-table", Error;
    /// Something in the braces of a caption that is not understood, or a caption without words.
    CaptionAttribute = "caption-attribute", Error;
    /// A block in braces that neither Guidepost nor the theme knows.
    UnknownBlock = "unknown-block", Error;
    /// A block inside a list or quote, or indented.
    BlockIndented = "block-indented", Error;
    /// A block that repeats what another one of its page shows.
    DuplicateBlock = "duplicate-block", Warning;
    /// A block whose fence is never closed.
    BlockUnclosed = "block-unclosed", Error;
    /// Lists and quotes nested deeper than 100 levels.
    NestedTooDeep = "nested-too-deep", Error;
    /// Something that cannot stand in a short text, such as a table in a caption.
    NotInShortText = "not-in-short-text", Error;
    /// A fault of Guidepost itself: a file that made it stumble.
    Fault = "fault", Error;
    /// A summary is shorter than 50 or longer than 200 characters.
    SummaryLength = "summary-length", Warning;
    /// A title or summary is cut off by ` #`, which begins a remark in YAML.
    RemarkInText = "remark-in-text", Warning;
    /// A data file is not CSV: rows of different lengths, an open quote, a header twice, another separator.
    CsvShape = "csv-shape", Error;

    // Publishers' files (`dataset`).
    /// A dataset's file cannot be used: a damaged workbook, a sheet that is not there, no row of figures.
    DatasetFile = "dataset-file", Error;
    /// How a dataset's file is stored cannot be told, or is told wrongly: its encoding, what stands between its cells, its decimal sign.
    DatasetEncoding = "dataset-encoding", Error;
    /// A dataset's file has no column that is needed, has it twice, or does not tell its unit.
    DatasetColumn = "dataset-column", Error;
    /// A column or table of a publisher that Guidepost does not know and so does not read.
    DatasetUnknownColumn = "dataset-unknown-column", Note;
    /// Rows of a dataset's file that have figures and no code, and so are left out.
    DatasetRowWithoutKey = "dataset-row-without-key", Note;
    /// The time that a dataset's figures speak of is not told, or is told in two ways.
    DatasetPeriod = "dataset-period", Error;
    /// The amount for which a mark such as `#` stands is not known, or is told in two ways.
    DatasetTopCode = "dataset-top-code", Error;


    // What pages and the baseline say of problems.
    /// A page suppresses a check that finds nothing there.
    SuppressionUnused = "suppression-unused", Warning;
    /// The baseline knows problems that are gone.
    BaselineOutdated = "baseline-outdated", Note;
    /// The settings do not say where the site is published.
    NoBaseUrl = "no-base-url", Warning;
    /// The preview cannot open the editor that the settings name.
    UnknownEditor = "unknown-editor", Warning;
    /// A YAML file in `content/_data` that Guidepost does not read.
    UnknownDataFile = "unknown-data-file", Warning;

    // How pages hang together (`site`, `page`).
    /// A page waits for its day of publication.
    Scheduled = "scheduled", Note;
    /// A day of publication is more than a year ahead.
    PublishedFarAhead = "published-far-ahead", Error;
    /// A day of something that has happened, or the time of a figure that was measured, lies in the future.
    DateInFuture = "date-in-future", Error;
    /// A page was updated before it was published.
    DaysOutOfOrder = "days-out-of-order", Error;
    /// Two pages have the same address.
    AddressTaken = "address-taken", Error;
    /// A file is named `index.md` where a section's page was meant.
    IndexForSection = "index-for-section", Error;
    /// A folder with guides has no `_index.md`.
    SectionWithoutIndex = "section-without-index", Note;
    /// More than one page gathers the resources.
    SecondResourcesPage = "second-resources-page", Error;
    /// Two tags differ only in case or punctuation.
    TagSpelling = "tag-spelling", Warning;
    /// An old address of a page is in use.
    AliasTaken = "alias-taken", Error;
    /// A guide names one resource of the data file twice.
    ResourceTwice = "resource-twice", Warning;
    /// Two mentions of a resource contradict each other.
    ResourceConflict = "resource-conflict", Warning;
    /// The same book is named in two editions.
    BookEditions = "book-editions", Warning;
    /// A field names a page that does not exist.
    PageMissing = "page-missing", Error;
    /// A field names a page that is held back.
    PageHeldBack = "page-held-back", Warning;
    /// An id is in none of the data files.
    UnknownId = "unknown-id", Error;
    /// A figure has a name that leads to no fact.
    UnknownFact = "unknown-fact", Error;
    /// A table names a column that its file does not have.
    UnknownColumn = "unknown-column", Error;
    /// A table is sorted by a column of numbers in which some cells are not numbers.
    MixedColumn = "mixed-column", Warning;
    /// A table names a data file that does not exist.
    DataFileMissing = "data-file-missing", Error;
    /// The name of a file or folder cannot be an address.
    UnpublishableName = "unpublishable-name", Error;

    // What is wrong across guides (`check`).
    /// A link leads to a page that does not exist.
    LinkToMissingPage = "link-to-missing-page", Error;
    /// A link leads to a page that is a draft or not yet published.
    LinkToHeldBackPage = "link-to-held-back-page", Warning;
    /// A link leads to an address that this site does not have.
    LinkToMissingAddress = "link-to-missing-address", Error;
    /// A link leads to a heading, table or note that its page does not have.
    MissingAnchor = "missing-anchor", Error;
    /// A link, image or figure names a file that does not exist or is not published.
    MissingFile = "missing-file", Error;
    /// A link or image goes through http, which anyone on the way can read and change.
    InsecureLink = "insecure-link", Warning;
    /// A page has affiliate or sponsored links and does not say so.
    AffiliateUndisclosed = "affiliate-undisclosed", Error;
    /// A page says that it earns by links, and nothing on it is marked as paid.
    DisclosureWithoutCause = "disclosure-without-cause", Note;
    /// A licence is named without the place where it holds.
    LicenceWithoutJurisdiction = "licence-without-jurisdiction", Warning;
    /// A resource other than a book has no address.
    ResourceWithoutAddress = "resource-without-address", Note;
    /// A resource does not say what it is good for.
    ResourceWithoutDescription = "resource-without-description", Note;
    /// A heading says the same as the one above it.
    HeadingRepeatsParent = "heading-repeats-parent", Note;
    /// A heading ends with a colon.
    HeadingColon = "heading-colon", Note;
    /// A paragraph plays the part of a heading.
    PseudoHeading = "pseudo-heading", Note;
    /// Numbers typed in front of headings are out of order.
    SectionNumber = "section-number", Warning;
    /// A table whose caption announces an order that its rows have not (English pages).
    TableOrder = "table-order", Note;
    /// The last review of a guide is older than it should be.
    ReviewOverdue = "review-overdue", Warning;
    /// A guide names nobody who wrote it.
    NoAuthor = "no-author", Note;
    /// A guide names nobody who reviewed it, and others of the site do.
    NoReviewer = "no-reviewer", Note;
    /// A guide says neither when it was published nor when it was updated.
    Undated = "undated", Warning;
    /// A title or summary carries a year that has passed.
    YearInTitle = "year-in-title", Warning;
    /// A table of figures has neither a unit nor a source.
    TableWithoutSource = "table-without-source", Note;
    /// Numbers of a table under a heading or beside a label such as "Pay" or "Growth" whose unit nothing says.
    TableWithoutUnit = "table-without-unit", Error;
    /// A table of figures with a column that has no heading.
    ColumnWithoutHeading = "column-without-heading", Error;
    /// A number in a text is not that of its fact, at the precision that it prints.
    FigureDisagrees = "figure-disagrees", Error;
    /// Money or a percentage in a guide, or on the page of a section, that is tied to no fact, so that nothing says where it is from.
    FigureUnbound = "figure-unbound", Warning;
    /// An outlook is called faster or slower than the growth allows.
    OutlookPhraseMismatch = "outlook-phrase-mismatch", Warning;
    /// Two figures of one thing, of one time and place, have different values; or jobs, change and growth of one thing cannot all be true.
    FigureContradiction = "figure-contradiction", Error;
    /// A figure names a source whose own file says something else.
    FigureNotInSource = "figure-not-in-source", Error;
    /// A figure without a source.
    FigureUnsourced = "figure-unsourced", Error;
    /// A figure that does not say of which time it is.
    FigureUndated = "figure-undated", Error;
    /// Growth, change or openings without the years that they speak of.
    GrowthWithoutPeriod = "growth-without-period", Error;
    /// A figure whose time is longer ago than its source allows.
    FigureStale = "figure-stale", Warning;
    /// A higher percentile of pay is below a lower one.
    PercentileOrder = "percentile-order", Error;
    /// Pay by the hour and by the year do not fit each other.
    HourlyAnnualMismatch = "hourly-annual-mismatch", Warning;
    /// A figure of another occupation is shown without a word about it.
    ProxyUnlabelled = "proxy-unlabelled", Warning;
    /// A mean is called a median or the reverse, a percentile is called another, or mean and median stand side by side and the text does not say which is which.
    MeanMedianMixed = "mean-median-mixed", Warning;
    /// Pay that different people were asked for stands side by side without a word: what visitors of a web site say they earn, what employers report. Or pay
    /// in one industry stands in a text that does not name that, or says it of another.
    PopulationMixed = "population-mixed", Warning;
    /// A figure of another area than the guide's in a text that does not name it, a figure of the country said of a place in it, or pay in a currency that its area does not pay in.
    AreaMismatch = "area-mismatch", Warning;
    /// Pay of different years stands side by side without a word about prices.
    NominalTrend = "nominal-trend", Warning;
    /// The limit at which wage statistics stop is given as an exact amount.
    TopcodeAsExact = "topcode-as-exact", Error;
    /// A zero where a source has a mark: what it does not tell is not nothing.
    MarkAsNumber = "mark-as-number", Error;
    /// The licence of a source asks for a credit that no page prints.
    AttributionMissing = "attribution-missing", Error;
    /// Pay by the hour was made from pay by the year, or the reverse, where the source has only the one.
    InventedConversion = "invented-conversion", Error;
    /// A code of an occupation is retired, does not exist or belongs to another one.
    OccupationIdentity = "occupation-identity", Warning;
    /// A section that the site requires of every guide is not there.
    SectionMissing = "section-missing", Warning;
    /// Pay is told in two sections, of which one will be forgotten when its figures change.
    SectionOrder = "section-order", Warning;
    /// "Most employers", "a majority", "typically" in a paragraph without a figure, a link or a note: nothing says who counted.
    ClaimQuantifier = "claim-quantifier", Note;
    /// An SVG file holds a script or cannot be read as UTF-8; in `static/` a warning.
    ActiveSvg = "active-svg", Error;
    /// A file in `content/` that browsers or servers run: HTML, JavaScript.
    ActiveFile = "active-file", Error;

    // Files that are not pages (`page`).
    /// An old address of a page that no file can have.
    AliasUnusable = "alias-unusable", Error;
}

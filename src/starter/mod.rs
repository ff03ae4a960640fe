//! What authors begin with: the project of `init`, which is the folder `starter/`, and the guide and the translation of `new`.

pub mod guide;
pub mod translation;

/// The files of a new project, by path.
pub const PROJECT: &[(&str, &[u8])] = &[
    (".gitignore", include_bytes!("../../starter/.gitignore")),
    ("site.toml", include_bytes!("../../starter/site.toml")),
    ("content/_index.md", include_bytes!("../../starter/content/_index.md")),
    ("content/resources.md", include_bytes!("../../starter/content/resources.md")),
    ("content/healthcare/_index.md", include_bytes!("../../starter/content/healthcare/_index.md")),
    ("content/healthcare/medical-assistant.md", include_bytes!("../../starter/content/healthcare/medical-assistant.md")),
    ("content/healthcare/nursing-assistant.md", include_bytes!("../../starter/content/healthcare/nursing-assistant.md")),
    ("content/healthcare/phlebotomist.md", include_bytes!("../../starter/content/healthcare/phlebotomist.md")),
    ("content/_data/datasets.yaml", include_bytes!("../../starter/content/_data/datasets.yaml")),
    ("content/_data/people.yaml", include_bytes!("../../starter/content/_data/people.yaml")),
    ("content/_data/projections-2024-34.csv", include_bytes!("../../starter/content/_data/projections-2024-34.csv")),
    ("content/_data/resources.yaml", include_bytes!("../../starter/content/_data/resources.yaml")),
    ("content/_data/sources.yaml", include_bytes!("../../starter/content/_data/sources.yaml")),
    ("content/_data/wages-2024.csv", include_bytes!("../../starter/content/_data/wages-2024.csv")),
];

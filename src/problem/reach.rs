//! Where problems stand, and so what can be done about them.

use super::Code;

impl Code {
    /// Whether a theme or its parameters are at fault.
    pub fn is_of_theme(self) -> bool {
        matches!(
            self,
            Self::ThemeMissing
                | Self::ThemeParameter
                | Self::ThemeFile
                | Self::TemplateMissing
                | Self::TemplateSyntax
                | Self::TemplateName
                | Self::TemplateUnescaped
                | Self::UnusedTemplate
                | Self::OverrideOutdated
                | Self::ThemeWords
                | Self::WordMissing
                | Self::UnknownWord
        )
    }

    /// Whether a page can suppress it: not what stands in the theme, the settings, the data files or the baseline, and not what hides what a page says.
    pub fn is_of_a_page(self) -> bool {
        !self.is_fixed()
            && !self.is_of_theme()
            && !matches!(
                self,
                Self::NoBaseUrl
                    | Self::UnknownEditor
                    | Self::UnknownDataFile
                    | Self::BaselineOutdated
                    | Self::SuppressionUnused
                    | Self::ActiveFile
                    | Self::ActiveSvg
                    | Self::MixedColumn
                    | Self::DatasetUnknownColumn
                    | Self::DatasetRowWithoutKey
                    | Self::Scheduled
                    | Self::PublishedFarAhead
            )
    }

    /// Whether its level is fixed: what it finds leaves something unread, so it can be neither lowered nor turned off.
    pub fn is_fixed(self) -> bool {
        matches!(
            self,
            Self::NotUtf8
                | Self::ControlCharacter
                | Self::UnusableFile
                | Self::TooLarge
                | Self::Settings
                | Self::FrontMatterUnclosed
                | Self::FrontMatterMissing
                | Self::YamlSyntax
                | Self::UnknownKey
                | Self::DuplicateKey
                | Self::InvalidValue
                | Self::MissingField
                | Self::CsvShape
                | Self::DatasetFile
                | Self::DatasetEncoding
                | Self::DatasetColumn
                | Self::DatasetPeriod
                | Self::DatasetTopCode
                | Self::UnknownFact
        )
    }
}

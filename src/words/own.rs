//! The words that Guidepost itself puts on pages, each a field: which there are is known before any file is read.

use super::word::Word;

macro_rules! own {
    ($($name:ident)*) => {
        /// The words of one language that Guidepost itself prints; what each says stands in `themes/beacon/words/en.toml`.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Own { $(#[doc = concat!("The word `", stringify!($name), "`.")] pub $name: Word,)* }

        impl Own {
            /// The names of all of them.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];

            /// Those that `find` knows by name.
            pub(super) fn of(find: impl Fn(&str) -> Word) -> Self {
                Self { $($name: find(stringify!($name)),)* }
            }
        }
    };
}

own! {
    home index index_title tags sources ledger not_found about_index about_tags about_author about_tag about_sources about_ledger comma and
    citation citation_dated note note_number notes back_to_note alert_note alert_tip alert_important alert_warning alert_caution education_none
    education_high_school education_some_college education_postsecondary_award education_associate education_bachelor education_master
    education_doctoral experience_none experience_under_5_years experience_5_years_or_more training_none training_short_term training_moderate_term
    training_long_term training_apprenticeship training_internship days weeks months years length_between length_at_least length_up_to credential
    credential_kind credential_issuer credential_needed credential_where credential_note credentials_of credential_licence credential_certification
    credential_registration required_always required_some required_preferred required_always_in required_some_in kind_association kind_government
    kind_training kind_certification kind_book kind_article kind_video kind_podcast kind_tool kind_job_board kind_data kind_other edition
    disclosure_affiliate disclosure_sponsored disclosure_ai_assisted basis_hour basis_day basis_week basis_month basis_year pay pay_p10 pay_p25
    pay_median pay_p75 pay_p90 pay_mean pay_min pay_max pay_starter pay_experienced jobs change_of_jobs growth_of_jobs openings self_employed
    industry_share education_share skill_importance entry_education experience training hours_per_week price_index row_p10 row_p25 row_median row_p75
    row_p90 row_mean row_min row_max row_starter row_experienced growth importance share_of_workers education_category all_occupations
    all_occupations_pay measure_of_all as_paid in_prices_of money_unit currency_usd currency_gbp currency_eur percent no_figure mark_suppressed
    mark_not_available mark_not_applicable mark_below_threshold caption_percentile caption_industry caption_area caption_experience caption_occupation
    caption_year caption_outlook caption_skills caption_similar chosen_by caption_education caption_compare caption_compared guides_at_a_glance every_figure
    column_guide column_figure column_value column_occupation column_percentile column_experience column_industry column_area column_time column_period
    column_education column_skill column_source column_pages and_more median_is more_industries more_areas more_skills more_educations more_years
    more_occupations withheld_named withheld_industries withheld_areas withheld_skills withheld_educations withheld_years withheld_occupations
    chart_of_bars chart_over_years outlook_steady outlook_falling outlook_growing outlook_alone outlook_compared outlook_little_change
    phrase_much_faster phrase_faster phrase_as_fast phrase_slower phrase_little_change phrase_decline help_education help_experience help_training
    help_jobs help_outlook help_change source_letter quality_derived quality_estimate quality_self_reported quality_proxy proxy_all proxy_code credit
    licence_named licence_public_domain dataset_description area_us new_summary_hint new_summary new_definition_hint new_lead_hint new_duties new_education new_pay new_outlook new_skills new_similar new_pay_per_year new_pay_per_hour new_openings
}

//! What the page `rules` says, by language. Words only.

use compose_engine::pack::spec::RuleRole;

/// Its words.
pub(crate) struct Texts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) lang: &'static str,
    pub(crate) role: &'static str,
    pub(crate) every_role: &'static str,
    pub(crate) search: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) shown: &'static str,
    pub(crate) loading: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) none: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) link: &'static str,
    pub(crate) flags: &'static str,
    pub(crate) becomes: &'static str,
    pub(crate) passes: &'static str,
    pub(crate) by_itself: &'static str,
    pub(crate) role_of: fn(RuleRole) -> &'static str,
}

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    title: "Rules",
    lead: "What the checker looks for, with examples that it flags and near misses that it lets pass. Each rule names the policy rows it stands on.",
    lang: "Language of the messages",
    role: "What a match means",
    every_role: "Anything",
    search: "Search",
    search_hint: "Word, rule or policy row",
    shown: "{} of {} rules",
    loading: "Loading the rules…",
    failed: "The rules could not be loaded ({}). Choose the language again, or reload the page.",
    none: "No rule fits. Try another word, or show anything.",
    unknown: "There is no rule with the id “{}” among those of this language.",
    link: "Link to this rule",
    flags: "Flags",
    becomes: "becomes",
    passes: "Lets pass",
    by_itself: "Worked out from the whole message, so there is no single example.",
    role_of,
};

fn role_of(role: RuleRole) -> &'static str {
    match role {
        RuleRole::Critical => "needed for the order",
        RuleRole::NonCritical => "not needed",
        RuleRole::Courtesy => "courtesy",
        RuleRole::Finding => "breaks a rule or style",
    }
}

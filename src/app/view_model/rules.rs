//! What the page of rules paints: rules that fit a search, examples cut at their marks. Must not know the DOM.

use compose_engine::pack::reference::RuleEntry;
use compose_engine::pack::spec::RuleRole;

/// What a reader looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Search {
    /// Words, all of which must occur.
    pub(crate) words: String,
    /// Only rules with this role.
    pub(crate) role: Option<RuleRole>,
}

/// The rules that fit.
pub(crate) fn fitting<'a>(rules: &'a [RuleEntry], search: &Search) -> Vec<&'a RuleEntry> {
    let words: Vec<String> = search.words.split_whitespace().map(str::to_lowercase).collect();
    let fits = |rule: &&RuleEntry| {
        let text = text_of(rule);
        search.role.is_none_or(|role| role == rule.role) && words.iter().all(|word| text.contains(word.as_str()))
    };
    rules.iter().filter(fits).collect()
}

/// All that can be searched, in small letters.
fn text_of(rule: &RuleEntry) -> String {
    let own = [&rule.id, &rule.category, &rule.what, &rule.why, &rule.action];
    let examples = rule.policy.iter().chain(&rule.flag).chain(&rule.pass);
    own.into_iter()
        .chain(examples)
        .map(|t| t.replace("[[", "").replace("]]", "").to_lowercase())
        .collect::<Vec<_>>()
        .join("\n")
}

/// An example in turns of text outside and inside its marks, beginning outside.
pub(crate) fn pieces(example: &str) -> Vec<&str> {
    example.split("[[").flat_map(|part| part.splitn(2, "]]")).collect()
}

#[cfg(test)]
mod tests {
    use super::{RuleEntry, RuleRole, Search, fitting, pieces};
    use compose_engine::Severity;

    fn rule(id: &str, role: RuleRole, flag: &str) -> RuleEntry {
        RuleEntry {
            id: id.to_owned(),
            role,
            category: String::new(),
            severity: Severity::Low,
            policy: vec!["M-06".to_owned()],
            what: "Asks for stars.".to_owned(),
            why: String::new(),
            action: String::new(),
            flag: vec![flag.to_owned()],
            fixed: Vec::new(),
            pass: Vec::new(),
        }
    }

    #[test]
    fn every_word_of_a_search_must_occur_somewhere() {
        let rules =
            [rule("five-stars", RuleRole::NonCritical, "Give us [[5 stars]]."), rule("proof", RuleRole::Critical, "x")];
        let ids = |words: &str, role| {
            let search = Search { words: words.to_owned(), role };
            fitting(&rules, &search).into_iter().map(|r| r.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(ids("", None), ["five-stars", "proof"]);
        assert_eq!(ids("M-06 5 STARS", None), ["five-stars"]);
        assert_eq!(ids("", Some(RuleRole::Critical)), ["proof"]);
        assert_eq!(ids("nothing", None), [] as [&str; 0]);
    }

    #[test]
    fn an_example_is_cut_at_its_marks() {
        assert_eq!(pieces("Give us [[5 stars]]."), ["Give us ", "5 stars", "."]);
        assert_eq!(pieces("[[a]] b [[c]]"), ["", "a", " b ", "c", ""]);
        assert_eq!(pieces("plain"), ["plain"]);
    }
}

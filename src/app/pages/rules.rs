//! The page of all rules: searchable, each with an address of its own. Must hold no policy.

use crate::browser::focus_id;
use crate::components::{page_head, rule_card, rule_filters};
use crate::hooks::use_reference;
use crate::text::{fill, rules as text};
use crate::view_model::rules::{Search, fitting};
use compose_engine::pack::reference::RuleEntry;
use std::rc::Rc;
use yew::prelude::{Html, Properties, component, html, use_effect_with, use_state, use_state_eq};

#[derive(Debug, Properties, PartialEq)]
pub(crate) struct Props {
    /// The rule to show, by id.
    pub(crate) id: Option<Rc<str>>,
}

/// The page. A rule that the address names is brought into view.
#[component]
pub(crate) fn Rules(props: &Props) -> Html {
    let t = text::texts();
    let lang = use_state_eq(|| Rc::<str>::from("en"));
    let search = use_state(Search::default);
    let reference = use_reference(&lang);
    let arrived = reference.as_ref().is_some_and(Result::is_ok);
    use_effect_with((props.id.clone(), arrived), |(id, arrived)| {
        if let Some(id) = id.as_ref().filter(|_| *arrived) {
            focus_id(&format!("rule-{id}"));
        }
    });
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
            { rule_filters(&lang, &search) }
            { match &reference {
                None => html! { <p class="muted" role="status">{ t.loading }</p> },
                Some(Err(reason)) => html! { <p class="panel warning" role="alert">{ fill(t.failed, &[reason]) }</p> },
                Some(Ok(rules)) => list(rules, &search, props.id.as_deref()),
            } }
        </main>
    }
}

fn list(rules: &[RuleEntry], search: &Search, wanted: Option<&str>) -> Html {
    let t = text::texts();
    let shown = fitting(rules, search);
    let unknown = wanted.filter(|id| !rules.iter().any(|r| r.id == *id));
    html! {
        <>
            if let Some(id) = unknown {
                <p class="panel warning" role="alert">{ fill(t.unknown, &[id]) }</p>
            }
            <p class="muted" role="status">{ fill(t.shown, &[&shown.len().to_string(), &rules.len().to_string()]) }</p>
            if shown.is_empty() {
                <p>{ t.none }</p>
            }
            <div class="rule-list">{ for shown.into_iter().map(rule_card) }</div>
        </>
    }
}

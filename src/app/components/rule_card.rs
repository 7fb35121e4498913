//! A rule with its reason, examples and policy rows. Must not know which page lists it.

use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::route::Route;
use crate::text::{rules as text, texts};
use crate::view_model::rules::pieces;
use compose_engine::pack::reference::RuleEntry;
use compose_engine::pack::spec::RuleRole;
use std::rc::Rc;
use yew::prelude::{Html, classes, html};

/// The card; its id is that of the rule.
pub(crate) fn rule_card(rule: &RuleEntry) -> Html {
    let t = text::texts();
    let permalink = Route::Rules(Some(rule.id.as_str().into())).href();
    html! {
        <article key={rule.id.clone()} class={classes!("panel", "rule", role_class(rule.role))} id={format!("rule-{}", rule.id)} tabindex="-1">
            <header class="rule-head">
                <h3>{ &rule.id }</h3>
                <span class="badge">{ (t.role_of)(rule.role) }</span>
                <span class="muted">{ (texts().severity_of)(rule.severity) }</span>
                <a class="rule-link" href={permalink} aria-label={format!("{}: {}", t.link, rule.id)}>{ icon(Glyph::Out) }</a>
            </header>
            <p><strong>{ &rule.what }</strong>{ " " }{ &rule.why }{ " " }{ &rule.action }</p>
            { examples(rule) }
            <span class="chips">{ for rule.policy.iter().map(|id| html! { <RowChip key={id.clone()} id={Rc::<str>::from(id.as_str())} /> }) }</span>
        </article>
    }
}

fn examples(rule: &RuleEntry) -> Html {
    let t = text::texts();
    if rule.flag.is_empty() && rule.pass.is_empty() {
        return html! { <p class="muted small">{ t.by_itself }</p> };
    }
    let flagged = rule.flag.iter().enumerate().map(|(number, flag)| {
        let fixed = rule.fixed.get(number).filter(|fixed| !fixed.is_empty());
        html! {
            <li>
                { marked(flag) }
                if let Some(fixed) = fixed {
                    <span class="rule-fixed">{ icon(Glyph::Mend) }<span class="visually-hidden">{ t.becomes }</span>{ " " }{ fixed }</span>
                }
            </li>
        }
    });
    html! {
        <div class="rule-examples">
            if !rule.flag.is_empty() {
                <div><p class="small-title">{ t.flags }</p><ul>{ for flagged }</ul></div>
            }
            if !rule.pass.is_empty() {
                <div><p class="small-title">{ t.passes }</p><ul>{ for rule.pass.iter().map(|text| html! { <li>{ text }</li> }) }</ul></div>
            }
        </div>
    }
}

fn marked(example: &str) -> Html {
    let piece = |(number, piece): (usize, &str)| {
        if number % 2 == 1 {
            html! { <mark>{ piece }</mark> }
        } else {
            html! { { piece } }
        }
    };
    pieces(example).into_iter().enumerate().map(piece).collect()
}

const fn role_class(role: RuleRole) -> &'static str {
    match role {
        RuleRole::Critical => "is-needed",
        RuleRole::NonCritical => "is-spoils",
        RuleRole::Courtesy => "is-courtesy",
        RuleRole::Finding => "is-breach",
    }
}

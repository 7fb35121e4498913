//! The verdict in one line that stays in sight on small screens. Must not know how it came about.

use super::icon::{Glyph, icon};
use super::picture::picture;
use crate::desk::Answer;
use crate::text::{count, texts};
use compose_engine::delivery::Outcome;
use compose_engine::{Severity, Verdict};
use yew::prelude::{Html, classes, html};

/// A link to the full verdict.
pub(crate) fn slim_bar(answer: Option<&Answer>) -> Html {
    let t = texts();
    let Some(answer) = answer else {
        return html! { <a class="slim-bar" href="#answer">{ picture(None) }<strong>{ t.empty_title }</strong></a> };
    };
    let verdict = answer.review.verdict;
    let findings = answer.review.findings.iter().filter(|f| f.severity != Severity::Info).count();
    html! {
        <a class={classes!("slim-bar", verdict_class(verdict))} href="#answer">
            { picture(Some(verdict)) }
            <strong>{ (t.verdict_of)(verdict).word }</strong>
            <span class="slim-buyer">
                { icon(Glyph::PersonOff) }
                <span class="visually-hidden">{ t.tab_opted_out }</span>
                <span class={classes!("outcome", outcome_class(answer.opted_out.outcome))}>{ (t.outcome_of)(answer.opted_out.outcome) }</span>
            </span>
            if findings > 0 {
                <span class="muted">{ count(findings, t.findings_count.0, t.findings_count.1) }</span>
            }
        </a>
    }
}

/// The class that colours a verdict.
pub(super) const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Critical => "is-critical",
        Verdict::NonCritical => "is-non-critical",
        Verdict::Mixed => "is-mixed",
        Verdict::Unclear => "is-unclear",
    }
}

/// The class that colours an outcome.
pub(super) const fn outcome_class(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Delivered => "is-delivered",
        Outcome::Blocked => "is-blocked",
        Outcome::Depends => "is-depends",
    }
}

//! The picture of a verdict: an envelope with a seal. Must not know the words beside it.

use compose_engine::Verdict;
use yew::prelude::{Html, classes, html};

/// An envelope whose seal differs by form as well as by colour; without a seal for an empty draft.
pub(crate) fn picture(verdict: Option<Verdict>) -> Html {
    html! {
        <svg class={classes!("picture", class(verdict))} viewBox="0 0 76 66" aria-hidden="true" focusable="false">
            <rect class="picture-paper" x="3" y="9" width="62" height="44" rx="5" />
            <path class="picture-fold" d="M5 13.5l25.5 19.2a6 6 0 0 0 7 0L63 13.5" />
            { seal(verdict) }
        </svg>
    }
}

fn class(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Critical) => "is-critical",
        Some(Verdict::NonCritical) => "is-non-critical",
        Some(Verdict::Mixed) => "is-mixed",
        Some(Verdict::Unclear) => "is-unclear",
        None => "is-empty",
    }
}

fn seal(verdict: Option<Verdict>) -> Html {
    match verdict {
        Some(Verdict::Critical) => html! {
            <g>
                <circle class="seal" cx="58" cy="48" r="15" />
                <path class="seal-sign" d="M51.5 48.5l4.5 4.5 8.5-9" />
            </g>
        },
        Some(Verdict::NonCritical) => html! {
            <g>
                <rect class="seal" x="44" y="34" width="28" height="28" rx="7" />
                <path class="seal-sign" d="M51.5 48h13" />
            </g>
        },
        Some(Verdict::Mixed) => html! {
            <g>
                <path class="picture-tear" d="M33 9l4 7-5 7 5 7-5 8 4 7-3 8" />
                <path class="seal" d="M58 33a15 15 0 0 0 0 30z" />
                <path class="seal seal-other" d="M60.5 33.2a15 15 0 0 1 0 29.6z" />
                <path class="seal-sign" d="M47.8 48.3l2.6 2.6 4.6-5.2M64 48h6.5" />
            </g>
        },
        Some(Verdict::Unclear) => html! {
            <g>
                <circle class="seal" cx="58" cy="48" r="15" />
                <path class="seal-sign" d="M53.8 45a4.3 4.3 0 1 1 6.2 3.7c-1.4.7-2 1.5-2 3M58 56.3v.01" />
            </g>
        },
        None => html! {},
    }
}

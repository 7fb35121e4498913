//! The verdict: picture, words, why, what can be done. Must not know the engine's rules.

use super::note::fix_button;
use super::picture::picture;
use super::slim_bar::verdict_class;
use crate::text::texts;
use crate::view_model::findings::FixView;
use crate::view_model::verdict::{CategoryView, VerdictView};
use compose_engine::Confidence;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, classes, component, html};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The verdict; none for an empty draft.
    pub(crate) view: Option<VerdictView>,
    /// Fixes that no finding offers.
    pub(crate) fixes: Vec<FixView>,
    /// A fix was asked for.
    pub(crate) on_fix: Callback<Rc<str>>,
}

/// The card at the head of the answer.
#[component]
pub(crate) fn VerdictCard(props: &Props) -> Html {
    let t = texts();
    let Some(view) = &props.view else {
        return empty();
    };
    let words = (t.verdict_of)(view.verdict);
    html! {
        <section class={classes!("panel", "verdict", verdict_class(view.verdict))} aria-labelledby="verdict-title">
            <div class="verdict-head">
                { picture(Some(view.verdict)) }
                <div>
                    <h2 id="verdict-title" class="verdict-word" data-verdict={view.verdict.as_str()}>
                        <span class="visually-hidden">{ format!("{}: ", t.verdict) }</span>
                        { words.word }
                        { confidence(view.confidence) }
                    </h2>
                    <p class="verdict-meaning">{ words.meaning }</p>
                </div>
            </div>
            <p class="verdict-why">{ &view.why }</p>
            if !view.categories.is_empty() {
                <ul class="plain categories">{ for view.categories.iter().map(category) }</ul>
            }
            if !props.fixes.is_empty() {
                <div class="verdict-fixes" role="group" aria-label={t.fixes}>
                    { for props.fixes.iter().map(|fix| fix_button(fix, &props.on_fix)) }
                </div>
            }
        </section>
    }
}

/// The card before anything was typed.
fn empty() -> Html {
    let t = texts();
    html! {
        <section class="panel verdict is-empty" aria-labelledby="verdict-title">
            <div class="verdict-head">
                { picture(None) }
                <div>
                    <h2 id="verdict-title" class="verdict-word">{ t.empty_title }</h2>
                    <p class="verdict-meaning">{ t.empty }</p>
                </div>
            </div>
        </section>
    }
}

fn confidence(confidence: Confidence) -> Html {
    let class = match confidence {
        Confidence::Clear => "is-clear",
        Confidence::Likely => "is-likely",
        Confidence::Unsure => "is-unsure",
    };
    html! { <span class={classes!("confidence", class)}>{ (texts().confidence_of)(confidence) }</span> }
}

fn category(view: &CategoryView) -> Html {
    html! { <li class={classes!("tag", if view.needed { "is-needed" } else { "is-spoils" })}>{ view.name }</li> }
}

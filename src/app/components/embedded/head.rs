//! The head of the element's panel: verdict, why, the words that decide; or what there is instead. Must not know how it was judged.

use super::super::icon::{Glyph, icon};
use super::super::picture::picture;
use super::super::slim_bar::verdict_class;
use crate::browser::Host;
use crate::element::{Stage, WordView, deciding};
use crate::text::element::texts as words;
use crate::text::texts;
use crate::view_model::verdict;
use compose_engine::{Draft, Review};
use yew::prelude::{Callback, Html, classes, html};

/// Verdict and deciding words.
pub(super) fn verdict(review: &Review, draft: &Draft, host: &Host) -> Html {
    let t = texts();
    let view = verdict::verdict(review);
    let text = (t.verdict_of)(view.verdict);
    let decided = deciding(draft, review);
    html! {
        <header class={classes!("head", verdict_class(view.verdict))} part="verdict">
            { picture(Some(view.verdict)) }
            <div class="head-words">
                <h2 class="verdict-word" data-verdict={view.verdict.as_str()}>
                    { text.word }<span class="confidence">{ (t.confidence_of)(view.confidence) }</span>
                </h2>
                <p>{ &view.why }</p>
                if !decided.is_empty() {
                    <ul class="deciding" aria-label={words().deciding}>{ for decided.iter().map(|word| chip(word, host)) }</ul>
                }
            </div>
        </header>
    }
}

fn chip(word: &WordView, host: &Host) -> Html {
    let (host, place) = (host.clone(), word.place);
    let onclick = Callback::from(move |_| host.pick(place));
    let class = classes!("word", if word.needed { "is-needed" } else { "is-spoils" });
    html! { <li><button type="button" {class} title={words().select} {onclick}>{ &word.words }</button></li> }
}

/// What stands there without a verdict.
pub(super) fn empty(stage: Stage) -> Html {
    let w = words();
    let (title, hint) = match stage {
        Stage::Missing => (w.missing, w.missing_hint),
        Stage::Waiting => (w.waiting, ""),
        Stage::Blank | Stage::Ready | Stage::NoRules => (w.blank, w.blank_hint),
    };
    let missing = stage == Stage::Missing;
    html! {
        <header class={classes!("head", "is-empty")} part="verdict">
            if missing { <span class="head-sign">{ icon(Glyph::Alert) }</span> } else { { picture(None) } }
            <div class="head-words"><h2 class="verdict-word is-quiet">{ title }</h2><p>{ hint }</p></div>
        </header>
    }
}

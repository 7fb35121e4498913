//! The smallest change: before and after, word by word, with one button for all of it. Must not know how it was found.

use super::icon::{Glyph, icon};
use crate::state::Change;
use crate::text::compose::texts as words;
use crate::text::{count, fill, texts};
use crate::view_model::diff::{Part, diff};
use compose_engine::amend::{self, Amendment};
use compose_engine::{Draft, Field, Review};
use yew::prelude::{Callback, Html, html};

/// The panel; nothing where the message holds nothing to mend.
pub(crate) fn smallest_change(
    draft: &Draft,
    review: &Review,
    change: &Change,
    on_seek: &Callback<()>,
    on_make: &Callback<()>,
) -> Html {
    let w = words();
    if !amend::is_needed(review) {
        return html! {};
    }
    html! {
        <section class="panel smallest" aria-labelledby="smallest-title">
            <h2 id="smallest-title">{ w.smallest }</h2>
            <div role="status" class="smallest-body">
                { match change {
                    Change::NotSought => html! {
                        <>
                            <p class="small muted">{ w.smallest_lead }</p>
                            <div class="buttons">
                                <button type="button" class="button" onclick={on_seek.reform(|_| ())}>{ w.smallest_find }</button>
                            </div>
                        </>
                    },
                    Change::None => html! { <p class="muted">{ w.smallest_none }</p> },
                    Change::Found(found) => found_change(draft, review, found, on_make),
                } }
            </div>
        </section>
    }
}

fn found_change(draft: &Draft, review: &Review, found: &Amendment, on_make: &Callback<()>) -> Html {
    let (t, w) = (texts(), words());
    let (from, to) = ((t.verdict_of)(review.verdict).word, (t.verdict_of)(found.review.verdict).word);
    let headline = if from == to { to.to_owned() } else { fill(w.smallest_from_to, &[from, to]) };
    html! {
        <>
            <p>
                <strong data-becomes={found.review.verdict.as_str()}>{ headline }</strong>
                { " · " }{ count(found.steps.len(), w.smallest_steps.0, w.smallest_steps.1) }
            </p>
            { changed(t.subject, draft, found, Field::Subject) }
            { changed(t.body, draft, found, Field::Body) }
            if found.rest.is_some() {
                <p class="small muted">{ w.smallest_rest }</p>
            }
            <div class="buttons">
                <button type="button" class="button is-fix" id="make-change" onclick={on_make.reform(|_| ())}>
                    { icon(Glyph::Mend) }{ w.smallest_make }
                </button>
            </div>
        </>
    }
}

/// One field before and after; nothing where it stays as it is.
fn changed(name: &'static str, draft: &Draft, found: &Amendment, field: Field) -> Html {
    let (old, new) = (draft.text(field), found.draft.text(field));
    if old == new {
        return html! {};
    }
    let w = words();
    let part = |part: Part| match part {
        Part::Kept(text) => html! { text },
        Part::Gone(text) => {
            html! { <del><span class="visually-hidden">{ format!("[{} ", w.diff_gone) }</span>{ text }<span class="visually-hidden">{ "]" }</span></del> }
        }
        Part::Come(text) => {
            html! { <ins><span class="visually-hidden">{ format!("[{} ", w.diff_come) }</span>{ text }<span class="visually-hidden">{ "]" }</span></ins> }
        }
    };
    html! {
        <div class="diff">
            <p class="small muted">{ name }</p>
            <p class="diff-text">{ for diff(old, new).into_iter().map(part) }</p>
        </div>
    }
}

//! What the draft gets under each edition, side by side. Must not decide any outcome.

use super::row_chip::RowChip;
use super::slim_bar::outcome_class;
use crate::desk::EditionFate;
use crate::text::compose::texts as words;
use crate::text::{count, fill, texts};
use compose_engine::{Buyer, Edition};
use std::rc::Rc;
use yew::prelude::{Callback, Html, classes, html};

/// One box for each edition.
pub(super) fn editions(fates: &[EditionFate], on_edition: &Callback<Edition>) -> Html {
    html! {
        <>
            <h3>{ words().editions }</h3>
            <div class="editions">{ for fates.iter().map(|fate| edition(fate, on_edition)) }</div>
        </>
    }
}

fn edition(fate: &EditionFate, on_edition: &Callback<Edition>) -> Html {
    let (t, w) = (texts(), words());
    let chosen = fate.edition;
    let opted_out = fate.cells.iter().find(|c| c.buyer == Buyer::OptedOut);
    html! {
        <section key={chosen.as_str()} class={classes!("edition", fate.leads.then_some("is-now"))} data-rule={chosen.as_str()}>
            <h4>{ (t.edition_of)(chosen) }{ " " }<span class="muted">{ fill(w.edition_since, &[&fate.since]) }</span></h4>
            <p class="small">{ &fate.changes }</p>
            <ul class="plain">
                { for fate.cells.iter().map(|cell| html! {
                    <li>
                        <span>{ (w.buyer_of)(cell.buyer) }</span>
                        <span class={classes!("outcome", outcome_class(cell.outcome))}>{ (t.outcome_of)(cell.outcome) }</span>
                    </li>
                }) }
            </ul>
            if let Some(cell) = opted_out {
                <p class="small muted">{ &cell.why }<RowChip key={&*cell.row} id={Rc::clone(&cell.row)} /></p>
            }
            if !fate.others.is_empty() {
                <details class="small">
                    <summary>{ count(fate.others.len(), w.edition_others.0, w.edition_others.1) }</summary>
                    <dl>
                        { for fate.others.iter().map(|(day, changes)| html! { <><dt>{ day }</dt><dd>{ changes }</dd></> }) }
                    </dl>
                </details>
            }
            if fate.leads {
                <p class="small edition-leads">{ w.edition_leads }</p>
            } else {
                <button type="button" class="link" onclick={on_edition.reform(move |_| chosen)}>{ t.use_edition }</button>
            }
        </section>
    }
}

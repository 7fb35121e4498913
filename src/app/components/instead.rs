//! What is better than writing, and the messages that rules pull both ways, with the path to take. Must not know how a text was judged.

use super::disagreement::sides;
use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::desk::{Desk, name_of};
use crate::text::compose::texts as words;
use crate::text::fill;
use compose_engine::pack::policy::{Disagreement, Move};
use compose_engine::{Channel, Review};
use std::rc::Rc;
use yew::prelude::{Callback, Html, html};

/// Both panels, each only where there is something to say. `on_reason` chooses a contact reason by its id.
pub(crate) fn instead(desk: &Desk, review: &Review, on_reason: &Callback<Rc<str>>) -> Html {
    let torn = desk.disagreements(review).into_iter().filter(|d| !d.path.is_empty());
    let moves = desk.moves(review);
    html! {
        <>
            { for torn.map(|d| boundary(d, desk, on_reason)) }
            if !moves.is_empty() {
                <section class="panel instead" aria-labelledby="instead-title">
                    <h2 id="instead-title">{ words().instead }</h2>
                    <ul class="plain">{ for moves.into_iter().map(|m| better(m, desk, on_reason)) }</ul>
                </section>
            }
        </>
    }
}

fn better(m: &Move, desk: &Desk, on_reason: &Callback<Rc<str>>) -> Html {
    html! {
        <li key={m.title.clone()} data-move={m.categories.first().cloned()}>
            if let Some(mail) = &m.automatic {
                <p class="instead-automatic">{ icon(Glyph::Inbox) }{ fill(words().automatic, &[mail]) }</p>
            }
            <h3>{ &m.title }</h3>
            <p class="small">{ &m.text }</p>
            <div class="note-foot">
                { m.reason.as_deref().map(|id| reason_button(id, desk, on_reason)) }
                { chips(&m.rows) }
            </div>
        </li>
    }
}

fn boundary(d: &Disagreement, desk: &Desk, on_reason: &Callback<Rc<str>>) -> Html {
    let fitting = d.categories.first().and_then(|category| desk.made_for(category, Channel::ContactBuyer));
    let label = format!("boundary-{}", d.id);
    html! {
        <section class="panel boundary" aria-labelledby={label.clone()} data-question={d.id.clone()}>
            <p class="small-title small">{ icon(Glyph::Alert) }{ words().boundary }</p>
            <h2 id={label}>{ &d.title }</h2>
            { sides(d, desk.policy()) }
            <h3>{ words().boundary_path }</h3>
            <ol class="path">{ for d.path.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
            <div class="note-foot">
                { fitting.map(|r| reason_button(&r.id, desk, on_reason)) }
                { chips(&d.rows) }
            </div>
        </section>
    }
}

fn reason_button(id: &str, desk: &Desk, on_reason: &Callback<Rc<str>>) -> Html {
    let Some(reason) = desk.policy().reason(id) else { return html! {} };
    let id: Rc<str> = id.into();
    let onclick = on_reason.reform({
        let id = Rc::clone(&id);
        move |_| Rc::clone(&id)
    });
    html! {
        <button type="button" class="button" data-reason={id.to_string()} {onclick}>
            { fill(words().choose_reason, &[&name_of(reason, Channel::ContactBuyer)]) }
        </button>
    }
}

fn chips(rows: &[String]) -> Html {
    let chip = |id: &String| html! { <RowChip key={id.as_str()} id={Rc::<str>::from(id.as_str())} /> };
    html! { <span class="chips">{ for rows.iter().map(chip) }</span> }
}

//! Who gets the draft by which way of sending: a grid whose fields explain themselves. Must not decide any outcome.

use super::disagreement::disagreements;
use super::editions::editions;
use super::icon::{Glyph, icon};
use super::row_chip::{Desks, RowChip};
use super::slim_bar::outcome_class;
use crate::browser::focus_id;
use crate::desk::{Answer, BUYERS, Cell, Column, Given};
use crate::text::compose::texts as words;
use crate::text::{fill, texts};
use compose_engine::Edition;
use std::rc::Rc;
use yew::prelude::{
    Callback, Html, KeyboardEvent, Properties, UseStateHandle, classes, component, html, use_context, use_state_eq,
};

#[derive(Properties)]
pub(crate) struct Props {
    /// What the engine says.
    pub(crate) answer: Rc<Answer>,
    /// Another edition should lead.
    pub(crate) on_edition: Callback<Edition>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer)
    }
}

/// Column and row of a field.
type At = (usize, usize);

/// The panel: grid, editions, and what pages disagree on.
#[component]
pub(crate) fn DeliveryMatrix(props: &Props) -> Html {
    let w = words();
    let desk = use_context::<Desks>().and_then(|d| d.0);
    let picked = use_state_eq(|| None::<At>);
    let matrix = &props.answer.matrix;
    let now = place_of_now(&matrix.columns);
    let shown = (*picked).or(now).unwrap_or((0, 1));
    html! {
        <section class="panel matrix" aria-labelledby="matrix-title">
            <h2 id="matrix-title">{ w.matrix }</h2>
            <p class="muted small">{ w.matrix_lead }</p>
            <table class="matrix-grid" role="grid" aria-labelledby="matrix-title">
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{ w.matrix_buyer }</span></th>
                        { for matrix.columns.iter().map(|c| html! { <th scope="col">{ (w.way_of)(c.way) }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for BUYERS.iter().enumerate().map(|(row, buyer)| html! {
                        <tr>
                            <th scope="row">{ (w.buyer_of)(*buyer) }</th>
                            { for matrix.columns.iter().enumerate().filter_map(|(column, c)| {
                                Some(field(c.cells.get(row)?, (column, row), shown, &picked))
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            { why(&matrix.columns, shown) }
            if let Some(reply) = &matrix.reply {
                <p class="matrix-why">{ w.matrix_reply }{ " " }{ &reply.why }<RowChip id={Rc::clone(&reply.row)} /></p>
            }
            { editions(&matrix.editions, &props.on_edition) }
            if let Some(desk) = desk {
                { disagreements(&desk, &props.answer.review) }
            }
        </section>
    }
}

fn place_of_now(columns: &[Column]) -> Option<At> {
    let row = |c: &Column| c.cells.iter().position(|cell| cell.now);
    columns.iter().enumerate().find_map(|(i, c)| Some((i, row(c)?)))
}

fn field(cell: &Cell, at: At, shown: At, picked: &UseStateHandle<Option<At>>) -> Html {
    let (w, chosen) = (words(), at == shown);
    let onclick = {
        let picked = picked.clone();
        Callback::from(move |_| picked.set(Some(at)))
    };
    let onkeydown = {
        let picked = picked.clone();
        Callback::from(move |event: KeyboardEvent| step(&event, at, &picked))
    };
    html! {
        <td aria-selected={chosen.to_string()}>
            <button type="button" id={id(at)} class={classes!("matrix-field", cell.now.then_some("is-now"), chosen.then_some("is-picked"))}
                tabindex={if chosen { "0" } else { "-1" }} aria-describedby={chosen.then_some("matrix-why")} {onclick} {onkeydown}>
                <span class={classes!("outcome", outcome_class(cell.outcome))}>{ (texts().outcome_of)(cell.outcome) }</span>
                if cell.misuse {
                    <span class="matrix-misuse">{ icon(Glyph::Alert) }{ w.matrix_misuse }</span>
                }
                if cell.now {
                    <span class="matrix-now">{ w.matrix_now }</span>
                }
            </button>
        </td>
    }
}

/// The line that explains the field in front.
fn why(columns: &[Column], (column, row): At) -> Html {
    let w = words();
    let Some((c, cell)) = columns.get(column).and_then(|c| Some((c, c.cells.get(row)?))) else { return html! {} };
    let outcome = (texts().outcome_of)(cell.outcome).to_lowercase();
    let head = fill(w.matrix_cell, &[(w.way_of)(c.way), &(w.buyer_of)(cell.buyer).to_lowercase(), &outcome]);
    let with = match (c.given, c.reason.as_deref()) {
        (Given::Chosen, Some(reason)) => fill(w.matrix_chosen, &[reason]),
        (Given::Fitting, Some(reason)) => fill(w.matrix_fitting, &[reason]),
        (Given::None, _) if c.way != crate::desk::Way::Email => w.matrix_no_reason.to_owned(),
        (Given::Chosen | Given::Fitting | Given::None, _) => String::new(),
    };
    html! {
        <p class="matrix-why" role="status" id="matrix-why">
            <strong>{ head }</strong>{ " " }{ with }{ " " }{ &cell.why }
            <RowChip key={&*cell.row} id={Rc::clone(&cell.row)} />
        </p>
    }
}

/// Arrow keys move from field to field.
fn step(event: &KeyboardEvent, (column, row): At, picked: &UseStateHandle<Option<At>>) {
    let to = match event.key().as_str() {
        "ArrowRight" => (column + 1, row),
        "ArrowLeft" => (column.wrapping_sub(1), row),
        "ArrowDown" => (column, row + 1),
        "ArrowUp" => (column, row.wrapping_sub(1)),
        "Home" => (0, row),
        "End" => (3, row),
        _ => return,
    };
    event.prevent_default();
    if to.0 < 4 && to.1 < BUYERS.len() {
        picked.set(Some(to));
        focus_id(&id(to));
    }
}

fn id((column, row): At) -> String {
    format!("field-{column}-{row}")
}

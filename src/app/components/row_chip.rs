//! A policy row by its id, with a popover that tells the fact and its sources. Must not know which finding names it.

use super::icon::{Glyph, icon};
use crate::browser::{closes, show_popover};
use crate::desk::Desk;
use crate::text::{fill, texts};
use crate::view_model::policy::{RowView, row};
use std::rc::Rc;
use yew::prelude::{
    Callback, Event, Html, Properties, component, html, use_context, use_effect_with, use_node_ref, use_state,
};

/// The desk that chips ask about their rows.
#[derive(Clone)]
pub(crate) struct Desks(pub(crate) Option<Rc<Desk>>);

impl PartialEq for Desks {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().map(Rc::as_ptr) == other.0.as_ref().map(Rc::as_ptr)
    }
}

#[derive(Debug, Properties, PartialEq)]
pub(crate) struct Props {
    /// Id of the row.
    pub(crate) id: Rc<str>,
}

/// A button with the row's id; its popover closes with Escape or a click elsewhere.
#[component]
pub(crate) fn RowChip(props: &Props) -> Html {
    let open = use_state(|| false);
    let (button, card) = (use_node_ref(), use_node_ref());
    let desk = use_context::<Desks>().and_then(|d| d.0);
    {
        let (button, card) = (button.clone(), card.clone());
        use_effect_with(*open, move |open| {
            if *open {
                show_popover(&card, &button);
            }
        });
    }
    let onclick = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            if closes(&event) {
                open.set(false);
            }
        })
    };
    let view = desk.filter(|_| *open).map(|desk| row(&props.id, desk.policy()));
    html! {
        <span class="row-chip">
            <button ref={button} type="button" class="chip" aria-expanded={open.to_string()} {onclick}
                aria-label={fill(texts().row_open, &[&props.id])}>
                { &*props.id }
            </button>
            if let Some(view) = view {
                <div ref={card} class="row-card" popover="auto" role="dialog" aria-label={fill(texts().row_open, &[&props.id])}
                    {ontoggle}>
                    { card_body(&view) }
                </div>
            }
        </span>
    }
}

fn card_body(view: &RowView) -> Html {
    let t = texts();
    html! {
        <>
            <p class="row-title"><span class="chip is-flat">{ &*view.id }</span>{ &view.title }</p>
            if !view.advice.is_empty() {
                <p>{ &view.advice }</p>
            }
            <dl class="facts">
                if !view.known.is_empty() {
                    <div><dt>{ t.row_known }</dt><dd>{ view.known }</dd></div>
                }
                if !view.since.is_empty() {
                    <div><dt>{ t.row_since }</dt><dd>{ &view.since }</dd></div>
                }
            </dl>
            if !view.sources.is_empty() {
                <p class="small-title">{ t.row_sources }</p>
                <ul class="sources">
                    { for view.sources.iter().map(|s| html! {
                        <li>
                            <a href={s.url.clone()} target="_blank" rel="noopener noreferrer">{ &s.site }{ icon(Glyph::Out) }</a>
                            <span class="muted">{ &s.date }</span>
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}

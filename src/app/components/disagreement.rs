//! A question on which pages disagree: each side with where it was read. Must not know why it is asked.

use super::icon::{Glyph, icon};
use super::row_chip::RowChip;
use crate::desk::Desk;
use crate::text::compose::texts as words;
use crate::view_model::policy::source;
use compose_engine::Review;
use compose_engine::pack::policy::{Disagreement, PolicyBook, Side};
use std::rc::Rc;
use yew::prelude::{Html, html};

/// A card for each question that the review raises and that has no way out; nothing at all without one.
pub(super) fn disagreements(desk: &Desk, review: &Review) -> Html {
    let open: Vec<&Disagreement> = desk.disagreements(review).into_iter().filter(|d| d.path.is_empty()).collect();
    if open.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3>{ words().disagree }</h3>
            <p class="small muted">{ words().disagree_lead }</p>
            { for open.into_iter().map(|d| html! {
                <section class="disagreement" data-question={d.id.clone()}><h4>{ &d.title }</h4>{ sides(d, desk.policy()) }</section>
            }) }
        </>
    }
}

/// What each side says.
pub(super) fn sides(question: &Disagreement, book: &PolicyBook) -> Html {
    html! { <ul class="plain sides">{ for question.sides.iter().map(|s| side(s, book)) }</ul> }
}

fn side(side: &Side, book: &PolicyBook) -> Html {
    let sources = side.sources.iter().filter_map(|key| source(book.source(key)?));
    html! {
        <li>
            <p>{ &side.says }{ for side.rows.iter().map(|id| html! { <RowChip key={id.as_str()} id={Rc::<str>::from(id.as_str())} /> }) }</p>
            <p class="small muted side-sources">
                { for sources.map(|s| html! {
                    <span>
                        <a href={s.url.clone()} target="_blank" rel="noopener noreferrer">{ &s.site }{ icon(Glyph::Out) }</a>
                        { " " }{ &s.date }
                    </span>
                }) }
            </p>
        </li>
    }
}

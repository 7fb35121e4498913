//! A notice in plain words: what it is, what it costs, what to do, what told. Must not know how it was read.

use super::icon::{Glyph, icon};
use super::ladder::ladder;
use super::notice_picture::{class, picture};
use super::row_chip::RowChip;
use crate::text::notices::texts;
use crate::text::{count, fill};
use crate::view_model::notices::{InDraft, Match, NoticeView, Piece};
use compose_engine::NoticeKind;
use std::rc::Rc;
use yew::prelude::{Html, classes, html};

/// The headline with its picture; asks for a notice where there is none.
pub(crate) fn notice_head(view: Option<&NoticeView>) -> Html {
    let t = texts();
    let kind = view.map(|v| v.kind);
    let (word, line) = kind.map_or((t.empty_title, t.empty), t.kind_of);
    html! {
        <section class={classes!("panel", "verdict", "notice-head", class(kind))} aria-labelledby="notice-kind">
            <div class="verdict-head">
                { picture(kind) }
                <div>
                    <h3 id="notice-kind" class="verdict-word" data-notice={kind.map(NoticeKind::as_str)}>{ word }</h3>
                    <p class="verdict-meaning">{ line }</p>
                </div>
            </div>
            if let Some(view) = view {
                if !view.means.is_empty() {
                    <p class="notice-means">{ &view.means }</p>
                }
                <p class="notice-order">
                    { view.order.as_ref().map_or_else(|| html! { <span class="muted">{ t.no_order }</span> }, |id| html! { <strong>{ fill(t.order, &[id]) }</strong> }) }
                </p>
                { may_be(view.kind) }
            }
        </section>
    }
}

/// What to do, what told, and the rows.
pub(crate) fn notice_body(view: &NoticeView) -> Html {
    let t = texts();
    if view.kind == NoticeKind::None {
        return html! {};
    }
    html! {
        <>
            <section class="panel" aria-labelledby="notice-steps">
                <h3 id="notice-steps">{ t.steps }</h3>
                <ol class="notice-steps">{ for view.steps.iter().map(|step| html! { <li>{ step }</li> }) }</ol>
                { ladder(&view.ladder, false) }
            </section>
            <section class="panel" aria-labelledby="notice-told">
                <h3 id="notice-told">{ t.told }</h3>
                <p class="notice-told">{ for view.told.iter().map(piece) }</p>
                <p class="muted small">{ t.told_legend }</p>
                <p class="notice-rows"><span class="muted">{ t.rows }</span>{ chips(&view.rows) }</p>
            </section>
            { in_draft(&view.draft) }
        </>
    }
}

fn in_draft(draft: &InDraft) -> Html {
    let t = texts();
    let (line, found): (String, &[Match]) = match draft {
        InDraft::Empty => (t.draft_empty.to_owned(), &[]),
        InDraft::Matches(found) if found.is_empty() => (t.draft_clean.to_owned(), &[]),
        InDraft::Matches(found) => (count(found.len(), t.draft_found.0, t.draft_found.1), found),
    };
    html! {
        <section class="panel" aria-labelledby="notice-draft">
            <h3 id="notice-draft">{ t.draft }</h3>
            <p class="muted">{ line }</p>
            <ul class="plain notice-matches">{ for found.iter().map(matching) }</ul>
            <p><a href="#/">{ t.to_composer }</a></p>
        </section>
    }
}

fn matching(found: &Match) -> Html {
    html! {
        <li class="notice-match">
            { icon(Glyph::Alert) }
            <div>
                if !found.quote.is_empty() {
                    <q>{ &found.quote }</q>
                }
                <p>{ &found.what }{ chips(&found.rows) }</p>
            </div>
        </li>
    }
}

fn may_be(kind: NoticeKind) -> Html {
    let t = texts();
    match kind {
        NoticeKind::None => html! {
            <>
                <h4 class="notice-may-be">{ t.may_be }</h4>
                <ul class="notice-steps">{ for t.may_be_list.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
                <p><a href="#/">{ t.to_composer }</a></p>
            </>
        },
        NoticeKind::OptedOut | NoticeKind::Guidelines | NoticeKind::Restricted => html! {},
    }
}

fn piece(piece: &Piece) -> Html {
    if piece.told {
        html! { <mark>{ &piece.text }</mark> }
    } else {
        html! { { &piece.text } }
    }
}

fn chips(rows: &[Rc<str>]) -> Html {
    html! { <span class="chips">{ for rows.iter().map(|id| html! { <RowChip key={&**id} id={Rc::clone(id)} /> }) }</span> }
}

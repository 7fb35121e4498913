//! One template in full: its text with what each sentence does, its findings, and a way into the composer. Must not know the rules.

use crate::browser::{Slot, go_to, keep};
use crate::carried;
use crate::components::note::note_block;
use crate::hooks::Audit;
use crate::route::Route;
use crate::templates::export::place;
use crate::text::templates::texts as own;
use crate::text::{RoleName, texts};
use crate::view_model::findings::{NoteView, notes};
use crate::view_model::verdict::{Piece, pieces, verdict};
use compose_engine::{Draft, Field, Review};
use yew::prelude::{Callback, Html, Properties, component, html};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The library.
    pub(crate) audit: Audit,
    /// Number of the row.
    pub(crate) number: usize,
}

/// The details; reviewed once when they are opened.
#[component]
pub(crate) fn Detail(props: &Props) -> Html {
    let desk = props.audit.desk();
    let found = desk.and_then(|desk| props.audit.read(|library| library.review(props.number, desk))?);
    let Some((draft, review)) = found else { return html! {} };
    let source = props.audit.read(|library| {
        let source = library.rows.get(props.number).map(|row| row.template.source.clone());
        source.map(|s| [s.file.to_string(), place(s.place)].join(" ")).unwrap_or_default()
    });
    let compose = {
        let (audit, draft) = (props.audit.clone(), draft.clone());
        Callback::from(move |_| {
            let context = audit.read(|library| library.context.clone()).unwrap_or_default();
            keep(Slot::Handed, &carried::write(&draft, &context));
            go_to(&Route::Compose.href());
        })
    };
    html! {
        <div class="detail">
            <div class="detail-text">
                <p class="detail-why">{ verdict(&review).why }</p>
                { text(&draft, &review) }
                <p class="small muted">{ source.unwrap_or_default() }</p>
                <button type="button" class="button is-fix" onclick={compose}>{ own().compose }</button>
            </div>
            { findings(&draft, &review) }
        </div>
    }
}

fn text(draft: &Draft, review: &Review) -> Html {
    let subject = if draft.subject.is_empty() {
        html! { own().no_subject }
    } else {
        marked(draft, review, Field::Subject)
    };
    html! {
        <div class="detail-letter" dir="auto" lang={review.lang.clone()}>
            <p class="detail-subject" dir="auto">{ subject }</p>
            <p class="detail-body" dir="auto">{ marked(draft, review, Field::Body) }</p>
        </div>
    }
}

/// The field with its needed and spoiling sentences marked; the role is said after each.
fn marked(draft: &Draft, review: &Review, field: Field) -> Html {
    let piece = |piece: Piece<'_>| {
        let class = match piece.role {
            Some(RoleName::Needed) => "is-needed",
            Some(RoleName::Spoils) => "is-spoils",
            Some(RoleName::Courtesy | RoleName::Quoted | RoleName::Silent) | None => {
                return html! { { piece.text.to_owned() } };
            }
        };
        let role = piece.role.map(texts().role_of).unwrap_or_default();
        html! { <mark {class}>{ piece.text.to_owned() }<span class="visually-hidden">{ format!(" ({role}) ") }</span></mark> }
    };
    pieces(draft, review, field).into_iter().map(piece).collect()
}

fn findings(draft: &Draft, review: &Review) -> Html {
    let found = notes(draft, review);
    // Mending is the composer's work.
    let is_empty = found.is_empty();
    let listed = found.into_iter().map(|note| NoteView { fixes: Vec::new(), ..note });
    html! {
        <div class="detail-findings">
            <h4>{ texts().findings }</h4>
            if is_empty {
                <p class="muted">{ own().no_findings }</p>
            }
            <ul class="plain">{ for listed.map(|note| html! { <li>{ note_block(&note, &Callback::noop(), None) }</li> }) }</ul>
        </div>
    }
}

//! A message as an inbox shows it: the seller's own, and the notice that comes back. Text only, so nothing in it can act.

use crate::text::texts;
use compose_engine::Draft;
use compose_engine::notice::Notice;
use yew::prelude::{Html, html};

/// Most characters that a preview shows.
const MOST: usize = 900;

/// The seller's message in the buyer's inbox.
pub(super) fn mail(draft: &Draft) -> Html {
    let subject = draft.subject.trim();
    html! {
        <article class="mail">
            { head(texts().from_seller, if subject.is_empty() { texts().no_subject } else { subject }) }
            <p class="mail-body">{ cut(&draft.body) }</p>
        </article>
    }
}

/// The notice in the seller's mailbox.
pub(super) fn notice_mail(notice: &Notice) -> Html {
    let t = texts();
    html! {
        <>
            <article class="mail is-notice" lang={notice.lang.clone()}>
                { head(t.from_marketplace, &notice.subject) }
                <div class="mail-body">
                    <p>{ &notice.salutation }</p>
                    <p>{ &notice.first_line }</p>
                    <p>{ &notice.reason }</p>
                    <p>{ &notice.how_to }</p>
                    { list(t.notice_critical, &notice.critical_list) }
                    { list(t.notice_other, &notice.non_critical_list) }
                </div>
            </article>
            <p class="status-line"><span class="muted">{ t.notice_status }</span>{ &notice.status_line }</p>
            <p class="muted small">{ t.notice_own_words }</p>
        </>
    }
}

fn head(from: &str, subject: &str) -> Html {
    html! {
        <header class="mail-head">
            <span class="mail-from">{ from }</span>
            <strong class="mail-subject">{ subject }</strong>
        </header>
    }
}

fn list(title: &str, items: &[String]) -> Html {
    html! {
        <>
            <p class="mail-list-title">{ title }</p>
            <ul>{ for items.iter().map(|item| html! { <li>{ item }</li> }) }</ul>
        </>
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

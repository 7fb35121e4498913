//! The picture of a notice, by its kind. Must not know the words beside it.

use compose_engine::NoticeKind;
use yew::prelude::{Html, classes, html};

/// The class that gives a kind its colours.
pub(super) const fn class(kind: Option<NoticeKind>) -> &'static str {
    match kind {
        Some(NoticeKind::OptedOut) => "is-opted-out",
        Some(NoticeKind::Guidelines) => "is-guidelines",
        Some(NoticeKind::Restricted) => "is-restricted",
        Some(NoticeKind::None) => "is-unclear",
        None => "is-empty",
    }
}

/// An envelope with a sign: a person turned away, a stop, a lock, a question.
pub(super) fn picture(kind: Option<NoticeKind>) -> Html {
    let sign = kind.map(|kind| match kind {
        NoticeKind::OptedOut => {
            "M58 47a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2zM51.5 55.5c.6-4 3-5.6 6.5-5.6s5.9 1.6 6.5 5.6M50 40l16 16"
        }
        NoticeKind::Guidelines => "M58 40.5v9M58 55v.01",
        NoticeKind::Restricted => "M52 47.5h12v8.5h-12zM54.5 47.5v-3a3.5 3.5 0 0 1 7 0v3",
        NoticeKind::None => "M53.8 45a4.3 4.3 0 1 1 6.2 3.7c-1.4.7-2 1.5-2 3M58 56.3v.01",
    });
    html! {
        <svg class={classes!("picture", class(kind))} viewBox="0 0 76 66" aria-hidden="true" focusable="false">
            <rect class="picture-paper" x="3" y="9" width="62" height="44" rx="5" />
            <path class="picture-fold" d="M5 13.5l25.5 19.2a6 6 0 0 0 7 0L63 13.5" />
            if let Some(sign) = sign {
                <circle class="seal" cx="58" cy="48" r="15" />
                <path class="seal-sign" d={sign} />
            }
        </svg>
    }
}

//! Loads the module of the pages beside the composer with the first of them, and shows their place. Must not know what they paint.

use super::control::button;
use crate::browser::{PAGES, open_pages, set_hidden};
use crate::text::{fill, texts};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Html, Properties, component, html, use_callback, use_effect_with, use_state};

#[derive(Debug, Properties, PartialEq)]
pub(crate) struct Props {
    /// Whether one of them is in front.
    pub(crate) in_front: bool,
}

/// How far the module is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Progress {
    Waiting,
    Mounted,
    Failed(Rc<str>),
}

/// Until the pages are there it says so, and why if they cannot come.
#[component]
pub(crate) fn OtherPages(props: &Props) -> Html {
    let t = texts();
    let progress = use_state(|| Progress::Waiting);
    let load = use_callback((), {
        let progress = progress.clone();
        move |(), ()| {
            let progress = progress.clone();
            spawn_local(async move {
                progress.set(match open_pages().await {
                    Ok(()) => Progress::Mounted,
                    Err(reason) => Progress::Failed(reason.into()),
                });
            });
        }
    });
    use_effect_with(props.in_front, {
        let load = load.clone();
        move |in_front| {
            set_hidden(PAGES, !in_front);
            if *in_front {
                load.emit(());
            }
        }
    });
    match &*progress {
        Progress::Waiting if props.in_front => {
            html! { <p class="page muted" role="status">{ t.page_coming }</p> }
        }
        Progress::Failed(reason) if props.in_front => html! {
            <div class="page panel warning" role="alert">
                <p>{ fill(t.page_failed, &[reason]) }</p>
                { button("pages-again", "button", t.again, load.reform(|_| ())) }
            </div>
        },
        Progress::Waiting | Progress::Failed(_) | Progress::Mounted => Html::default(),
    }
}

//! The head of the page: name, privacy with the count of requests, colour theme. Must not know drafts.

use super::icon::{Glyph, icon};
use crate::hooks::{Theme, use_requests, use_theme};
use crate::text::{count, texts};
use yew::prelude::{Callback, Html, Properties, component, html};

#[derive(Debug, Properties, PartialEq)]
pub(crate) struct Props {
    /// Whether the composer is in front.
    pub(crate) composing: bool,
}

/// The page's header.
#[component]
pub(crate) fn Masthead(props: &Props) -> Html {
    let t = texts();
    let requests = use_requests();
    let (theme, set_theme) = use_theme();
    let (glyph, label) = match theme {
        Theme::System => (Glyph::Half, t.theme_auto),
        Theme::Light => (Glyph::Sun, t.theme_light),
        Theme::Dark => (Glyph::Moon, t.theme_dark),
    };
    html! {
        <header class="masthead">
            if props.composing {
                <a class="skip" href="#body">{ t.skip }</a>
            } else {
                <a class="skip" href="#page-title">{ t.skip_to_page }</a>
            }
            <div class="brand">
                <svg class="logo" viewBox="0 0 40 32" aria-hidden="true" focusable="false">
                    <rect class="logo-paper" x="1.5" y="1.5" width="37" height="29" rx="5" />
                    <path class="logo-fold" d="M4 6l13.6 10.4a4 4 0 0 0 4.8 0L36 6" />
                    <path class="logo-check" d="M24.5 22.5l3 3 6-6.5" />
                </svg>
                <div>
                    <h1>{ t.name }</h1>
                    <p class="tagline">{ t.tagline }</p>
                </div>
            </div>
            <div class="masthead-side">
                <p class="private" title={t.requests_title}>
                    { icon(Glyph::Shield) }
                    <span class="private-words">{ t.private }</span>
                    <span class="requests" data-requests={requests.to_string()}>
                        { count(requests, t.requests.0, t.requests.1) }
                        { " " }
                        <span class="requests-since">{ t.requests_since }</span>
                    </span>
                </p>
                <button type="button" class="button is-icon" aria-label={label} title={label}
                    onclick={Callback::from(move |_| set_theme.emit(theme.next()))}>
                    { icon(glyph) }
                </button>
            </div>
        </header>
    }
}

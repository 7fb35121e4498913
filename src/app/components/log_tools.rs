//! Filter, export, import and wiping of the log. Must not know what is in it.

use super::control::button;
use crate::browser::{Given, chosen, click_id};
use crate::text::{count, standing};
use yew::prelude::{Callback, Event, Html, InputEvent, MouseEvent, html};

const FILE: &str = "log-file";

/// Whether the seller was asked for a yes before everything goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wiping {
    /// Not yet.
    No,
    /// The question stands.
    Asked,
}

/// What the row of tools paints and does.
pub(crate) struct LogTools<'a> {
    /// How many messages there are.
    pub(crate) number: usize,
    /// What is looked for.
    pub(crate) filter: &'a str,
    /// Whether the question before wiping stands.
    pub(crate) wiping: Wiping,
    /// Something else is looked for.
    pub(crate) on_filter: Callback<InputEvent>,
    /// The log should be saved as a file.
    pub(crate) on_export: Callback<MouseEvent>,
    /// A file should be read.
    pub(crate) on_import: Callback<Given>,
    /// The question should stand or go.
    pub(crate) on_ask: Callback<Wiping>,
    /// Everything should go; the seller was asked.
    pub(crate) on_wipe: Callback<MouseEvent>,
}

/// The row of tools for a log that holds something.
pub(crate) fn log_tools(tools: LogTools<'_>) -> Html {
    let t = standing::texts();
    html! {
        <div class="log-tools">
            <div class="control">
                <label for="log-filter">{ t.filter }</label>
                <input id="log-filter" type="search" autocomplete="off" value={tools.filter.to_owned()} oninput={tools.on_filter} />
            </div>
            <div class="buttons">
                { button("log-export", "button", t.export, tools.on_export) }
                { import(tools.on_import) }
                { button("log-wipe", "button is-quiet", t.wipe, tools.on_ask.reform(|_| Wiping::Asked)) }
            </div>
            if tools.wiping == Wiping::Asked {
                <div class="log-ask" role="group" aria-label={t.wipe}>
                    <p>{ count(tools.number, t.wipe_ask.0, t.wipe_ask.1) }</p>
                    { button("log-wipe-yes", "button", t.wipe_yes, tools.on_wipe) }
                    { button("log-wipe-no", "button is-quiet", t.wipe_no, tools.on_ask.reform(|_| Wiping::No)) }
                </div>
            }
        </div>
    }
}

/// The browser's own control for files, and the button that opens it.
pub(crate) fn import(on_import: Callback<Given>) -> Html {
    let t = standing::texts();
    let onchange = Callback::from(move |event: Event| {
        for file in chosen(&event) {
            on_import.emit(file);
        }
    });
    html! {
        <>
            <input id={FILE} type="file" accept=".json,application/json" hidden=true {onchange} aria-label={t.import} />
            { button("log-import", "button", t.import, Callback::from(|_| click_id(FILE))) }
        </>
    }
}

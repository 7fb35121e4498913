//! Filter, export, import and wiping of the log. Must not know what is in it.

use super::icon::{Glyph, icon};
use crate::browser::{Chosen, chosen_file, click_id, value_of};
use crate::text::{count, standing};
use yew::prelude::{Callback, Event, Html, InputEvent, Properties, component, html, use_state};

const FILE: &str = "log-file";

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// How many messages there are.
    pub(crate) number: usize,
    /// Whether there is anything to export or wipe.
    pub(crate) empty: bool,
    /// What is looked for.
    pub(crate) filter: String,
    /// Something else is looked for.
    pub(crate) on_filter: Callback<String>,
    /// The log should be saved as a file.
    pub(crate) on_export: Callback<()>,
    /// A file should be read.
    pub(crate) on_import: Callback<Chosen>,
    /// Everything should go; the seller was asked.
    pub(crate) on_wipe: Callback<()>,
}

/// The row of tools.
#[component]
pub(crate) fn LogTools(props: &Props) -> Html {
    let t = standing::texts();
    let asking = use_state(|| false);
    let ask = |answer: bool| {
        let asking = asking.clone();
        Callback::from(move |_| asking.set(answer))
    };
    let wipe = {
        let (asking, on_wipe) = (asking.clone(), props.on_wipe.clone());
        Callback::from(move |_| {
            asking.set(false);
            on_wipe.emit(());
        })
    };
    html! {
        <div class="log-tools">
            if !props.empty { { filter(props) } }
            <div class="buttons">
                <button type="button" class="button" id="log-export" disabled={props.empty} onclick={props.on_export.reform(|_| ())}>{ t.export }</button>
                <button type="button" class="button" id="log-import" onclick={Callback::from(|_| click_id(FILE))}>{ t.import }</button>
                <button type="button" class="button is-quiet" id="log-wipe" disabled={props.empty} onclick={ask(true)}>
                    { icon(Glyph::Bin) }{ t.wipe }
                </button>
            </div>
            { file(props) }
            if *asking && !props.empty {
                <div class="log-ask" role="group" aria-label={t.wipe}>
                    <p>{ count(props.number, t.wipe_ask.0, t.wipe_ask.1) }</p>
                    <button type="button" class="button" id="log-wipe-yes" onclick={wipe}>{ t.wipe_yes }</button>
                    <button type="button" class="button is-quiet" onclick={ask(false)}>{ t.wipe_no }</button>
                </div>
            }
        </div>
    }
}

fn filter(props: &Props) -> Html {
    let oninput = props.on_filter.reform(|event: InputEvent| value_of(&event));
    html! {
        <div class="control">
            <label for="log-filter">{ standing::texts().filter }</label>
            <input id="log-filter" type="search" inputmode="numeric" autocomplete="off" value={props.filter.clone()} {oninput} />
        </div>
    }
}

/// The browser's own control for files; the button beside it opens it.
fn file(props: &Props) -> Html {
    let on_import = props.on_import.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(file) = chosen_file(&event) {
            on_import.emit(file);
        }
    });
    html! { <input id={FILE} type="file" accept=".json,application/json" hidden=true {onchange} aria-label={standing::texts().import} /> }
}

//! Where templates come in: a button for files, a sample, and what may be dropped or pasted. Must not know how files are read.

use crate::browser::chosen;
use crate::hooks::Audit;
use crate::templates::Reader;
use crate::text::templates::texts;
use yew::prelude::{Callback, Event, Html, classes, html};

/// The kinds of file offered first.
const KINDS: &str = ".csv,.tsv,.json,.jsonl,.ndjson,.txt,.md,.zip";

/// The zone; `is_over` while files are held over the page.
pub(crate) fn drop_zone(audit: &Audit, is_over: bool) -> Html {
    let t = texts();
    let onchange = {
        let audit = audit.clone();
        Callback::from(move |event: Event| audit.take(chosen(&event)))
    };
    let sample = audit.on(|library, _| library.give(Reader::open(texts().sample_name, texts().sample_csv.as_bytes())));
    let is_empty = audit.read(|l| l.rows.is_empty() && l.troubles.is_empty()).unwrap_or(true);
    html! {
        <section class={classes!("panel", "drop", is_over.then_some("is-over"))}>
            <div>
                <p class="drop-title">{ t.drop_title }</p>
                <p class="muted">{ t.drop_hint }</p>
            </div>
            <div class="buttons">
                <label class="button is-fix file-button">
                    <input id="template-files" type="file" multiple={true} accept={KINDS} class="visually-hidden" {onchange} />
                    { t.choose }
                </label>
                <button type="button" class="button" id="template-sample" onclick={sample}>{ t.sample }</button>
                <button type="button" class="button is-quiet" disabled={is_empty} onclick={audit.on(|library, _| library.clear())}>
                    { t.clear }
                </button>
            </div>
            <p class="small muted drop-limits">{ t.limits }</p>
        </section>
    }
}

//! The page of templates: files in, all of them checked, a summary, a table, and saving. Must hold no policy.

use crate::browser::dropped;
use crate::components::audit::{chart, drop_zone, exports, filters, progress, sending, table, troubles};
use crate::components::page_head;
use crate::hooks::{Audit, use_announcement, use_audit};
use crate::templates::Library;
use crate::templates::export::buyer;
use crate::templates::library::Phase;
use crate::templates::list::{VERDICTS, shown, tally};
use crate::text::templates as text;
use crate::text::{count, fill, texts};
use yew::prelude::{AttrValue, Callback, DragEvent, Html, Properties, component, html, use_state_eq};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The library.
    pub(crate) audit: Audit,
}

/// The page.
#[component]
pub(crate) fn Templates(props: &Props) -> Html {
    let (t, audit) = (text::texts(), &props.audit);
    use_audit(audit);
    let is_over = use_state_eq(|| false);
    let over = |held: bool| {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            is_over.set(held);
        })
    };
    let ondrop = {
        let (audit, is_over) = (audit.clone(), is_over.clone());
        Callback::from(move |event: DragEvent| {
            is_over.set(false);
            audit.take(dropped(&event));
        })
    };
    let said = use_announcement(audit.read(announcement).unwrap_or_default());
    html! {
        <main class="page is-single templates" id="main" ondragover={over(true)} ondragleave={over(false)} {ondrop}>
            { page_head(t.title, t.lead) }
            if audit.desk().is_none() {
                <p class="panel warning" role="alert">{ texts().broken }</p>
            }
            { drop_zone(audit, *is_over) }
            { audit.read(|library| results(audit, library)) }
            <p class="visually-hidden" role="status" aria-live="polite">{ said }</p>
        </main>
    }
}

fn results(audit: &Audit, library: &Library) -> Html {
    let t = text::texts();
    let (counts, unchecked) = tally(&library.rows);
    let rows = shown(&library.rows, &library.sieve, library.order);
    let number = fill(t.shown_of, &[&rows.len().to_string(), &library.rows.len().to_string()]);
    html! {
        <>
            { troubles(library) }
            <section class="panel" aria-label={t.sending}>
                { sending(audit, &library.context) }
                if !library.rows.is_empty() {
                    { progress(audit, library.progress()) }
                }
            </section>
            if !library.rows.is_empty() {
                { chart(counts, unchecked) }
                <section class="panel" aria-labelledby="results-title">
                    <h3 id="results-title">{ t.results }</h3>
                    { filters(audit, library, buyer(library)) }
                    <p class="muted audit-shown">{ number }</p>
                    { table(audit, library, &rows, buyer(library)) }
                    { exports(audit) }
                </section>
            }
        </>
    }
}

/// What is said when all is checked, or when the seller stopped it.
fn announcement(library: &Library) -> AttrValue {
    let t = text::texts();
    let progress = library.progress();
    let (done, all) = (progress.done.to_string(), progress.all.to_string());
    match progress.phase {
        Phase::Running => AttrValue::default(),
        Phase::Stopped => fill(t.stopped, &[&done, &all]).into(),
        Phase::Finished if progress.all == 0 => AttrValue::default(),
        Phase::Finished => {
            let (counts, _) = tally(&library.rows);
            let mut parts = vec![count(progress.all, t.finished.0, t.finished.1)];
            let named = VERDICTS.into_iter().zip(counts).filter(|(_, n)| *n > 0);
            parts.extend(named.map(|(v, n)| fill(t.finished_with, &[(texts().verdict_of)(v).word, &n.to_string()])));
            parts.join(". ").into()
        }
    }
}

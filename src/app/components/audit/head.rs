//! How far checking is, what could not be read, and saving. Must not know how any of it is done.

use crate::browser::save;
use crate::hooks::Audit;
use crate::templates::library::{Phase, Progress};
use crate::templates::{Library, export, list, report};
use crate::text::templates::texts;
use crate::text::{count, fill};
use yew::prelude::{Callback, Html, html};

/// The bar, the count, and a button that stops the work or goes on with it.
pub(crate) fn progress(audit: &Audit, progress: Progress) -> Html {
    let t = texts();
    let Progress { done, all, phase } = progress;
    let (word, verb) = match phase {
        Phase::Finished => (count(all, t.finished.0, t.finished.1), None),
        Phase::Running => (fill(t.progress_of, &[&done.to_string(), &all.to_string()]), Some((t.stop, true))),
        Phase::Stopped => (fill(t.stopped, &[&done.to_string(), &all.to_string()]), Some((t.resume, false))),
    };
    html! {
        <div class="audit-progress">
            <progress max={all.max(1).to_string()} value={done.to_string()} aria-label={t.progress}></progress>
            <span class="audit-count">{ word }</span>
            if let Some((verb, stops)) = verb {
                <button type="button" class="button" id="template-stop" onclick={audit.on(move |library, _| library.set_stopped(stops))}>
                    { verb }
                </button>
            }
        </div>
    }
}

/// What could not be read, by file and place.
pub(crate) fn troubles(library: &Library) -> Html {
    let t = texts();
    let number = library.troubles.len() + library.more_troubles;
    if number == 0 {
        return html! {};
    }
    html! {
        <section class="panel warning troubles" role="alert">
            <h3>{ count(number, t.troubles.0, t.troubles.1) }</h3>
            <ul>{ for library.troubles.iter().map(|one| html! { <li>{ export::trouble(one) }</li> }) }</ul>
            if library.more_troubles > 0 {
                <p>{ count(library.more_troubles, t.more_troubles.0, t.more_troubles.1) }</p>
            }
        </section>
    }
}

/// Buttons that save the shown rows.
pub(crate) fn exports(audit: &Audit) -> Html {
    let t = texts();
    html! {
        <div class="audit-export" role="group" aria-label={t.export}>
            <div class="buttons">
                { saver(audit, "template-csv", t.export_csv, (t.csv_name, "text/csv;charset=utf-8", export::csv)) }
                { saver(audit, "template-html", t.export_html, (t.html_name, "text/html;charset=utf-8", report::html)) }
            </div>
            <p class="small muted">{ t.export_hint }</p>
        </div>
    }
}

/// Name and kind of a file, and what makes its text.
type Saved = (&'static str, &'static str, fn(&Library, &[usize]) -> String);

fn saver(audit: &Audit, id: &'static str, label: &'static str, (name, kind, write): Saved) -> Html {
    let audit = audit.clone();
    let onclick = Callback::from(move |_| {
        let text = audit.read(|library| write(library, &list::shown(&library.rows, &library.sieve, library.order)));
        save(name, kind, &text.unwrap_or_default());
    });
    html! { <button type="button" class="button" {id} {onclick}>{ label }</button> }
}

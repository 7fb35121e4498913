//! The page about privacy: what was fetched, what the browser forbids, what is kept. Must hold no policy.

use crate::browser::{Fetched, content_policy, fetched};
use crate::components::page_head;
use crate::hooks::use_requests;
use crate::text::{count, privacy as text};
use yew::prelude::{Html, component, html};

/// The page; its table grows with every request.
#[component]
pub(crate) fn Privacy() -> Html {
    let t = text::texts();
    let requests = use_requests();
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
            <section class="panel">
                <p class="figure" role="status">{ count(requests, t.counter.0, t.counter.1) }</p>
                <p class="muted">{ t.counter_note }</p>
            </section>
            <section class="panel" aria-labelledby="fetched">
                <h3 id="fetched">{ t.fetched }</h3>
                { table(&fetched()) }
                <p class="muted small">{ t.fetched_note }</p>
            </section>
            <section class="panel" aria-labelledby="policy">
                <h3 id="policy">{ t.policy }</h3>
                <p>{ t.policy_note }</p>
                <ul class="code-list">{ for content_policy().split(';').map(|part| html! { <li><code>{ part.trim() }</code></li> }) }</ul>
            </section>
            <section class="panel" aria-labelledby="kept">
                <h3 id="kept">{ t.kept }</h3>
                <ul>{ for t.kept_items.iter().map(|item| html! { <li>{ *item }</li> }) }</ul>
                <h3>{ t.check }</h3>
                <ol>{ for t.check_steps.iter().map(|step| html! { <li>{ *step }</li> }) }</ol>
            </section>
        </main>
    }
}

fn table(files: &[Fetched]) -> Html {
    let t = text::texts();
    html! {
        <div class="table-frame">
            <table class="table">
                <thead><tr><th scope="col">{ t.file }</th><th scope="col" class="is-number">{ t.bytes }</th></tr></thead>
                <tbody>
                    { for files.iter().map(|file| html! {
                        <tr><td>{ &file.name }</td><td class="is-number">{ file.bytes }</td></tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

//! The page about the model: how it works, and a test and a measurement that run here. Must hold no policy.

use crate::components::{Desks, confusion_table, page_head, proof_table};
use crate::desk::Desk;
use crate::hooks::{measure, prove};
use crate::text::{LANGUAGES, SAMPLES, fill, model as text};
use crate::view_model::proof::{Tally, milliseconds, quantile};
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Callback, Html, UseStateHandle, component, html, use_context, use_mut_ref, use_state};

/// How far the test has come.
#[derive(Debug, Clone, Default, PartialEq)]
struct Proof {
    rows: Vec<(String, Tally)>,
    running: bool,
    fault: Option<String>,
}

/// The page.
#[component]
pub(crate) fn Model() -> Html {
    let t = text::texts();
    let desk = use_context::<Desks>().and_then(|d| d.0);
    let proof = use_state(Proof::default);
    let busy = use_mut_ref(|| false);
    let times = use_state(Vec::<f64>::new);
    let on_run = {
        let (desk, proof) = (desk.clone(), proof.clone());
        Callback::from(move |_| {
            let free = busy.try_borrow_mut().is_ok_and(|mut busy| !std::mem::replace(&mut *busy, true));
            if let Some(desk) = desk.clone().filter(|_| free) {
                let busy = Rc::clone(&busy);
                run(desk, proof.clone(), move || _ = busy.try_borrow_mut().map(|mut busy| *busy = false));
            }
        })
    };
    let on_bench = {
        let times = times.clone();
        let text = SAMPLES.iter().map(|s| s.body).collect::<Vec<_>>().join(" ");
        Callback::from(move |_| {
            let times = times.clone();
            if let Some(desk) = &desk {
                measure(desk, &text, &Callback::from(move |found| times.set(found)));
            }
        })
    };
    html! {
        <main class="page is-single" id="main">
            { page_head(t.title, t.lead) }
            <section class="panel">
                <h3>{ t.how }</h3>
                <ol>{ for t.how_items.iter().map(|item| html! { <li>{ *item }</li> }) }</ol>
                <h3>{ t.limits }</h3>
                <ul>{ for t.limits_items.iter().map(|item| html! { <li>{ *item }</li> }) }</ul>
            </section>
            <section class="panel" aria-labelledby="proof">
                <h3 id="proof">{ t.proof }</h3>
                <p>{ t.proof_note }</p>
                <button type="button" class="button is-fix" id="prove" aria-disabled={proof.running.to_string()} onclick={on_run}>{ t.run }</button>
                { result(&proof) }
            </section>
            <section class="panel" aria-labelledby="bench">
                <h3 id="bench">{ t.bench }</h3>
                <p>{ t.bench_note }</p>
                <button type="button" class="button" id="measure" onclick={on_bench}>{ t.bench_run }</button>
                <p role="status" class="figure">
                    if !times.is_empty() {
                        { fill(t.bench_times.0, &[&milliseconds(quantile(&times, 50))]) }
                        { ", " }
                        { fill(t.bench_times.1, &[&milliseconds(quantile(&times, 95))]) }
                    }
                </p>
            </section>
        </main>
    }
}

fn result(proof: &Proof) -> Html {
    let t = text::texts();
    let mut all = Tally::default();
    proof.rows.iter().for_each(|(_, tally)| all.join(tally));
    let mut rows = proof.rows.clone();
    rows.push((t.all.to_owned(), all));
    html! {
        <>
            <p role="status">
                if proof.running {
                    { fill(t.running, &[&proof.rows.len().to_string(), &LANGUAGES.len().to_string()]) }
                }
            </p>
            if let Some(fault) = &proof.fault {
                <p class="warning" role="alert">{ fill(t.failed, &[fault]) }</p>
            }
            if !proof.rows.is_empty() {
                { proof_table(&rows) }
                { confusion_table(&all) }
            }
        </>
    }
}

/// Judges one language after the other and shows each as it comes.
fn run(desk: Rc<Desk>, proof: UseStateHandle<Proof>, done: impl Fn() + 'static) {
    spawn_local(async move {
        let mut so_far = Proof { running: true, ..Proof::default() };
        proof.set(so_far.clone());
        for (lang, name) in LANGUAGES {
            match prove(&desk, lang).await {
                Ok(tally) => so_far.rows.push((name.to_owned(), tally)),
                Err(fault) => so_far.fault = Some(fault),
            }
            if so_far.fault.is_some() {
                break;
            }
            proof.set(so_far.clone());
        }
        so_far.running = false;
        proof.set(so_far);
        done();
    });
}

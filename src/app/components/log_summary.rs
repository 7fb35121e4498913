//! Where the seller stands: the stairs with the place on them, and the counts. Must not decide the place.

use super::ladder::{current_text, stairs};
use crate::log::{Done, Standing};
use crate::text::{count, standing};
use compose_engine::notice::Step;
use yew::prelude::{Html, html};

/// The summary; `steps` are the stairs with the place marked.
pub(crate) fn log_summary(standing: &Standing, steps: &[Step]) -> Html {
    let t = standing::texts();
    html! {
        <section class="panel log-summary" aria-labelledby="place-title">
            <h3 id="place-title">{ t.place }</h3>
            { stairs(steps) }
            <div>
                <p class="log-strikes">{ strikes(standing.strikes) }</p>
                { current_text(steps) }
                if standing.strikes > 0 { <p class="muted small">{ t.strikes_note }</p> }
            </div>
            <dl class="log-counts" aria-label={t.counts}>
                { for Done::ALL.into_iter().zip(standing.counts).map(|(done, n)| html! {
                    <div data-count={done.as_str()}><dt>{ (t.done_of)(done) }</dt><dd>{ n }</dd></div>
                }) }
            </dl>
        </section>
    }
}

fn strikes(number: usize) -> String {
    let t = standing::texts();
    if number == 0 { t.no_strikes.to_owned() } else { count(number, t.strikes.0, t.strikes.1) }
}

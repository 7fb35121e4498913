//! Buttons that put a sample message into the composer. Must not know what the samples show.

use crate::text::{SAMPLES, texts};
use yew::prelude::{Callback, Html, html};

/// One button for each sample; tells which was chosen by its number.
pub(crate) fn sample_bar(on_sample: &Callback<usize>) -> Html {
    html! {
        <div class="samples" role="group" aria-label={texts().samples}>
            <span class="muted" aria-hidden="true">{ texts().samples_short }</span>
            { for SAMPLES.iter().enumerate().map(|(i, sample)| html! {
                <button type="button" class="button is-quiet" data-sample={i.to_string()}
                    onclick={on_sample.reform(move |_| i)}>{ sample.name }</button>
            }) }
        </div>
    }
}

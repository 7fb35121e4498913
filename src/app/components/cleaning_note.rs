//! What was taken out of a text on its way in or out, with a button that puts it back. Must not know how it was found.

use crate::text::compose::texts as words;
use crate::text::{count, fill, texts};
use crate::view_model::clean::Cleaned;
use yew::prelude::{Callback, Html, html};

/// Which way the text took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passage {
    /// Pasted into a field.
    In,
    /// Copied.
    Out,
}

/// One line; `on_restore` puts back what was taken out of a pasted text.
pub(crate) fn cleaning_note(cleaned: &Cleaned, passage: Passage, on_restore: &Callback<()>) -> Html {
    let w = words();
    let told = |n: usize, forms: (&str, &str)| (n > 0).then(|| count(n, forms.0, forms.1));
    let parts = [
        told(cleaned.tags, w.cleaned_tags),
        told(cleaned.hidden, w.cleaned_hidden),
        told(cleaned.tracking, w.cleaned_tracking),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let list = parts.join(&format!(" {} ", texts().and));
    html! {
        <p class="cleaning">
            { match passage {
                Passage::In => html! {
                    <>
                        { fill(w.cleaned_paste, &[&list]) }
                        <button type="button" class="link" id="restore" onclick={on_restore.reform(|_| ())}>{ w.cleaned_undo }</button>
                    </>
                },
                Passage::Out => html! { { fill(w.cleaned_copy, &[&list]) } },
            } }
        </p>
    }
}

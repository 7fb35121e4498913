//! The receipt of one message, to be saved or printed. Must not know how it is made.

use super::control::button;
use crate::log::{Record, iso};
use crate::text::{standing, texts};
use yew::prelude::{Callback, Html, MouseEvent, html};

/// What can be done with a receipt.
pub(crate) struct ReceiptActions {
    /// Save it as a file.
    pub(crate) save: Callback<MouseEvent>,
    /// Print it.
    pub(crate) print: Callback<MouseEvent>,
    /// Close it.
    pub(crate) close: Callback<MouseEvent>,
}

/// The receipt; `engine` names the checker and its version.
pub(crate) fn log_receipt(record: &Record, engine: &str, actions: &ReceiptActions) -> Html {
    let (t, all) = (standing::texts(), texts());
    let or_none = |names: &[String]| if names.is_empty() { t.none.to_owned() } else { names.join(", ") };
    let sum = if record.sha256.is_empty() { t.receipt_no_sum } else { &record.sha256 };
    let facts = [
        (t.receipt_checked, iso(record.time)),
        (t.receipt_engine, engine.to_owned()),
        (all.order_id, if record.order.is_empty() { t.none.to_owned() } else { record.order.clone() }),
        (t.receipt_done, (t.done_of)(record.done).to_owned()),
        (t.receipt_verdict, (all.verdict_of)(record.verdict).word.to_owned()),
        (t.receipt_edition, (all.edition_of)(record.edition).to_owned()),
        (t.receipt_outcome, (all.outcome_of)(record.outcome).to_owned()),
        (t.receipt_rules, or_none(&record.rules)),
        (t.receipt_sum, sum.to_owned()),
    ];
    html! {
        <section class="panel receipt" aria-labelledby="receipt-title">
            <h3 id="receipt-title" tabindex="-1">{ t.receipt }</h3>
            <dl class="receipt-facts">
                { for facts.into_iter().map(|(name, value)| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }) }
            </dl>
            if let Some(text) = &record.text {
                <div class="receipt-text"><p><strong>{ &text.subject }</strong></p><p class="log-body">{ &text.body }</p></div>
            }
            <p class="muted">{ t.receipt_note }</p>
            <div class="buttons">
                { button("receipt-save", "button", t.receipt_save, actions.save.clone()) }
                { button("receipt-print", "button", t.receipt_print, actions.print.clone()) }
                { button("receipt-close", "button is-quiet", t.receipt_close, actions.close.clone()) }
            </div>
        </section>
    }
}

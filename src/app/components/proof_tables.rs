//! Tables of figures: by language, and labels against verdicts. Must not know how they were counted.

use crate::text::{fill, model as text, texts};
use crate::view_model::proof::{Share, Tally};
use compose_engine::Verdict;
use yew::prelude::{Html, html};

/// A row for each language, and one for all.
pub(crate) fn proof_table(rows: &[(String, Tally)]) -> Html {
    let t = text::texts();
    let part = |share: Share| fill(t.part, &[&share.part.to_string(), &share.whole.to_string()]);
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={t.proof}>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{ t.lang }</th>
                        { for [t.drafts, t.two_way, t.four_way, t.wrongly, t.missed].map(|name| html! {
                            <th scope="col" class="is-number">{ name }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|(name, tally)| html! {
                        <tr key={name.clone()}>
                            <th scope="row">{ name }</th>
                            <td class="is-number">{ tally.drafts() }</td>
                            <td class="is-number">{ tally.two_way().percent() }</td>
                            <td class="is-number">{ tally.four_way().percent() }</td>
                            <td class="is-number">{ part(tally.wrongly_critical()) }</td>
                            <td class="is-number">{ part(tally.missed()) }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// Labels down, verdicts across.
pub(crate) fn confusion_table(tally: &Tally) -> Html {
    let t = text::texts();
    let word = |verdict: Verdict| (texts().verdict_of)(verdict).word;
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={t.confusion}>
            <table class="table">
                <caption>{ t.confusion }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ t.label }</th>
                        { for Verdict::ALL.iter().map(|v| html! { <th scope="col" class="is-number">{ word(*v) }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for Verdict::ALL.iter().zip(&tally.cells).map(|(label, row)| html! {
                        <tr>
                            <th scope="row">{ word(*label) }</th>
                            { for row.iter().map(|n| html! { <td class="is-number">{ *n }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

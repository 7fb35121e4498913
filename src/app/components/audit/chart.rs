//! How many templates have each verdict: a bar in parts, and the same as a table. Must not know what the verdicts mean.

use crate::templates::list::{ROOM, VERDICTS, bar, percent};
use crate::text::templates::texts as own;
use crate::text::texts;
use compose_engine::Verdict;
use yew::prelude::{Html, classes, html};

/// The bar for the eye, the table for everyone. `counts` in the order of the verdicts.
pub(crate) fn chart(counts: [usize; 4], unchecked: usize) -> Html {
    let t = own();
    let all: usize = counts.iter().sum::<usize>() + unchecked;
    let numbers = [&counts[..], &[unchecked]].concat();
    let parts = bar(&numbers);
    let classes = VERDICTS.map(class).into_iter().chain(["is-unchecked"]);
    let rows = VERDICTS.into_iter().zip(counts).map(|(v, n)| row(class(v), (texts().verdict_of)(v).word, n, all));
    html! {
        <section class="panel chart" aria-labelledby="chart-title">
            <h3 id="chart-title">{ t.summary }</h3>
            <svg class="chart-bar" aria-hidden="true">
                { for parts.into_iter().zip(classes).zip(numbers).map(|((part, class), number)| segment(part, class, number)) }
            </svg>
            <table class="table chart-table">
                <thead><tr><th scope="col">{ texts().verdict }</th><th scope="col" class="is-number">{ t.number }</th><th scope="col" class="is-number">{ t.share }</th></tr></thead>
                <tbody>
                    { for rows }
                    if unchecked > 0 {
                        { row("is-unchecked", t.unchecked, unchecked, all) }
                    }
                </tbody>
            </table>
        </section>
    }
}

/// A part of the bar with its number in it.
fn segment((start, length): (usize, usize), class: &'static str, number: usize) -> Html {
    html! {
        <g {class}>
            <rect x={percent(start)} width={percent(length)} height="100%" />
            if length >= ROOM {
                <text x={percent(start + length / 2)} y="50%">{ number }</text>
            }
        </g>
    }
}

fn row(class: &'static str, word: &'static str, number: usize, all: usize) -> Html {
    html! {
        <tr>
            <th scope="row"><span class={classes!("chart-sign", class)} aria-hidden="true"></span>{ word }</th>
            <td class="is-number">{ number }</td>
            <td class="is-number">{ format!("{} %", (number * 100 + all / 2) / all.max(1)) }</td>
        </tr>
    }
}

/// The class of a verdict's colour.
pub(super) const fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Critical => "is-critical",
        Verdict::Mixed => "is-mixed",
        Verdict::NonCritical => "is-non-critical",
        Verdict::Unclear => "is-unclear",
    }
}

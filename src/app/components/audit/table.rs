//! The table of templates: one page of rows, sorted by a click on a head, a row opened for its details. Must not know how rows are chosen.

use super::chart::class;
use super::detail::Detail;
use crate::components::icon::{Glyph, icon};
use crate::hooks::Audit;
use crate::templates::library::{Library, Row, SEVERITIES};
use crate::templates::list::{Column, Direction, PAGE};
use crate::text::templates::texts as own;
use crate::text::{LANGUAGES, fill, texts};
use yew::prelude::{Html, classes, html};

/// The columns.
const COLUMNS: [Column; 6] =
    [Column::Name, Column::Language, Column::Verdict, Column::Outcome, Column::Findings, Column::First];

/// One page of the shown rows.
pub(crate) fn table(audit: &Audit, library: &Library, shown: &[usize], buyer: &'static str) -> Html {
    let t = own();
    let start = library.page * PAGE;
    let page = shown.iter().skip(start).take(PAGE);
    let rows = page.filter_map(|number| Some((*number, library.rows.get(*number)?)));
    html! {
        <>
            <div class="table-frame" tabindex="0" role="region" aria-label={t.table}>
                <table class="table audit-table">
                    <thead><tr>{ for COLUMNS.iter().map(|column| head(audit, library, *column, buyer)) }</tr></thead>
                    <tbody>{ for rows.map(|(number, one)| row(audit, number, one, library.open == Some(number))) }</tbody>
                </table>
            </div>
            if shown.is_empty() && !library.rows.is_empty() {
                <p class="muted">{ t.none_shown }</p>
            }
            { pager(audit, start, shown.len()) }
        </>
    }
}

fn head(audit: &Audit, library: &Library, column: Column, buyer: &'static str) -> Html {
    let sorted = (library.order.column == column).then_some(match library.order.direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let word = if column == Column::Outcome { buyer } else { (own().column_of)(column) };
    let onclick = audit.on(move |library, _| {
        library.order = library.order.clicked(column);
        library.page = 0;
    });
    html! {
        <th scope="col" aria-sort={sorted.unwrap_or("none")}>
            <button type="button" class="sort" {onclick}>{ word }{ icon(Glyph::Chevron) }</button>
        </th>
    }
}

fn row(audit: &Audit, number: usize, row: &Row, is_open: bool) -> Html {
    let all = texts();
    let checked = row.checked.as_ref();
    let onclick = audit.on(move |library, _| library.open = (library.open != Some(number)).then_some(number));
    let lang = checked.map(|c| LANGUAGES.iter().find(|(code, _)| **code == *c.lang).map_or(&*c.lang, |(_, name)| name));
    html! {
        <>
            <tr key={number} class={classes!("audit-row", is_open.then_some("is-open"))}>
                <th scope="row">
                    <button type="button" class="open-row" aria-expanded={is_open.to_string()} disabled={checked.is_none()} {onclick}>
                        { icon(Glyph::Chevron) }<span>{ &*row.template.name }</span>
                    </button>
                </th>
                <td lang={checked.map(|c| c.lang.to_string())}>{ lang.unwrap_or_default().to_owned() }</td>
                if let Some(c) = checked {
                    <td><span class={classes!("verdict-tag", class(c.verdict))}>{ (all.verdict_of)(c.verdict).word }</span></td>
                    <td>{ (all.outcome_of)(c.outcome) }</td>
                    <td>{ counts(c.findings) }</td>
                    <td class="audit-first">{ &*c.first }</td>
                } else {
                    <td class="muted" colspan="4">{ own().unchecked }</td>
                }
            </tr>
            if is_open {
                <tr key={format!("{number}-open")} class="audit-detail">
                    <td colspan="6"><Detail audit={audit.clone()} {number} /></td>
                </tr>
            }
        </>
    }
}

/// The number of findings of each severity that has any, the gravest first.
fn counts(findings: [usize; 4]) -> Html {
    let some = SEVERITIES.into_iter().zip(findings).filter(|(_, n)| *n > 0);
    html! {
        <ul class="plain counts">
            { for some.map(|(severity, n)| html! { <li>{ format!("{n} × {}", (texts().severity_of)(severity)) }</li> }) }
        </ul>
    }
}

fn pager(audit: &Audit, start: usize, all: usize) -> Html {
    let t = own();
    if all <= PAGE {
        return html! {};
    }
    let end = (start + PAGE).min(all);
    let turn = |by: fn(usize) -> usize| {
        audit.on(move |library, _| {
            library.page = by(library.page);
            library.open = None;
        })
    };
    let words = fill(t.page_of, &[&(start + 1).to_string(), &end.to_string(), &all.to_string()]);
    html! {
        <div class="pager">
            <button type="button" class="button" disabled={start == 0} onclick={turn(|page| page.saturating_sub(1))}>{ t.earlier }</button>
            <span>{ words }</span>
            <button type="button" class="button" disabled={end == all} onclick={turn(|page| page + 1)}>{ t.later }</button>
        </div>
    }
}

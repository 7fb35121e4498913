//! How the templates are sent, and which are shown. Must not know which of it matters to the answer.

use super::super::control::{Room, at, nth, option, select};
use crate::browser::value_of;
use crate::hooks::Audit;
use crate::templates::Library;
use crate::templates::library::SEVERITIES;
use crate::templates::list::{OUTCOMES, Sieve, VERDICTS};
use crate::text::templates::texts as own;
use crate::text::texts;
use compose_engine::{Buyer, Channel, Context, Edition};
use yew::prelude::{Html, InputEvent, html};

/// The buyers that templates are checked for.
const BUYERS: [Buyer; 2] = [Buyer::OptedOut, Buyer::OptedIn];

/// Id and label.
type Name = (&'static str, &'static str);

/// Channel, edition and buyer.
pub(crate) fn sending(audit: &Audit, context: &Context) -> Html {
    let t = texts();
    html! {
        <div class="audit-controls" role="group" aria-label={own().sending}>
            { choice(audit, ("template-channel", t.channel), (Channel::ALL, t.channel_of), context.channel, |c, v| c.channel = v) }
            { choice(audit, ("template-edition", t.edition), (Edition::ALL, t.edition_of), context.edition, |c, v| c.edition = v) }
            { choice(audit, ("template-buyer", t.buyer), (&BUYERS, t.buyer_of), context.buyer, |c, v| c.buyer = v) }
        </div>
    }
}

fn choice<T: Copy + PartialEq + 'static>(
    audit: &Audit,
    name: Name,
    (all, word): (&'static [T], fn(T) -> &'static str),
    chosen: T,
    set: fn(&mut Context, T),
) -> Html {
    let options = all.iter().enumerate().map(|(i, v)| option(&i.to_string(), word(*v), *v == chosen));
    let audit = audit.clone();
    select(name, Room::Plain, &at(all, Some(chosen)), options.collect(), move |value| {
        if let Some(picked) = nth(all, value) {
            audit.change(|library| {
                let mut context = library.context.clone();
                set(&mut context, picked);
                library.set_context(context);
            });
        }
    })
}

/// Verdict, outcome, severity and words.
pub(crate) fn filters(audit: &Audit, library: &Library, buyer: &'static str) -> Html {
    let (t, all, sieve) = (own(), texts(), &library.sieve);
    let verdict = |v| (texts().verdict_of)(v).word;
    let words = audit.on(|library, event: InputEvent| {
        let words = value_of(&event);
        sift(library, |sieve| sieve.words = words);
    });
    let reset = audit.on(|library, _| sift(library, |sieve| *sieve = Sieve::default()));
    html! {
        <div class="audit-controls" role="group" aria-label={t.filters}>
            { filter(audit, ("filter-verdict", all.verdict), (&VERDICTS, verdict), sieve.verdict, |s, v| s.verdict = v) }
            { filter(audit, ("filter-outcome", buyer), (&OUTCOMES, all.outcome_of), sieve.outcome, |s, v| s.outcome = v) }
            { filter(audit, ("filter-severity", t.severity), (&SEVERITIES, all.severity_of), sieve.severity, |s, v| s.severity = v) }
            <div class="control is-wide">
                <label for="filter-words">{ t.search }</label>
                <input id="filter-words" type="search" autocomplete="off" ~value={sieve.words.clone()} oninput={words} />
            </div>
            <button type="button" class="button is-quiet" disabled={*sieve == Sieve::default()} onclick={reset}>{ t.reset }</button>
        </div>
    }
}

fn filter<T: Copy + PartialEq + 'static>(
    audit: &Audit,
    name: Name,
    (all, word): (&'static [T], fn(T) -> &'static str),
    chosen: Option<T>,
    set: fn(&mut Sieve, Option<T>),
) -> Html {
    let first = std::iter::once(option("", own().any, chosen.is_none()));
    let rest = all.iter().enumerate().map(|(i, v)| option(&i.to_string(), word(*v), Some(*v) == chosen));
    let audit = audit.clone();
    select(name, Room::Plain, &at(all, chosen), first.chain(rest).collect(), move |value| {
        audit.change(|library| sift(library, |sieve| set(sieve, nth(all, value))));
    })
}

/// Other rows: from the first page, with nothing open.
fn sift(library: &mut Library, change: impl FnOnce(&mut Sieve)) {
    change(&mut library.sieve);
    library.page = 0;
    library.open = None;
}

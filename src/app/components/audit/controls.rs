//! How the templates are sent, and which are shown. Must not know which of it matters to the answer.

use super::super::control::{Room, option, select};
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

/// Id and label of a choice.
type Name = (&'static str, &'static str);

/// The words of all values, in order, and the place of the chosen one.
type Values = (Vec<&'static str>, Option<usize>);

fn values<T: Copy + PartialEq>(all: &[T], word: fn(T) -> &'static str, chosen: Option<T>) -> Values {
    (all.iter().map(|v| word(*v)).collect(), all.iter().position(|v| Some(*v) == chosen))
}

/// Channel, edition and buyer.
pub(crate) fn sending(audit: &Audit, context: &Context) -> Html {
    let t = texts();
    let channels = values(Channel::ALL, t.channel_of, Some(context.channel));
    let editions = values(Edition::ALL, t.edition_of, Some(context.edition));
    let buyers = values(&BUYERS, t.buyer_of, Some(context.buyer));
    html! {
        <div class="audit-controls" role="group" aria-label={own().sending}>
            { choice(audit, ("template-channel", t.channel), channels, |library, n| {
                resend(library, |c| c.channel = at(Channel::ALL, n).unwrap_or(c.channel));
            }) }
            { choice(audit, ("template-edition", t.edition), editions, |library, n| {
                resend(library, |c| c.edition = at(Edition::ALL, n).unwrap_or(c.edition));
            }) }
            { choice(audit, ("template-buyer", t.buyer), buyers, |library, n| {
                resend(library, |c| c.buyer = at(&BUYERS, n).unwrap_or(c.buyer));
            }) }
        </div>
    }
}

fn at<T: Copy>(all: &[T], number: Option<usize>) -> Option<T> {
    all.get(number?).copied()
}

fn resend(library: &mut Library, change: impl FnOnce(&mut Context)) {
    let mut context = library.context.clone();
    change(&mut context);
    library.set_context(context);
}

/// Verdict, outcome, severity and words.
pub(crate) fn filters(audit: &Audit, library: &Library, buyer: &'static str) -> Html {
    let (t, all, sieve) = (own(), texts(), &library.sieve);
    let verdicts = values(&VERDICTS, |v| (texts().verdict_of)(v).word, sieve.verdict);
    let outcomes = values(&OUTCOMES, all.outcome_of, sieve.outcome);
    let severities = values(&SEVERITIES, all.severity_of, sieve.severity);
    let words = audit.on(|library, event: InputEvent| {
        library.sieve.words = value_of(&event);
        first_page(library);
    });
    let reset = audit.on(|library, _| {
        library.sieve = Sieve::default();
        first_page(library);
    });
    html! {
        <div class="audit-controls" role="group" aria-label={t.filters}>
            { filter(audit, ("filter-verdict", all.verdict), verdicts, |s, n| s.verdict = at(&VERDICTS, n)) }
            { filter(audit, ("filter-outcome", buyer), outcomes, |s, n| s.outcome = at(&OUTCOMES, n)) }
            { filter(audit, ("filter-severity", t.severity), severities, |s, n| s.severity = at(&SEVERITIES, n)) }
            <div class="control is-wide">
                <label for="filter-words">{ t.search }</label>
                <input id="filter-words" type="search" autocomplete="off" ~value={sieve.words.clone()} oninput={words} />
            </div>
            <button type="button" class="button is-quiet" disabled={*sieve == Sieve::default()} onclick={reset}>{ t.reset }</button>
        </div>
    }
}

/// Other rows: from the first page, with nothing open.
fn first_page(library: &mut Library) {
    library.page = 0;
    library.open = None;
}

fn filter(audit: &Audit, name: Name, (words, chosen): Values, set: fn(&mut Sieve, Option<usize>)) -> Html {
    // The first is for all; the others follow it.
    let words = std::iter::once(own().any).chain(words).collect();
    let audit = audit.clone();
    pick(name, words, Some(chosen.map_or(0, |n| n + 1)), move |number| {
        audit.change(|library| {
            set(&mut library.sieve, number.and_then(|n| n.checked_sub(1)));
            first_page(library);
        });
    })
}

fn choice(audit: &Audit, name: Name, (words, chosen): Values, set: fn(&mut Library, Option<usize>)) -> Html {
    let audit = audit.clone();
    pick(name, words, chosen, move |number| audit.change(|library| set(library, number)))
}

fn pick(name: Name, words: Vec<&'static str>, chosen: Option<usize>, picked: impl Fn(Option<usize>) + 'static) -> Html {
    let options = words.into_iter().enumerate().map(|(i, word)| option(&i.to_string(), word, Some(i) == chosen));
    let value = chosen.map(|n| n.to_string()).unwrap_or_default();
    select(name, Room::Plain, &value, options.collect(), move |value| picked(value.parse().ok()))
}

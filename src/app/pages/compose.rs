//! The composer page: state, what it shows, and the edits it makes in the fields. Must not know the engine's rules.

use crate::browser::Handles;
use crate::components::{
    ContextPanel, DeliveryCard, DeliveryMatrix, Desks, FindingList, MarkedField, ParkedActions, Passage, SentControl,
    VerdictCard, cleaning_note, instead, parked_list, reason_picker, sample_bar, sentence_list, slim_bar,
    smallest_change,
};
use crate::hooks::{use_announcement, use_language, use_muted, use_short};
use crate::pages::editing::{Editing, plain};
use crate::pages::stepping::Stepping;
use crate::state::{Action, ContextChange, State};
use crate::text::{fill, texts};
use crate::view_model::{context, findings, marks, proposal, verdict};
use compose_engine::{Channel, Field};
use std::rc::Rc;
use yew::prelude::{
    AttrValue, Callback, Html, Properties, UseReducerHandle, component, html, use_context, use_effect_with, use_memo,
    use_mut_ref, use_reducer, use_state,
};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Whether the page is in front.
    pub(crate) front: bool,
}

/// The whole page.
#[component]
pub(crate) fn Compose(props: &Props) -> Html {
    let desk = use_context::<Desks>().and_then(|d| d.0);
    let state = use_reducer(|| State::new(desk));
    use_language(&state);
    use_muted(&state);
    let handles = use_memo((), |()| (Handles::default(), Handles::default()));
    let said = use_announcement(announcement(&state));
    let (copied, set_copied) = use_short::<u32>();
    let cleaning = use_state(|| None);
    let origin = use_mut_ref(|| None);
    let editing = Editing {
        state: state.clone(),
        subject: handles.0.clone(),
        body: handles.1.clone(),
        cleaning: cleaning.clone(),
        copied: set_copied,
    };
    {
        let editing = editing.clone();
        use_effect_with(props.front, move |front| if *front { editing.come() } else { editing.leave() });
    }
    let stepping = Stepping { editing: editing.clone(), origin };
    let actions =
        ParkedActions { open: editing.on_open(), copy: editing.on_copy(), discard: act(&state, Action::Discarded) };
    html! {
        <>
            <main class="page is-composer" onkeydown={stepping.on_key()}>
                { slim_bar(state.answer.as_deref()) }
                <div class="column">
                    { composer(&state, &stepping, copied) }
                    { parked_list(&state.parked, copied, &actions) }
                </div>
                { answer(&state, &editing) }
            </main>
            <p class="visually-hidden" role="status" aria-live="polite" id="live">{ said }</p>
        </>
    }
}

/// Verdict and findings, and beside or under them who receives it.
fn answer(state: &UseReducerHandle<State>, editing: &Editing) -> Html {
    let (on_fix, on_pick) = (editing.on_fix(), editing.on_pick());
    let on_edition = act(state, |e| Action::Context(ContextChange::Edition(e)));
    let review = state.answer.as_ref().map(|a| &a.review);
    let view = review.map(verdict::verdict);
    let fixes = review.map(findings::free_fixes).unwrap_or_default();
    html! {
        <aside class="answer" id="answer" aria-label={texts().verdict}>
            <div class="column">
                if state.desk.is_none() {
                    <p class="panel warning" role="alert">{ texts().broken }</p>
                } else if let Some(reason) = state.lacks_rules() {
                    <p class="panel warning" role="alert">{ fill(texts().no_rules, &[reason]) }</p>
                }
                <VerdictCard {view} {fixes} on_fix={on_fix.clone()} />
                if let Some((desk, review)) = state.desk.as_deref().zip(review) {
                    { smallest_change(&state.draft, review, &state.change, &act(state, |()| Action::ChangeSought), &editing.on_change()) }
                    { instead(desk, review, &on_reason(state)) }
                    <FindingList notes={findings::notes(&state.draft, review)} number={findings::number(review)} {on_fix} on_pick={on_pick.clone()}
                        hidden={state.answer.as_ref().map(|a| findings::hidden(&a.hidden)).unwrap_or_default()} can_undo={state.muted.can_undo()} on_mute={act(state, Action::Muted)} />
                    { sentence_list(&verdict::sentences(&state.draft, review), &on_pick) }
                }
            </div>
            if let Some(answer) = &state.answer {
                <div class="column">
                    <DeliveryCard answer={Rc::clone(answer)} draft={Rc::clone(&state.draft)} channel={state.context.channel}
                        inbox={state.inbox} on_inbox={act(state, Action::InboxChosen)} on_edition={on_edition.clone()} />
                    <DeliveryMatrix answer={Rc::clone(answer)} {on_edition} />
                </div>
            }
        </aside>
    }
}

fn composer(state: &UseReducerHandle<State>, stepping: &Stepping, copied: Option<u32>) -> Html {
    let (t, editing) = (texts(), &stepping.editing);
    let length = context::length(&state.draft.body, &state.context, state.desk.as_deref());
    html! {
        <section class="panel composer" aria-labelledby="composer-title">
            <div class="composer-head">
                <h2 id="composer-title">{ t.composer }</h2>
                { sample_bar(&editing.on_sample()) }
            </div>
            <ContextPanel view={context::context(state)} open={state.context_open}
                on_change={act(state, Action::Context)} on_toggle={act(state, |()| Action::ContextToggled)} />
            { reason_picker(proposal::proposal(state).as_ref(), state.context.channel, &on_reason(state)) }
            { field(state, stepping, Field::Subject) }
            { field(state, stepping, Field::Body) }
            <div role="status">{ cleaning_line(state, editing) }</div>
            <div class="composer-foot">
                <p class={if length.over { "length is-over" } else { "length" }}>{ length.text }</p>
                { legend() }
                <div class="buttons">
                    <button type="button" class="button is-quiet" disabled={state.is_blank()} onclick={editing.on_clear()}>{ t.clear }</button>
                    <button type="button" class="button" disabled={state.is_blank()} onclick={editing.on_copy().reform(|_| 0)}>
                        { if copied == Some(0) { t.copied } else { t.copy } }
                    </button>
                </div>
            </div>
            <SentControl draft={Rc::clone(&state.draft)} context={Rc::clone(&state.context)} answer={state.answer.clone()}
                desk={state.desk.clone()} />
        </section>
    }
}

fn legend() -> Html {
    let t = texts();
    html! {
        <ul class="plain legend" aria-label={t.legend}>
            <li class="is-needed">{ t.legend_needed }</li>
            <li class="is-spoils">{ t.legend_spoils }</li>
            <li class="is-breach">{ t.legend_breach }</li>
            <li class="is-style">{ t.legend_style }</li>
        </ul>
    }
}

/// What was last taken out; nothing once the field holds another text.
fn cleaning_line(state: &State, editing: &Editing) -> Html {
    let Some(cleaning) = editing.cleaning.as_ref() else { return Html::default() };
    let passage = match cleaning.field {
        Some(field) if state.draft.text(field) == cleaning.cleaned.text => Passage::In,
        None if plain(&state.draft) == cleaning.raw => Passage::Out,
        Some(_) | None => return Html::default(),
    };
    cleaning_note(&cleaning.cleaned, passage, &editing.on_restore())
}

fn field(state: &UseReducerHandle<State>, stepping: &Stepping, field: Field) -> Html {
    let (t, editing) = (texts(), &stepping.editing);
    let (id, label, hint, handles) = match field {
        Field::Subject => ("subject", t.subject, t.subject_hint, &editing.subject),
        Field::Body => ("body", t.body, t.body_hint, &editing.body),
    };
    let found = state.answer.as_ref().map(|a| marks::marks(&state.draft, &a.review, field)).unwrap_or_default();
    let caret = state.caret.filter(|c| c.field == field);
    let card =
        state.answer.as_ref().zip(caret).and_then(|(a, c)| findings::card(&state.draft, &a.review, &found, c.at));
    html! {
        <MarkedField {id} {label} {hint} text={AttrValue::from(state.draft.text(field).to_owned())} marks={marks::painted(&found)}
            single={field == Field::Subject} handles={handles.clone()} {card} on_text={act(state, move |text| Action::Edited(field, text))}
            on_caret={stepping.on_caret(field)} on_paste={editing.on_paste(field)} on_dismiss={act(state, |()| Action::Dismissed)}
            on_close={stepping.on_close(field)} on_fix={editing.on_fix()} on_mute={act(state, Action::Muted)} />
    }
}

/// Chooses a contact reason; where the way of sending has none, the Contact Buyer page with it.
fn on_reason(state: &UseReducerHandle<State>) -> Callback<Rc<str>> {
    let state = state.clone();
    Callback::from(move |id: Rc<str>| {
        let fits = state.desk.as_ref().is_some_and(|d| d.reason_fits(&id, state.context.channel));
        if !fits {
            state.dispatch(Action::Context(ContextChange::Channel(Channel::ContactBuyer)));
        }
        state.dispatch(Action::Context(ContextChange::Reason(id.to_string())));
    })
}

/// A callback that sends an action.
fn act<T: 'static>(state: &UseReducerHandle<State>, action: impl Fn(T) -> Action + 'static) -> Callback<T> {
    let dispatcher = state.dispatcher();
    Callback::from(move |value| dispatcher.dispatch(action(value)))
}

/// What a change of the verdict sounds like.
fn announcement(state: &State) -> AttrValue {
    let t = texts();
    let Some(answer) = &state.answer else { return AttrValue::Static(t.announce_empty) };
    let verdict = (t.verdict_of)(answer.review.verdict).word;
    AttrValue::from(fill(t.announce, &[verdict, t.tab_opted_out, (t.outcome_of)(answer.opted_out.outcome)]))
}

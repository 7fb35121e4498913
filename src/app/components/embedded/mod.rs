//! The element's panel: verdict with its words, who receives it, findings with fixes. Must hold no policy and no wording.

mod fates;
mod gate;
mod head;

use super::icon::{Glyph, icon};
use super::note::{fix_button, note_block};
use super::row_chip::Desks;
use crate::browser::Host;
use crate::desk::{Answer, Desk};
use crate::element::{Hold, Stage};
use crate::hooks::use_announcement;
use crate::text::element::texts as words;
use crate::text::{count, fill, texts};
use crate::view_model::findings;
use compose_engine::{Buyer, Channel, Draft};
use std::rc::Rc;
use yew::prelude::{AttrValue, Callback, ContextProvider, Html, Properties, component, html};

#[derive(Properties)]
pub(crate) struct Props {
    /// The engine, for what policy rows say.
    pub(crate) desk: Rc<Desk>,
    /// Who hears what the seller wants.
    pub(crate) host: Host,
    /// The message.
    pub(crate) draft: Rc<Draft>,
    /// The buyer it is for.
    pub(crate) buyer: Buyer,
    /// The way it is sent.
    pub(crate) channel: Channel,
    /// What the engine says, where there is something to say.
    pub(crate) answer: Option<Rc<Answer>>,
    /// What there is to show.
    pub(crate) stage: Stage,
    /// Whether the message is being held back.
    pub(crate) hold: Hold,
}

impl Props {
    /// A panel before the first draft.
    pub(crate) fn empty(desk: Rc<Desk>, host: Host) -> Self {
        Self {
            desk,
            host,
            draft: Rc::default(),
            buyer: Buyer::Unknown,
            channel: Channel::Email,
            answer: None,
            stage: Stage::Waiting,
            hold: Hold::Free,
        }
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.stage == other.stage
            && self.hold == other.hold
            && self.buyer == other.buyer
            && self.channel == other.channel
            && self.answer == other.answer
            && self.draft == other.draft
    }
}

/// The panel.
#[component]
pub(crate) fn Embedded(props: &Props) -> Html {
    let said = use_announcement(announcement(props));
    html! {
        <ContextProvider<Desks> context={Desks(Some(Rc::clone(&props.desk)))}>
            <section class="frame" part="panel" aria-label={words().panel} data-stage={stage_name(props.stage)}>
                if let Some(answer) = &props.answer {
                    { head::verdict(&answer.review, &props.draft, &props.host) }
                    { gate::gate(props.hold, &props.host) }
                    if props.stage == Stage::NoRules {
                        <p class="quiet-note">{ icon(Glyph::Alert) }{ words().no_rules }</p>
                    }
                    { fates::fates(answer, props.buyer) }
                    { mending(answer, &props.draft, &props.host) }
                    { fates::cannot_know(props.channel) }
                } else {
                    { head::empty(props.stage) }
                }
            </section>
            <p class="visually-hidden" role="status" aria-live="polite">{ said }</p>
        </ContextProvider<Desks>>
    }
}

/// The findings, each with its fixes.
fn mending(answer: &Answer, draft: &Draft, host: &Host) -> Html {
    let (t, review) = (texts(), &answer.review);
    let (mut notes, number) = (findings::notes(draft, review), findings::number(review));
    let (fixer, picker) = (host.clone(), host.clone());
    let on_fix = Callback::from(move |id: Rc<str>| fixer.tell("fix", &id));
    let on_pick = Callback::from(move |pick| picker.pick(pick));
    let free = findings::free_fixes(review);
    // What is offered for the whole message stands once, at the head.
    for note in &mut notes {
        note.fixes.retain(|fix| free.iter().all(|f| f.id != fix.id));
    }
    html! {
        <section class="findings" part="findings" aria-labelledby="findings-title">
            if !free.is_empty() {
                <div class="free-fixes" role="group" aria-label={t.fixes}>{ for free.iter().map(|fix| fix_button(fix, &on_fix)) }</div>
            }
            <h3 id="findings-title">
                { if notes.is_empty() { t.findings_none.to_owned() } else { count(number, t.findings_count.0, t.findings_count.1) } }
            </h3>
            <ul>{ for notes.iter().map(|note| html! { <li key={&*note.id}>{ note_block(note, &on_fix, Some(&on_pick)) }</li> }) }</ul>
        </section>
    }
}

const fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Waiting => "waiting",
        Stage::Blank => "blank",
        Stage::Ready => "ready",
        Stage::NoRules => "no-rules",
        Stage::Missing => "missing",
    }
}

/// What a change sounds like.
fn announcement(props: &Props) -> AttrValue {
    let t = texts();
    match (&props.answer, props.stage) {
        (Some(answer), _) => {
            let verdict = (t.verdict_of)(answer.review.verdict).word;
            AttrValue::from(fill(t.announce, &[verdict, t.tab_opted_out, (t.outcome_of)(answer.opted_out.outcome)]))
        }
        (None, Stage::Missing) => AttrValue::Static(words().missing),
        (None, Stage::Waiting | Stage::Blank | Stage::Ready | Stage::NoRules) => AttrValue::Static(t.announce_empty),
    }
}

//! What the page knows and how it changes: draft, context, answer, parked drafts, what is open. Must not know the DOM.

mod change;

pub(crate) use change::ContextChange;

use crate::desk::{Answer, Desk};
use crate::muted::{Mute, Muted};
use compose_engine::amend::Amendment;
use compose_engine::{Context, Draft, Field};
use std::rc::Rc;
use yew::Reducible;

/// The bytes of a language's file, or why they could not be had.
pub(crate) type LanguageFile = Result<Rc<[u8]>, Rc<str>>;

/// Which preview is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Inbox {
    /// Buyer who takes messages.
    Takes,
    /// Buyer who opted out.
    #[default]
    OptedOut,
    /// The seller's own mailbox.
    Mailbox,
}

impl Inbox {
    /// In the order of the tabs.
    pub(crate) const ALL: [Self; 3] = [Self::Takes, Self::OptedOut, Self::Mailbox];
}

/// A draft that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Parked {
    /// Unique while the page lives.
    pub(crate) id: u32,
    /// Its text.
    pub(crate) draft: Draft,
    /// The draft it was taken from; if that comes back (undo), this one goes.
    pub(crate) from: Option<Draft>,
}

/// The smallest change of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Change {
    /// Nobody asked for it.
    #[default]
    NotSought,
    /// There is none that fixes lead to.
    None,
    /// This one.
    Found(Rc<Amendment>),
}

/// A place in a field where the seller looked for an answer, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Caret {
    /// Which field.
    pub(crate) field: Field,
    /// How far in.
    pub(crate) at: u32,
}

/// Everything that can happen to the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Action {
    /// A field holds this text now.
    Edited(Field, String),
    /// The context was changed.
    Context(ContextChange),
    /// The caret was put somewhere on purpose.
    CaretPlaced(Caret),
    /// Whatever floats goes away.
    Dismissed,
    /// A preview is wanted.
    InboxChosen(Inbox),
    /// A split took this out of that draft.
    SetAside {
        /// What was taken out.
        rest: Draft,
        /// The draft before.
        from: Draft,
    },
    /// A parked draft goes into the composer; what stood there is parked in its place.
    Swapped(u32),
    /// A parked draft is thrown away.
    Discarded(u32),
    /// The smallest change is wanted.
    ChangeSought,
    /// A finding is not to be told, or is to be told again.
    Muted(Mute),
    /// The context is folded or unfolded (small screens).
    ContextToggled,
    /// A language's file was asked for.
    LanguageArrived {
        /// Which.
        lang: Rc<str>,
        /// What came.
        file: LanguageFile,
    },
}

/// The state of the page. Cheap to clone.
#[derive(Clone)]
pub(crate) struct State {
    /// The engine, unless it could not be loaded.
    pub(crate) desk: Option<Rc<Desk>>,
    /// The message.
    pub(crate) draft: Rc<Draft>,
    /// Where it goes.
    pub(crate) context: Rc<Context>,
    /// What the engine says; `None` without an engine or without text.
    pub(crate) answer: Option<Rc<Answer>>,
    /// The smallest change of this draft in this context, if it was asked for.
    pub(crate) change: Change,
    /// What the seller does not want told.
    pub(crate) muted: Rc<Muted>,
    /// Drafts set aside.
    pub(crate) parked: Rc<Vec<Parked>>,
    /// The place whose card is open.
    pub(crate) caret: Option<Caret>,
    /// The preview in front.
    pub(crate) inbox: Inbox,
    /// Whether the context is unfolded on small screens.
    pub(crate) context_open: bool,
    /// The language the message is read in.
    pub(crate) lang: Rc<str>,
    /// Languages whose rules could not be had, and why.
    missing: Rc<Vec<(Rc<str>, Rc<str>)>>,
    next_id: u32,
}

impl State {
    /// The page with an empty draft.
    pub(crate) fn new(desk: Option<Rc<Desk>>) -> Self {
        let (draft, context) = (Rc::<Draft>::default(), Rc::<Context>::default());
        let lang = desk.as_ref().map_or_else(Rc::default, |desk| desk.language(&draft, &context).into());
        Self {
            desk,
            draft,
            context,
            lang,
            answer: None,
            change: Change::default(),
            muted: Rc::default(),
            parked: Rc::default(),
            caret: None,
            inbox: Inbox::default(),
            context_open: false,
            missing: Rc::default(),
            next_id: 1,
        }
    }

    /// Whether there are rules for this language.
    pub(crate) fn reads(&self, lang: &str) -> bool {
        self.desk.as_ref().is_some_and(|desk| desk.reads(lang))
    }

    /// Why the rules of the message's language could not be had; `None` if they could, or may be yet.
    pub(crate) fn lacks_rules(&self) -> Option<&str> {
        self.missing.iter().find(|(lang, _)| *lang == self.lang).map(|(_, reason)| &**reason)
    }

    /// Whether both fields are blank.
    pub(crate) fn is_blank(&self) -> bool {
        self.draft.subject.trim().is_empty() && self.draft.body.trim().is_empty()
    }

    fn edited(&mut self, field: Field, text: String) {
        if self.draft.text(field) == text {
            return;
        }
        let draft = Rc::make_mut(&mut self.draft);
        match field {
            Field::Subject => draft.subject = text,
            Field::Body => draft.body = text,
        }
        self.caret = None;
        if self.parked.iter().any(|p| p.from.as_ref() == Some(&*self.draft)) {
            let now = Rc::clone(&self.draft);
            Rc::make_mut(&mut self.parked).retain(|p| p.from.as_ref() != Some(&*now));
        }
        self.review();
    }

    fn context_changed(&mut self, change: ContextChange) {
        change.make(Rc::make_mut(&mut self.context), self.desk.as_deref());
        self.review();
    }

    fn mute(&mut self, mute: &Mute) {
        let findings = self.answer.as_ref().map(|a| a.review.findings.as_slice()).unwrap_or_default();
        Rc::make_mut(&mut self.muted).make(mute, findings, &self.draft);
        self.review();
    }

    /// Without its rules a language is read by those that hold in every one.
    fn language_arrived(&mut self, lang: Rc<str>, file: LanguageFile) {
        let Some(desk) = &self.desk else { return };
        let fault = file.and_then(|file| desk.learn(&lang, &file).map_err(Rc::from)).err();
        let missing = Rc::make_mut(&mut self.missing);
        missing.retain(|(other, _)| *other != lang);
        missing.extend(fault.map(|reason| (lang, reason)));
        self.review();
    }

    fn set_aside(&mut self, draft: Draft, from: Option<Draft>) {
        let id = self.next_id;
        self.next_id += 1;
        Rc::make_mut(&mut self.parked).insert(0, Parked { id, draft, from });
    }

    /// Takes a parked draft out; the composer's text, if any, is parked in its place. The fields are filled by `Edited`.
    fn swapped(&mut self, id: u32) {
        Rc::make_mut(&mut self.parked).retain(|p| p.id != id);
        if !self.is_blank() {
            self.set_aside((*self.draft).clone(), None);
        }
    }

    fn change_sought(&mut self) {
        let context = Context { lang: Some((*self.lang).to_owned()), ..(*self.context).clone() };
        let found = self.desk.as_ref().and_then(|desk| desk.smallest_change(&self.draft, &context));
        self.change = found.map_or(Change::None, |found| Change::Found(Rc::new(found)));
    }

    fn review(&mut self) {
        self.change = Change::NotSought;
        let Some(desk) = &self.desk else { return };
        let lang = desk.language(&self.draft, &self.context);
        if *lang != *self.lang {
            self.lang = lang.as_str().into();
        }
        let is_coming = !self.reads(&self.lang) && self.lacks_rules().is_none();
        self.answer = if self.is_blank() || is_coming {
            None
        } else {
            let context = Context { lang: Some(lang), ..(*self.context).clone() };
            let mut answer = desk.answer(&self.draft, &context);
            answer.hidden = self.muted.take_out(&mut answer.review, &self.draft);
            Some(Rc::new(answer))
        };
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Edited(field, text) => next.edited(field, text),
            Action::Context(change) => next.context_changed(change),
            Action::CaretPlaced(caret) => next.caret = Some(caret),
            Action::Dismissed => next.caret = None,
            Action::InboxChosen(inbox) => next.inbox = inbox,
            Action::SetAside { rest, from } => next.set_aside(rest, Some(from)),
            Action::Swapped(id) => next.swapped(id),
            Action::Discarded(id) => Rc::make_mut(&mut next.parked).retain(|p| p.id != id),
            Action::ChangeSought => next.change_sought(),
            Action::Muted(mute) => next.mute(&mute),
            Action::ContextToggled => next.context_open = !next.context_open,
            Action::LanguageArrived { lang, file } => next.language_arrived(lang, file),
        }
        Rc::new(next)
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;

//! What buttons do to the two fields: fixes, samples, parked drafts, copying, selecting. Must not know what the fixes mean.

use crate::browser::{self, Handles, Slot};
use crate::carried;
use crate::state::{Action, Change, ContextChange, State};
use crate::text::SAMPLES;
use crate::value::Value;
use crate::view_model::Pick;
use crate::view_model::clean::{Cleaned, clean};
use crate::view_model::edit::Replacement;
use compose_engine::{Context, Draft, Field, fix};
use std::rc::Rc;
use yew::prelude::{Callback, UseReducerHandle, UseStateHandle};

/// The fields and the state they report to.
#[derive(Clone)]
pub(crate) struct Editing {
    /// The page's state.
    pub(crate) state: UseReducerHandle<State>,
    /// The subject field.
    pub(crate) subject: Handles,
    /// The body field.
    pub(crate) body: Handles,
    /// What was last taken out of a text, for as long as the field holds the rest.
    pub(crate) cleaning: UseStateHandle<Option<Rc<Cleaning>>>,
    /// Told what was copied: the id of a parked draft, or 0 for the composer's.
    pub(crate) copied: Callback<u32>,
}

/// A text that was cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cleaning {
    /// The field it was pasted into; none for a copy.
    pub(crate) field: Option<Field>,
    /// Before.
    pub(crate) raw: String,
    /// After, with what was taken out.
    pub(crate) cleaned: Cleaned,
}

impl Editing {
    /// Selects a stretch of a field.
    pub(crate) fn on_pick(&self) -> Callback<Pick> {
        let this = self.clone();
        Callback::from(move |pick: Pick| browser::select(this.handles(pick.field), pick.start, pick.end))
    }

    /// Applies the fix with this id. Undo in the field takes it back.
    pub(crate) fn on_fix(&self) -> Callback<Rc<str>> {
        let this = self.clone();
        Callback::from(move |id: Rc<str>| this.apply(&id))
    }

    /// Makes the smallest change that was found. Undo in the field takes it back.
    pub(crate) fn on_change(&self) -> Callback<()> {
        let this = self.clone();
        Callback::from(move |()| {
            if let Change::Found(found) = &this.state.change {
                this.turn(&this.state.draft, &found.draft, found.rest.clone());
            }
        })
    }

    /// Puts a sample into the composer.
    pub(crate) fn on_sample(&self) -> Callback<usize> {
        let this = self.clone();
        Callback::from(move |number: usize| {
            if let Some(sample) = SAMPLES.get(number) {
                this.write(sample.subject, sample.body);
            }
        })
    }

    /// Empties both fields.
    pub(crate) fn on_clear<E: 'static>(&self) -> Callback<E> {
        let this = self.clone();
        Callback::from(move |_| this.write("", ""))
    }

    /// Puts a parked draft into the composer and parks what stood there.
    pub(crate) fn on_open(&self) -> Callback<u32> {
        let this = self.clone();
        Callback::from(move |id| {
            let Some(draft) = this.parked(id) else { return };
            this.state.dispatch(Action::Swapped(id));
            this.write(&draft.subject, &draft.body);
        })
    }

    /// Copies a parked draft, or with 0 the composer's.
    pub(crate) fn on_copy(&self) -> Callback<u32> {
        let this = self.clone();
        Callback::from(move |id| {
            let draft = if id == 0 { Some((*this.state.draft).clone()) } else { this.parked(id) };
            if let Some(draft) = draft {
                let copied = this.copied.clone();
                let raw = plain(&draft);
                let cleaned = clean(&raw);
                let text = cleaned.as_ref().map_or(raw.as_str(), |c| &c.text);
                browser::copy(text, Callback::from(move |()| copied.emit(id)));
                this.cleaning.set(cleaned.map(|cleaned| Rc::new(Cleaning { field: None, raw, cleaned })));
            }
        })
    }

    /// Cleans what was pasted; undo in the field takes that back first.
    pub(crate) fn on_paste(&self, field: Field) -> Callback<String> {
        let this = self.clone();
        Callback::from(move |raw: String| {
            let Some(cleaned) = clean(&raw) else { return };
            if let Some(edit) = Replacement::between(&raw, &cleaned.text) {
                browser::replace(this.handles(field), &edit);
            }
            this.cleaning.set(Some(Rc::new(Cleaning { field: Some(field), raw, cleaned })));
        })
    }

    /// Puts back what was taken out of a pasted text.
    pub(crate) fn on_restore(&self) -> Callback<()> {
        let this = self.clone();
        Callback::from(move |()| {
            if let Some((cleaning, field)) = this.cleaning.as_ref().and_then(|c| Some((c, c.field?)))
                && let Some(edit) = Replacement::between(&cleaning.cleaned.text, &cleaning.raw)
            {
                browser::replace(this.handles(field), &edit);
            }
        })
    }

    /// The composer comes to the front: a message that another page hands over is taken in.
    pub(crate) fn come(&self) {
        if let Some(handed) = browser::kept(Slot::Handed) {
            browser::keep(Slot::Handed, &Value::Null);
            let (draft, context) = carried::read(&handed);
            self.receive(&draft, &context);
        }
    }

    /// Another page comes to the front: it can look at the message.
    pub(crate) fn leave(&self) {
        let context = Context { lang: Some((*self.state.lang).to_owned()), ..(*self.state.context).clone() };
        let message = self.state.answer.as_ref().map(|_| carried::write(&self.state.draft, &context));
        browser::keep(Slot::Composed, &message.unwrap_or(Value::Null));
    }

    /// Puts a draft from another page into the composer, to be sent as it was there; what stood here is parked.
    fn receive(&self, draft: &Draft, context: &Context) {
        let before = (*self.state.draft).clone();
        if !self.state.is_blank() && before != *draft {
            self.state.dispatch(Action::SetAside { rest: before.clone(), from: before });
        }
        self.state.dispatch(Action::Context(ContextChange::Channel(context.channel)));
        self.state.dispatch(Action::Context(ContextChange::Edition(context.edition)));
        self.state.dispatch(Action::Context(ContextChange::Buyer(context.buyer)));
        self.write(&draft.subject, &draft.body);
    }

    fn apply(&self, id: &str) {
        let before = Rc::clone(&self.state.draft);
        let Some(answer) = self.state.answer.clone() else { return };
        let Some(fix) = answer.review.fixes.iter().find(|f| f.id == id) else { return };
        self.turn(&before, &fix::apply(&before, &fix.edits), fix.rest.clone());
    }

    /// Makes `before`, which stands in the fields, `after`; what was taken out is set aside.
    fn turn(&self, before: &Draft, after: &Draft, rest: Option<Draft>) {
        if let Some(rest) = rest {
            self.state.dispatch(Action::SetAside { rest, from: before.clone() });
        }
        for field in [Field::Subject, Field::Body] {
            if let Some(edit) = Replacement::between(before.text(field), after.text(field)) {
                browser::replace(self.handles(field), &edit);
            }
        }
    }

    fn write(&self, subject: &str, body: &str) {
        browser::fill(&self.subject, subject);
        browser::fill(&self.body, body);
    }

    fn parked(&self, id: u32) -> Option<Draft> {
        self.state.parked.iter().find(|p| p.id == id).map(|p| p.draft.clone())
    }

    pub(crate) const fn handles(&self, field: Field) -> &Handles {
        match field {
            Field::Subject => &self.subject,
            Field::Body => &self.body,
        }
    }
}

/// Subject and body as one text.
pub(crate) fn plain(draft: &Draft) -> String {
    if draft.subject.trim().is_empty() { draft.body.clone() } else { format!("{}\n\n{}", draft.subject, draft.body) }
}

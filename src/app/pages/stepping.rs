//! Keys of the composer: from finding to finding, and back to where the seller was. Must not know what findings mean.

use super::editing::Editing;
use crate::browser;
use crate::state::{Action, Caret};
use crate::view_model::Pick;
use crate::view_model::steps::{Direction, step};
use compose_engine::Field;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::{Callback, KeyboardEvent};

/// Scrolling closes cards, and a field that was just scrolled tells so a frame later.
const SCROLLED: u32 = 40;

/// The fields, and where the caret stood before the first step.
#[derive(Clone)]
pub(crate) struct Stepping {
    /// The fields.
    pub(crate) editing: Editing,
    /// Selection before the first step; none while nobody steps.
    pub(crate) origin: Rc<RefCell<Option<Pick>>>,
}

impl Stepping {
    /// F8 goes on, with Shift back.
    pub(crate) fn on_key(&self) -> Callback<KeyboardEvent> {
        let this = self.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "F8" {
                event.prevent_default();
                this.go(if event.shift_key() { Direction::Back } else { Direction::On });
            }
        })
    }

    /// The card goes; the caret returns to where it was before the first step.
    pub(crate) fn on_close(&self, field: Field) -> Callback<()> {
        let this = self.clone();
        Callback::from(move |()| {
            this.editing.state.dispatch(Action::Dismissed);
            match this.forget() {
                Some(origin) => browser::select(this.editing.handles(origin.field), origin.start, origin.end),
                None => browser::focus(&this.editing.handles(field).field),
            }
        })
    }

    /// The seller put the caret somewhere else.
    pub(crate) fn on_caret(&self, field: Field) -> Callback<u32> {
        let this = self.clone();
        Callback::from(move |at| {
            this.forget();
            this.editing.state.dispatch(Action::CaretPlaced(Caret { field, at }));
        })
    }

    fn forget(&self) -> Option<Pick> {
        self.origin.try_borrow_mut().ok().and_then(|mut origin| origin.take())
    }

    fn go(&self, direction: Direction) {
        let state = &self.editing.state;
        let Some(answer) = &state.answer else { return };
        let here = self.selected();
        let Some(to) = step(&state.draft, &answer.review, here, direction) else { return };
        if let Ok(mut origin) = self.origin.try_borrow_mut() {
            // With no card open, a new walk begins here.
            *origin = origin.take().filter(|_| state.caret.is_some()).or(here);
        }
        browser::select(self.editing.handles(to.field), to.start, to.end);
        let dispatcher = state.dispatcher();
        // Inside the words, so that a mark that ends where they begin is not taken for theirs.
        let at = to.end.min(to.start + 1);
        Timeout::new(SCROLLED, move || {
            dispatcher.dispatch(Action::CaretPlaced(Caret { field: to.field, at }));
        })
        .forget();
    }

    /// What is selected in the field that has the focus.
    fn selected(&self) -> Option<Pick> {
        [Field::Subject, Field::Body].into_iter().find_map(|field| {
            let handles = self.editing.handles(field);
            let (start, end) = browser::selection(handles).filter(|_| browser::has_focus(&handles.field))?;
            Some(Pick { field, start, end })
        })
    }
}

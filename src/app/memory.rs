//! What one page leaves for another while the site is open: the composer's message with its
//! answer, the pasted notice, a draft on its way to the composer. Holds, judges nothing.

use crate::desk::Answer;
use compose_engine::{Context, Draft};
use std::cell::RefCell;
use std::rc::Rc;

/// The memory.
#[derive(Default)]
pub(crate) struct Memory {
    composed: RefCell<Option<Composed>>,
    notice: RefCell<Rc<str>>,
    handed: RefCell<Option<(Rc<Draft>, Context)>>,
}

/// A message in the composer and what the engine says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Composed {
    /// The message.
    pub(crate) draft: Rc<Draft>,
    /// The answer.
    pub(crate) answer: Rc<Answer>,
}

impl Memory {
    /// The composer's message, unless it is empty or not read yet.
    pub(crate) fn composed(&self) -> Option<Composed> {
        self.composed.borrow().clone()
    }

    /// The notice that was pasted last; empty for none.
    pub(crate) fn notice(&self) -> Rc<str> {
        Rc::clone(&self.notice.borrow())
    }

    /// Keeps what stands in the composer.
    pub(crate) fn keep_composed(&self, composed: Option<Composed>) {
        self.composed.replace(composed);
    }

    /// Lays a draft and the way it is sent down for the composer, in place of one that was not taken.
    pub(crate) fn hand_over(&self, draft: Rc<Draft>, context: Context) {
        self.handed.replace(Some((draft, context)));
    }

    /// Takes that draft away.
    pub(crate) fn take_handed(&self) -> Option<(Rc<Draft>, Context)> {
        self.handed.take()
    }

    /// Keeps the pasted notice.
    pub(crate) fn keep_notice(&self, text: &str) {
        self.notice.replace(text.into());
    }
}

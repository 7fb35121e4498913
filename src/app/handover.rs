//! A draft on its way from another page to the composer. Must not know who gives it or what becomes of it.

use compose_engine::{Context, Draft};
use std::cell::RefCell;
use std::rc::Rc;

/// A draft and the way it is sent.
type Held = Option<(Rc<Draft>, Context)>;

/// Holds one draft with the way it is sent until the composer takes it. Two are equal if they are the same.
#[derive(Clone, Default)]
pub(crate) struct Handover(Rc<RefCell<Held>>);

impl PartialEq for Handover {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Handover {
    /// Lays a draft down, in place of one that was not taken.
    pub(crate) fn give(&self, draft: Rc<Draft>, context: Context) {
        if let Ok(mut held) = self.0.try_borrow_mut() {
            *held = Some((draft, context));
        }
    }

    /// Takes the draft away.
    pub(crate) fn take(&self) -> Held {
        self.0.try_borrow_mut().ok().and_then(|mut held| held.take())
    }
}

//! Behaviour that components share: calm announcements, the theme, the count of requests, the draft's language. Must not know what is announced.

mod audit;
mod composed;
mod language;
mod log;
mod muted;
mod proof;
mod reference;
mod route;

use crate::browser::{RequestCount, load_theme, set_theme};
use gloo_timers::callback::Timeout;
use yew::prelude::{AttrValue, Callback, hook, use_callback, use_effect_with, use_mut_ref, use_state};

pub(crate) use audit::{Audit, use_audit};
pub(crate) use composed::use_composed;
pub(crate) use language::use_language;
pub(crate) use log::{LogHandle, use_log};
pub(crate) use muted::use_muted;
pub(crate) use proof::{measure, prove};
pub(crate) use reference::use_reference;
pub(crate) use route::{HEADING, use_arrival, use_departure, use_route};

/// How long nothing may change before it is announced.
const CALM: u32 = 800;
/// How long the region stays empty, so that the same words are spoken again.
const GAP: u32 = 60;
/// How long a button says that it has copied.
const SHORT: u32 = 2_000;

/// What the live region holds: `words`, once they have not changed for a while. The first words are not announced.
#[hook]
pub(crate) fn use_announcement(words: AttrValue) -> AttrValue {
    let said = use_state(AttrValue::default);
    let first = use_mut_ref(|| true);
    {
        let said = said.clone();
        use_effect_with(words, move |words| {
            let words = words.clone();
            let skip = first.try_borrow_mut().is_ok_and(|mut first| std::mem::replace(&mut *first, false));
            let waiting = (!skip).then(|| {
                Timeout::new(CALM, move || {
                    said.set(AttrValue::default());
                    let said = said.clone();
                    Timeout::new(GAP, move || said.set(words)).forget();
                })
            });
            move || drop(waiting)
        });
    }
    (*said).clone()
}

/// Something that holds for a short while: the id of what was just copied.
#[hook]
pub(crate) fn use_short<T: Copy + PartialEq + 'static>() -> (Option<T>, Callback<T>) {
    let now = use_state(|| None);
    {
        let ends = now.clone();
        use_effect_with(*now, move |now| {
            let waiting = now.is_some().then(|| Timeout::new(SHORT, move || ends.set(None)));
            move || drop(waiting)
        });
    }
    let set = {
        let now = now.clone();
        Callback::from(move |id| now.set(Some(id)))
    };
    (*now, set)
}

/// How many requests the page has made since it was ready.
#[hook]
pub(crate) fn use_requests() -> usize {
    let total = use_state(|| 0);
    let sum = use_mut_ref(|| 0);
    {
        let total = total.clone();
        use_effect_with((), move |()| {
            let watch = RequestCount::start(Callback::from(move |more: usize| {
                if let Ok(mut sum) = sum.try_borrow_mut() {
                    *sum += more;
                    total.set(*sum);
                }
            }));
            move || drop(watch)
        });
    }
    *total
}

/// The colour theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system is set.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The one that the button leads to.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    const fn name(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// The theme in force and how to change it.
#[hook]
pub(crate) fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state(|| match load_theme().as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        Some(_) | None => Theme::System,
    });
    let set = use_callback((), {
        let theme = theme.clone();
        move |chosen: Theme, ()| {
            set_theme(chosen.name());
            theme.set(chosen);
        }
    });
    (*theme, set)
}

//! The pages. Each puts components together; must hold no policy.

mod compose;
mod editing;

pub(crate) use compose::Compose;

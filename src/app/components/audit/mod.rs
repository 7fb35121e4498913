//! Pieces of the page of templates. They paint what they are given; must hold no policy and no wording.

mod chart;
mod controls;
mod detail;
mod drop_zone;
mod head;
mod table;

pub(crate) use chart::chart;
pub(crate) use controls::{filters, sending};
pub(crate) use drop_zone::drop_zone;
pub(crate) use head::{exports, progress, troubles};
pub(crate) use table::table;

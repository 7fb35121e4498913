//! The browser: the only place that names `web_sys`. Must not know drafts' meaning, verdicts or wording.

mod clipboard;
mod field;
mod highlight;
mod packs;
mod place;
mod requests;
mod route;
mod theme;

pub(crate) use clipboard::copy;
pub(crate) use field::{Handles, fill, is_paste, line_only, replace, select, selection, value_of};
pub(crate) use highlight::Painter;
pub(crate) use packs::{fetch_pack, mark_ready};
pub(crate) use place::{closes, focus, focus_id, has_focus, place_under, show_popover};
pub(crate) use requests::RequestCount;
pub(crate) use route::{fragment, on_fragment, scroll_to_top, set_title};
pub(crate) use theme::{load_theme, set_theme};

//! The browser: the only place that names `web_sys`. Must not know drafts' meaning, verdicts or wording.

mod between;
mod clipboard;
mod embedded;
mod field;
mod files;
mod highlight;
mod json;
mod labelled;
mod mounts;
mod packs;
mod place;
mod requests;
mod route;
mod stamp;
mod store;
mod theme;
mod unpack;
mod updates;

pub(crate) use between::{Slot, fetch_pack, keep, kept, open_pages};
pub(crate) use clipboard::copy;
pub(crate) use embedded::{Host, Mounted};
pub(crate) use field::{Handles, fill, is_paste, line_only, replace, select, selection, value_of};
pub(crate) use files::{Given, chosen, click_id, dropped, on_paste, pasted, print_page, save};
pub(crate) use highlight::Painter;
pub(crate) use json::{parse, print};
pub(crate) use labelled::{fetch_blind, now};
pub(crate) use mounts::{FOOT, PAGES, SITE, mount, paint_in, set_hidden};
pub(crate) use packs::{fetch_file, mark_ready};
pub(crate) use place::{closes, focus, focus_id, has_focus, place_under, show_popover};
pub(crate) use requests::{Fetched, RequestCount, content_policy, fetched};
pub(crate) use route::{fragment, go_to, on_fragment, scroll_to_top, set_title};
pub(crate) use stamp::{clock, sha256, stamp};
pub(crate) use store::{commit, read_all};
pub(crate) use theme::{load_setting, load_theme, save_setting, set_theme};
pub(crate) use unpack::inflate;
pub(crate) use updates::{on_update, take_update};

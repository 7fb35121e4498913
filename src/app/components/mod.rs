//! Pieces of the page. They paint what they are given; must hold no policy and no wording.

mod context_panel;
mod control;
mod delivery_card;
mod finding_list;
mod icon;
mod inbox_tabs;
mod ladder;
mod mail;
mod marked_field;
mod masthead;
mod navigation;
mod note;
mod notice_card;
mod page_head;
mod parked_list;
mod phrase_card;
mod picture;
mod row_chip;
mod sample_bar;
mod sentence_list;
mod slim_bar;
mod verdict_card;

pub(crate) use context_panel::ContextPanel;
pub(crate) use delivery_card::DeliveryCard;
pub(crate) use finding_list::FindingList;
pub(crate) use marked_field::MarkedField;
pub(crate) use masthead::Masthead;
pub(crate) use navigation::navigation;
pub(crate) use notice_card::{notice_body, notice_head};
pub(crate) use page_head::page_head;
pub(crate) use parked_list::{ParkedActions, parked_list};
pub(crate) use row_chip::Desks;
pub(crate) use sample_bar::sample_bar;
pub(crate) use sentence_list::sentence_list;
pub(crate) use slim_bar::slim_bar;
pub(crate) use verdict_card::VerdictCard;

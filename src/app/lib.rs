//! The site, as two modules: the composer that every visit loads, and the pages beside it. Must not hold any logic of its own.

mod browser;
mod carried;
mod components;
mod desk;
pub mod element;
mod hooks;
mod log;
mod muted;
mod pages;
mod route;
mod state;
mod templates;
mod text;
mod value;
mod view_model;

/// Mounts the site with its composer.
pub fn site() {
    browser::mount::<pages::App>(browser::SITE);
}

/// Mounts the pages beside the composer, in the place that the site keeps for them.
pub fn pages_beside() {
    browser::mount::<pages::Beside>(browser::PAGES);
}

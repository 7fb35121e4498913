//! Mounts the page. Must not hold any logic of its own.

mod browser;
mod components;
mod desk;
mod hooks;
mod log;
mod memory;
mod pages;
mod route;
mod state;
mod templates;
mod text;
mod view_model;

fn main() {
    yew::Renderer::<pages::App>::new().render();
}

//! The module of the pages beside the composer, loaded with the first of them. Must not hold any logic of its own.

fn main() {
    compose_site::pages_beside();
}

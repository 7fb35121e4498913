//! The module that every visit loads. Must not hold any logic of its own.

fn main() {
    compose_site::site();
}

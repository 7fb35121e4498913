//! The order in which ways to a wasm compiler are tried. Must not know how to look or to install.

use crate::toolchain::Toolchain;

/// Debian's packages for a compiler whose standard library is built along with the crates.
pub(super) const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// What was found on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// Whether the active toolchain has the target.
    pub(super) target: Target,
    /// Whether rustup may add it.
    pub(super) rustup: Rustup,
    /// Whether Debian's packages are there or could be.
    pub(super) debian: Debian,
}

/// The wasm target of the active toolchain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Installed,
    Missing,
}

/// What rustup can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rustup {
    /// It may download.
    MayInstall,
    /// `RUSTUP_AUTO_INSTALL=0`: it must not.
    MustNotInstall,
    Absent,
}

/// Debian's packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Debian {
    Installed,
    /// The system is Debian; they are not all there.
    Missing,
    /// Another system.
    Unknown,
}

/// The way to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// The compiler is there.
    Ready(Toolchain),
    /// `rustup target add`.
    Rustup,
    /// Debian's packages.
    DebianPackages,
    /// None from here.
    None,
}

/// The first way that is open: what is installed, then rustup, then Debian's packages.
pub(super) fn choose(found: Found) -> Route {
    match (found.target, found.rustup, found.debian) {
        (Target::Installed, _, _) => Route::Ready(Toolchain::Active),
        (Target::Missing, _, Debian::Installed) => Route::Ready(Toolchain::Debian),
        (Target::Missing, Rustup::MayInstall, Debian::Missing | Debian::Unknown) => Route::Rustup,
        (Target::Missing, Rustup::MustNotInstall | Rustup::Absent, Debian::Missing) => Route::DebianPackages,
        (Target::Missing, Rustup::MustNotInstall | Rustup::Absent, Debian::Unknown) => Route::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_installed_then_rustup_then_debian() {
        use Rustup::{Absent, MayInstall, MustNotInstall};
        let cases = [
            (Target::Installed, MayInstall, Debian::Installed, Route::Ready(Toolchain::Active)),
            (Target::Installed, Absent, Debian::Unknown, Route::Ready(Toolchain::Active)),
            (Target::Missing, MayInstall, Debian::Installed, Route::Ready(Toolchain::Debian)),
            (Target::Missing, MayInstall, Debian::Missing, Route::Rustup),
            (Target::Missing, MayInstall, Debian::Unknown, Route::Rustup),
            (Target::Missing, MustNotInstall, Debian::Installed, Route::Ready(Toolchain::Debian)),
            (Target::Missing, MustNotInstall, Debian::Missing, Route::DebianPackages),
            (Target::Missing, Absent, Debian::Missing, Route::DebianPackages),
            (Target::Missing, Absent, Debian::Unknown, Route::None),
            (Target::Missing, MustNotInstall, Debian::Unknown, Route::None),
        ];
        for (target, rustup, debian, expected) in cases {
            assert_eq!(choose(Found { target, rustup, debian }), expected, "{target:?} {rustup:?} {debian:?}");
        }
    }
}

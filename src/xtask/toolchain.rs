//! Which compiler makes wasm, and the environment it needs. Must not know what is built with it.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::paths::Paths;

/// The target of every wasm build.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Set by `cargo run` and by rustup for their children; another compiler must not see them.
const FOREIGN_ENVIRONMENT: [&str; 6] =
    ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "RUSTFLAGS", "LD_LIBRARY_PATH"];

/// See [`Toolchain::prepare_shipping`].
const SHIPPING_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// A compiler that can make wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The active one; it has the wasm target.
    Active,
    /// Debian's, which ships the standard library as source: it is built along with the crates.
    Debian,
}

impl Toolchain {
    /// A `cargo` for installing commands, which run on this machine.
    pub(crate) fn native_cargo(self, paths: &Paths) -> Command {
        let mut command = Command::new(self.cargo_program());
        command.current_dir(&paths.root);
        self.isolate(&mut command, paths);
        command
    }

    /// A `cargo` for wasm builds, with their own target folder.
    pub(crate) fn wasm_cargo(self, paths: &Paths) -> Command {
        let mut command = Command::new(self.cargo_program());
        self.prepare_wasm(&mut command, paths);
        command
    }

    /// Gives any program that calls `cargo` by itself the environment for wasm builds.
    pub(crate) fn prepare_wasm(self, command: &mut Command, paths: &Paths) {
        command.current_dir(&paths.root).env("CARGO_TARGET_DIR", &paths.wasm_target);
        // Debug information would make a page of 60 MB, and wasm-bindgen reads all of it at each build.
        command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_DEV_STRIP", "debuginfo");
        self.isolate(command, paths);
        if self == Self::Debian {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "/usr/bin/lld-22");
        }
    }

    /// Leaves out of what ships whatever only a developer would read, where the standard library is built along: panic messages, places in
    /// sources, `Debug` forms. A panic is a trap either way, and JavaScript sees it as an error.
    pub(crate) fn prepare_shipping(self, command: &mut Command) {
        if self == Self::Debian {
            command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size").env("RUSTFLAGS", SHIPPING_FLAGS);
        }
    }

    fn cargo_program(self) -> &'static str {
        match self {
            Self::Active => "cargo",
            Self::Debian => "/usr/bin/cargo",
        }
    }

    fn isolate(self, command: &mut Command, paths: &Paths) {
        command.env("PATH", self.search_path(paths));
        if self == Self::Debian {
            for name in FOREIGN_ENVIRONMENT {
                command.env_remove(name);
            }
        }
    }

    fn search_path(self, paths: &Paths) -> OsString {
        let inherited = paths.search_path();
        let own = paths.tool_folders();
        let debian = (self == Self::Debian).then(|| PathBuf::from("/usr/bin"));
        let rest = env::split_paths(&inherited).skip(own.len());
        env::join_paths(own.iter().cloned().chain(debian).chain(rest)).unwrap_or(inherited)
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::*;

    /// What the command does to a variable.
    #[derive(Debug, PartialEq, Eq)]
    enum Change<'a> {
        None,
        Removed,
        Set(&'a OsStr),
    }

    fn change<'a>(command: &'a Command, name: &str) -> Change<'a> {
        match command.get_envs().find(|(key, _)| *key == name) {
            None => Change::None,
            Some((_, None)) => Change::Removed,
            Some((_, Some(value))) => Change::Set(value),
        }
    }

    #[test]
    fn debian_builds_the_standard_library_and_sees_no_other_compiler() -> anyhow::Result<()> {
        let paths = Paths::find()?;
        let command = Toolchain::Debian.wasm_cargo(&paths);
        assert_eq!(command.get_program(), "/usr/bin/cargo");
        assert_eq!(change(&command, "CARGO_UNSTABLE_BUILD_STD"), Change::Set(OsStr::new("std,panic_abort")));
        assert_eq!(change(&command, "CARGO_TARGET_DIR"), Change::Set(paths.wasm_target.as_os_str()));
        assert_eq!(change(&command, "RUSTUP_TOOLCHAIN"), Change::Removed);
        Ok(())
    }

    #[test]
    fn only_a_compiler_that_builds_the_standard_library_takes_its_flags() -> anyhow::Result<()> {
        let paths = Paths::find()?;
        for (toolchain, expected) in
            [(Toolchain::Active, Change::None), (Toolchain::Debian, Change::Set(OsStr::new(SHIPPING_FLAGS)))]
        {
            let mut command = toolchain.wasm_cargo(&paths);
            toolchain.prepare_shipping(&mut command);
            assert_eq!(change(&command, "RUSTFLAGS"), expected);
        }
        Ok(())
    }

    #[test]
    fn active_toolchain_is_left_as_it_is() -> anyhow::Result<()> {
        let command = Toolchain::Active.wasm_cargo(&Paths::find()?);
        assert_eq!(command.get_program(), "cargo");
        assert_eq!(change(&command, "CARGO_UNSTABLE_BUILD_STD"), Change::None);
        assert_eq!(change(&command, "RUSTUP_TOOLCHAIN"), Change::None);
        Ok(())
    }

    #[test]
    fn own_tools_come_first_then_the_compilers_folder() -> anyhow::Result<()> {
        let paths = Paths::find()?;
        let folders: Vec<_> = env::split_paths(&Toolchain::Debian.search_path(&paths)).take(3).collect();
        let [bin, node] = paths.tool_folders();
        assert_eq!(folders, [bin, node, PathBuf::from("/usr/bin")]);
        Ok(())
    }
}

//! Looks at the machine: which tools are there, in which version. Must not decide or change anything.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::wasm_target::{DEBIAN_PACKAGES, Debian, Found, Rustup, Target};
use super::{is_root, version};
use crate::browsers::Browser;
use crate::paths::Paths;
use crate::proc;
use crate::toolchain::WASM_TARGET;

/// Copy of the lock file that the installed Node packages were made from.
pub(super) const NODE_PACKAGES_MARK: &str = "node_modules/.installed-from-lock.json";

/// The machine as it is.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub(super) wasm: Found,
    pub(super) system: System,
    /// Whether system packages can be installed from here.
    pub(super) apt: Apt,
    /// Version of the first `trunk` command.
    pub(super) trunk: Option<String>,
    /// Version of the first `wasm-bindgen` command.
    pub(super) wasm_bindgen: Option<String>,
    /// The version that `Cargo.lock` asks for.
    pub(super) wasm_bindgen_wanted: String,
    /// Version of the npm package in the tools folder.
    pub(super) binaryen: Option<String>,
    pub(super) node: Option<String>,
    pub(super) node_packages: NodePackages,
    pub(super) chromium: Option<String>,
    pub(super) firefox: Option<String>,
    /// Font packages that are not installed; looked for only where apt can install them.
    pub(super) missing_fonts: Vec<&'static str>,
}

/// The operating system, as far as package names differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    Debian,
    Ubuntu,
    MacOs,
    Other,
}

/// Debian's package manager.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apt {
    Usable,
    /// It is there, the caller is not the administrator.
    NeedsRoot,
    Absent,
}

/// The packages of the browser tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NodePackages {
    Fresh,
    Missing,
    /// Made from another lock file.
    Stale,
}

/// Letters, emoji and East Asian signs as most buyers see them; screenshots need them.
const FONTS: [&str; 3] = ["fonts-liberation", "fonts-noto-color-emoji", "fonts-noto-cjk"];

impl Facts {
    /// Looks everything up; reads only.
    pub(super) fn gather(paths: &Paths) -> Result<Self> {
        let search_path = paths.search_path();
        let lock = fs::read_to_string(paths.root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
        let wanted = version::in_cargo_lock(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
        let system = system();
        let apt = apt(&search_path);
        Ok(Self {
            wasm: Found { target: target(), rustup: rustup(&search_path), debian: debian(system) },
            system,
            apt,
            trunk: command_version("trunk", &search_path),
            wasm_bindgen: command_version("wasm-bindgen", &search_path),
            wasm_bindgen_wanted: wanted.to_owned(),
            binaryen: npm_version(&paths.tools.join("node_modules/binaryen/package.json")),
            node: proc::find("npm", &search_path).and_then(|_| command_version("node", &search_path)),
            node_packages: node_packages(&paths.browser_tests),
            chromium: Browser::Chromium.find(&search_path).map(|path| path.display().to_string()),
            firefox: Browser::Firefox.find(&search_path).map(|path| path.display().to_string()),
            missing_fonts: if apt == Apt::Usable { missing_packages(&FONTS) } else { Vec::new() },
        })
    }
}

fn target() -> Target {
    let libraries = proc::read(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]));
    let entries = libraries.and_then(|folder| fs::read_dir(folder).ok());
    let has_std = entries.is_some_and(|mut entries| {
        entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
    });
    if has_std { Target::Installed } else { Target::Missing }
}

fn rustup(search_path: &OsStr) -> Rustup {
    if proc::find("rustup", search_path).is_none() {
        Rustup::Absent
    } else if env::var("RUSTUP_AUTO_INSTALL").is_ok_and(|value| value == "0") {
        Rustup::MustNotInstall
    } else {
        Rustup::MayInstall
    }
}

fn debian(system: System) -> Debian {
    match system {
        System::Debian if missing_packages(&DEBIAN_PACKAGES).is_empty() => Debian::Installed,
        System::Debian => Debian::Missing,
        System::Ubuntu | System::MacOs | System::Other => Debian::Unknown,
    }
}

fn missing_packages(names: &[&'static str]) -> Vec<&'static str> {
    let installed = |name: &str| {
        let status = proc::read(Command::new("dpkg-query").args(["--show", "--showformat=${Status}", name]));
        status.as_deref() == Some("install ok installed")
    };
    names.iter().copied().filter(|name| !installed(name)).collect()
}

fn system() -> System {
    if env::consts::OS == "macos" {
        return System::MacOs;
    }
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let id = release.lines().find_map(|line| line.strip_prefix("ID=")).unwrap_or_default();
    match id.trim_matches('"') {
        "debian" => System::Debian,
        "ubuntu" => System::Ubuntu,
        _ => System::Other,
    }
}

fn apt(search_path: &OsStr) -> Apt {
    match (proc::find("apt-get", search_path), is_root()) {
        (Some(_), true) => Apt::Usable,
        (Some(_), false) => Apt::NeedsRoot,
        (None, _) => Apt::Absent,
    }
}

fn command_version(name: &str, search_path: &OsStr) -> Option<String> {
    let path = proc::find(name, search_path)?;
    let printed = proc::read(Command::new(path).arg("--version").env("PATH", search_path))?;
    version::printed(&printed).map(str::to_owned)
}

fn npm_version(manifest: &Path) -> Option<String> {
    let manifest: serde_json::Value = serde_json::from_str(&fs::read_to_string(manifest).ok()?).ok()?;
    manifest.get("version")?.as_str().map(str::to_owned)
}

fn node_packages(folder: &Path) -> NodePackages {
    match fs::read(folder.join(NODE_PACKAGES_MARK)) {
        Ok(mark) if fs::read(folder.join("package-lock.json")).is_ok_and(|lock| lock == mark) => NodePackages::Fresh,
        Ok(_) => NodePackages::Stale,
        Err(_) => NodePackages::Missing,
    }
}

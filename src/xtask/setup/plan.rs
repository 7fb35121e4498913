//! From what is there to what is done about it. Pure: must not look at the machine or change it.

use std::fmt;

use super::facts::{Apt, Facts, NodePackages, System};
use super::wasm_target::{self, DEBIAN_PACKAGES, Route};
use super::{BINARYEN_VERSION, OLDEST_NODE, Purpose, TRUNK_VERSION, version};
use crate::toolchain::Toolchain;

/// Something a step needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    WasmTarget,
    WasmBindgen,
    Trunk,
    Node,
    WasmOpt,
    NodePackages,
    Chromium,
    Firefox,
    Fonts,
}

/// What is done about a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Remedy {
    /// It is there: version or place.
    Present(String),
    /// It is installed by this job.
    Install(Install),
    /// A person has to run the command.
    ByHand { reason: String, command: String },
}

/// One way to install.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Install {
    RustupTarget,
    /// Debian or Ubuntu packages; all of a plan's are installed in one go.
    Apt(Vec<&'static str>),
    Cargo {
        package: &'static str,
        version: String,
    },
    Binaryen,
    NodePackages,
}

/// A thing and its remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) thing: Thing,
    pub(super) remedy: Remedy,
}

/// All that is needed for a purpose, in the order of installing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub(super) rows: Vec<Row>,
    /// The compiler for wasm once the plan is carried out; none when a person has to act first.
    pub(super) toolchain: Option<Toolchain>,
}

impl Plan {
    /// Decides for every thing the purpose needs.
    pub(super) fn new(facts: &Facts, purpose: Purpose) -> Self {
        let route = wasm_target::choose(facts.wasm);
        let toolchain = match route {
            Route::Ready(toolchain) => Some(toolchain),
            Route::Rustup => Some(Toolchain::Active),
            Route::DebianPackages if facts.apt == Apt::Usable => Some(Toolchain::Debian),
            Route::DebianPackages | Route::None => None,
        };
        let things = needed(purpose);
        let rows = things.iter().map(|&thing| Row { thing, remedy: remedy(thing, facts, route) }).collect();
        Self { rows, toolchain }
    }

    /// Whether every thing is there.
    pub(super) fn is_done(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.remedy, Remedy::Present(_)))
    }

    /// What is to be installed, in order, with all system packages in one job at the place of the first.
    pub(super) fn jobs(&self) -> Vec<Install> {
        let mut jobs: Vec<Install> = Vec::new();
        for row in &self.rows {
            let Remedy::Install(install) = &row.remedy else { continue };
            let earlier = jobs.iter_mut().find_map(|job| match job {
                Install::Apt(packages) => Some(packages),
                Install::RustupTarget | Install::Cargo { .. } | Install::Binaryen | Install::NodePackages => None,
            });
            match (install, earlier) {
                (Install::Apt(more), Some(packages)) => packages.extend(more),
                (job, _) => jobs.push(job.clone()),
            }
        }
        jobs
    }
}

impl Thing {
    /// Its name in tables and messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::WasmTarget => "wasm compiler",
            Self::WasmBindgen => "wasm-bindgen",
            Self::Trunk => "trunk",
            Self::Node => "Node.js",
            Self::WasmOpt => "wasm-opt",
            Self::NodePackages => "Node packages",
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::Fonts => "fonts",
        }
    }
}

impl fmt::Display for Install {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RustupTarget => write!(f, "wasm target, with rustup"),
            Self::Apt(packages) => write!(f, "system packages: {}", packages.join(" ")),
            Self::Cargo { package, version } => write!(f, "{package} {version}, compiled here"),
            Self::Binaryen => write!(f, "binaryen {BINARYEN_VERSION}, from npm"),
            Self::NodePackages => write!(f, "Node packages of the browser tests"),
        }
    }
}

fn needed(purpose: Purpose) -> &'static [Thing] {
    use Thing::{Chromium, Firefox, Fonts, Node, NodePackages, Trunk, WasmBindgen, WasmOpt, WasmTarget};
    match purpose {
        Purpose::Page => &[WasmTarget, WasmBindgen, Trunk],
        Purpose::Release => &[WasmTarget, Node, WasmOpt, WasmBindgen, Trunk],
        Purpose::Everything => &[WasmTarget, Chromium, Firefox, Fonts, Node, WasmOpt, NodePackages, WasmBindgen, Trunk],
    }
}

fn remedy(thing: Thing, facts: &Facts, route: Route) -> Remedy {
    match thing {
        Thing::WasmTarget => wasm_compiler(facts, route),
        Thing::WasmBindgen => cargo_tool("wasm-bindgen-cli", facts.wasm_bindgen.as_deref(), &facts.wasm_bindgen_wanted),
        Thing::Trunk => cargo_tool("trunk", facts.trunk.as_deref(), TRUNK_VERSION),
        Thing::Node => node(facts),
        Thing::WasmOpt => match &facts.binaryen {
            Some(found) if found == BINARYEN_VERSION => Remedy::Present(found.clone()),
            Some(_) | None => Remedy::Install(Install::Binaryen),
        },
        Thing::NodePackages => match facts.node_packages {
            NodePackages::Fresh => Remedy::Present("as in package-lock.json".to_owned()),
            NodePackages::Missing | NodePackages::Stale => Remedy::Install(Install::NodePackages),
        },
        Thing::Chromium => browser(facts, facts.chromium.as_ref(), thing),
        Thing::Firefox => browser(facts, facts.firefox.as_ref(), thing),
        Thing::Fonts if facts.missing_fonts.is_empty() => Remedy::Present("as the system has them".to_owned()),
        Thing::Fonts => Remedy::Install(Install::Apt(facts.missing_fonts.clone())),
    }
}

fn wasm_compiler(facts: &Facts, route: Route) -> Remedy {
    match route {
        Route::Ready(Toolchain::Active) => Remedy::Present("in the active toolchain".to_owned()),
        Route::Ready(Toolchain::Debian) => Remedy::Present("Debian's, with build-std".to_owned()),
        Route::Rustup => Remedy::Install(Install::RustupTarget),
        Route::DebianPackages => apt(facts, DEBIAN_PACKAGES.to_vec()),
        Route::None => Remedy::ByHand {
            reason: "the active toolchain lacks the target, rustup may not add it, and this is not Debian".to_owned(),
            command: "rustup target add wasm32-unknown-unknown".to_owned(),
        },
    }
}

fn cargo_tool(package: &'static str, found: Option<&str>, wanted: &str) -> Remedy {
    match found {
        Some(found) if found == wanted => Remedy::Present(found.to_owned()),
        Some(_) | None => Remedy::Install(Install::Cargo { package, version: wanted.to_owned() }),
    }
}

fn node(facts: &Facts) -> Remedy {
    let found = facts.node.as_deref();
    if let Some(found) = found.filter(|found| version::major(found).is_some_and(|major| major >= OLDEST_NODE)) {
        return Remedy::Present(found.to_owned());
    }
    let reason = match found {
        Some(found) => format!("version {OLDEST_NODE} or newer is needed, {found} is installed"),
        None => "`node` and `npm` are not on PATH".to_owned(),
    };
    let command = match facts.system {
        System::Debian | System::Ubuntu => "sudo apt-get install nodejs npm",
        System::MacOs => "brew install node",
        System::Other => "install Node.js from your system's packages or from nodejs.org",
    };
    Remedy::ByHand { reason, command: command.to_owned() }
}

fn browser(facts: &Facts, found: Option<&String>, thing: Thing) -> Remedy {
    if let Some(path) = found {
        return Remedy::Present(path.clone());
    }
    let (package, variable) = match (thing, facts.system) {
        (Thing::Firefox, System::Ubuntu) => ("firefox", "COMPOSE_FIREFOX"),
        (Thing::Firefox, _) => ("firefox-esr", "COMPOSE_FIREFOX"),
        (_, System::Ubuntu) => ("chromium-browser", "COMPOSE_CHROMIUM"),
        (_, _) => ("chromium", "COMPOSE_CHROMIUM"),
    };
    match facts.system {
        System::Debian | System::Ubuntu => apt(facts, vec![package]),
        System::MacOs => Remedy::ByHand {
            reason: "not found".to_owned(),
            command: format!("brew install --cask {}", thing.name().to_lowercase()),
        },
        System::Other => Remedy::ByHand {
            reason: "not found on PATH".to_owned(),
            command: format!("export {variable}=/path/to/the/executable   # after installing it"),
        },
    }
}

fn apt(facts: &Facts, packages: Vec<&'static str>) -> Remedy {
    match facts.apt {
        Apt::Usable => Remedy::Install(Install::Apt(packages)),
        Apt::NeedsRoot | Apt::Absent => Remedy::ByHand {
            reason: "system packages can be installed by root only".to_owned(),
            command: format!("sudo apt-get update && sudo apt-get install {}", packages.join(" ")),
        },
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;

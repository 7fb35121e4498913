//! From described machines to plans. Must not depend on the machine it runs on.

use super::super::wasm_target::{Debian, Found, Rustup, Target};
use super::*;

fn complete() -> Facts {
    Facts {
        wasm: Found { target: Target::Missing, rustup: Rustup::MustNotInstall, debian: Debian::Installed },
        system: System::Debian,
        apt: Apt::Usable,
        trunk: Some(TRUNK_VERSION.to_owned()),
        wasm_bindgen: Some("0.2.130".to_owned()),
        wasm_bindgen_wanted: "0.2.130".to_owned(),
        binaryen: Some(BINARYEN_VERSION.to_owned()),
        node: Some("20.20.2".to_owned()),
        node_packages: NodePackages::Fresh,
        chromium: Some("/usr/bin/chromium".to_owned()),
        firefox: Some("/usr/bin/firefox-esr".to_owned()),
        missing_fonts: Vec::new(),
    }
}

fn bare() -> Facts {
    Facts {
        wasm: Found { target: Target::Missing, rustup: Rustup::MustNotInstall, debian: Debian::Missing },
        trunk: None,
        wasm_bindgen: None,
        binaryen: None,
        node_packages: NodePackages::Missing,
        chromium: None,
        firefox: None,
        missing_fonts: vec!["fonts-noto-cjk"],
        ..complete()
    }
}

fn by_hand(plan: &Plan) -> Vec<Thing> {
    let left = plan.rows.iter().filter(|row| matches!(row.remedy, Remedy::ByHand { .. }));
    left.map(|row| row.thing).collect()
}

#[test]
fn complete_machine_has_nothing_to_do() {
    let plan = Plan::new(&complete(), Purpose::Everything);
    assert!(plan.is_done(), "{plan:?}");
    assert_eq!(plan.jobs(), []);
    assert_eq!(plan.toolchain, Some(Toolchain::Debian));
}

#[test]
fn bare_debian_installs_system_packages_once_then_the_rest() {
    let plan = Plan::new(&bare(), Purpose::Everything);
    let system = ["rustc-web", "cargo-web", "rust-web-src", "lld-22", "chromium", "firefox-esr", "fonts-noto-cjk"];
    let expected = [
        Install::Apt(system.to_vec()),
        Install::Binaryen,
        Install::NodePackages,
        Install::Cargo { package: "wasm-bindgen-cli", version: "0.2.130".to_owned() },
        Install::Cargo { package: "trunk", version: TRUNK_VERSION.to_owned() },
    ];
    assert_eq!(plan.jobs(), expected);
    assert_eq!(by_hand(&plan), []);
    assert_eq!(plan.toolchain, Some(Toolchain::Debian));
}

#[test]
fn without_root_the_rest_is_installed_and_commands_are_named() {
    let plan = Plan::new(&Facts { apt: Apt::NeedsRoot, missing_fonts: Vec::new(), ..bare() }, Purpose::Everything);
    assert_eq!(by_hand(&plan), [Thing::WasmTarget, Thing::Chromium, Thing::Firefox]);
    assert_eq!(plan.jobs().len(), 4);
    assert_eq!(plan.toolchain, None);
}

#[test]
fn rustup_adds_the_target_where_it_may() {
    let wasm = Found { rustup: Rustup::MayInstall, ..bare().wasm };
    let plan = Plan::new(&Facts { wasm, ..bare() }, Purpose::Page);
    assert_eq!(plan.jobs().first(), Some(&Install::RustupTarget));
    assert_eq!(plan.toolchain, Some(Toolchain::Active));
}

#[test]
fn another_version_of_a_command_is_replaced() {
    let facts = Facts { wasm_bindgen_wanted: "0.2.131".to_owned(), ..complete() };
    let wanted = Install::Cargo { package: "wasm-bindgen-cli", version: "0.2.131".to_owned() };
    assert_eq!(Plan::new(&facts, Purpose::Page).jobs(), [wanted]);
}

#[test]
fn old_or_absent_node_is_named_with_the_command() {
    for node in [None, Some("18.20.4".to_owned())] {
        let plan = Plan::new(&Facts { node, ..complete() }, Purpose::Release);
        assert_eq!(by_hand(&plan), [Thing::Node]);
    }
}

#[test]
fn unknown_system_gets_no_apt_job() {
    let wasm = Found { debian: Debian::Unknown, ..bare().wasm };
    let facts = Facts { wasm, system: System::Other, apt: Apt::Absent, missing_fonts: Vec::new(), ..bare() };
    let plan = Plan::new(&facts, Purpose::Everything);
    assert!(!plan.jobs().iter().any(|job| matches!(job, Install::Apt(_))));
    assert_eq!(by_hand(&plan), [Thing::WasmTarget, Thing::Chromium, Thing::Firefox]);
}

#[test]
fn page_needs_neither_node_nor_browsers() {
    let facts = Facts { node: None, chromium: None, firefox: None, ..complete() };
    assert!(Plan::new(&facts, Purpose::Page).is_done());
}

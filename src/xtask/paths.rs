//! Where things lie in the work tree. Must not know what any step does with them.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Every folder a build step reads or writes.
#[derive(Debug, Clone)]
pub(crate) struct Paths {
    /// The work tree.
    pub(crate) root: PathBuf,
    /// Commands that `setup` installs.
    pub(crate) tools: PathBuf,
    /// Native build output.
    pub(crate) target: PathBuf,
    /// Build output of wasm builds, apart from native ones: the two may run on different compilers.
    pub(crate) wasm_target: PathBuf,
    /// The page as it ships.
    pub(crate) dist: PathBuf,
    /// The page as `serve` builds it while one works on it.
    pub(crate) dev_dist: PathBuf,
    /// The engine alone as a JavaScript module.
    pub(crate) engine_package: PathBuf,
    /// The npm package as it is published.
    pub(crate) npm_package: PathBuf,
    /// The package's demos, with the package beside them.
    pub(crate) demo: PathBuf,
    /// Browser tests and their Node packages.
    pub(crate) browser_tests: PathBuf,
}

impl Paths {
    /// Finds the work tree from this crate's place in it. Honours `CARGO_TARGET_DIR`.
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let manifest = manifest.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        let root = manifest.ancestors().nth(2).context("src/xtask must lie two folders under the work tree")?;
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self::under(root, &target))
    }

    fn under(root: &Path, target: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            tools: root.join(".tools"),
            target: target.to_path_buf(),
            wasm_target: target.join("wasm"),
            dist: root.join("dist"),
            dev_dist: target.join("dev-dist"),
            engine_package: target.join("engine-package"),
            npm_package: target.join("npm"),
            demo: target.join("demo"),
            browser_tests: root.join("tests/browser"),
        }
    }

    /// Folders with the project's own commands, first choice first.
    pub(crate) fn tool_folders(&self) -> [PathBuf; 2] {
        [self.tools.join("bin"), self.tools.join("node_modules/.bin")]
    }

    /// The value of `PATH` with the project's own commands in front.
    pub(crate) fn search_path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.tool_folders().into_iter().chain(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited)
    }

    /// A path as a person reads it: relative to the work tree where it lies in it.
    pub(crate) fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}

//! Fills in the script that keeps the page's files for visits without a network (`www/sw.js`). Must not know what the files are for.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::page::Build;
use crate::paths::Paths;

/// The script's name in the page's folder.
const SCRIPT: &str = "sw.js";

/// Folders of files that are kept once they were asked for, but for those named behind them, which are kept from the start.
const KEPT_LATER: [(&str, &[&str]); 3] =
    [("packs", &["en.bin"]), ("rules", &["en.rules", "any.rules"]), ("blind", &[])];

/// Undoes what a page that ships has set up on the same address: files of a page in development must not be kept.
const NOTHING_KEPT: &str = "\
// A page in development keeps nothing.
self.addEventListener(\"install\", () => self.skipWaiting());
self.addEventListener(\"activate\", (event) =>
  event.waitUntil(caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))),
);
";

/// Writes the script into the page's folder.
pub(crate) fn write(paths: &Paths, build: Build) -> Result<()> {
    let folder = build.folder(paths);
    let script = match build {
        Build::Development => NOTHING_KEPT.to_owned(),
        Build::Release => {
            let template = fs::read_to_string(paths.root.join("www").join(SCRIPT)).context("cannot read www/sw.js")?;
            filled_in(&template, folder)?
        }
    };
    fs::write(folder.join(SCRIPT), script).context("cannot write the script that keeps files")
}

/// The script with its version and list of files.
fn filled_in(template: &str, folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    collect(folder, Path::new(""), &mut files)?;
    files.sort();
    let mut sum = DefaultHasher::new();
    sum.write(template.as_bytes());
    for file in &files {
        sum.write(file.as_bytes());
        sum.write(&fs::read(folder.join(file)).with_context(|| file.clone())?);
    }
    // The folder itself is the page.
    let list: Vec<String> =
        std::iter::once("./").chain(files.iter().map(String::as_str)).map(|f| format!("\"{f}\"")).collect();
    let (version, list) =
        (format!("const version = \"{:016x}\";", sum.finish()), format!("const files = [{}];", list.join(", ")));
    let (empty_version, empty_list) = ("const version = \"\";", "const files = [];");
    ensure!(template.contains(empty_version) && template.contains(empty_list), "www/sw.js has lost its constants");
    Ok(template.replacen(empty_version, &version, 1).replacen(empty_list, &list, 1))
}

/// Files below `folder` that are kept from the start, as paths with slashes.
fn collect(folder: &Path, below: &Path, files: &mut Vec<String>) -> Result<()> {
    let place: PathBuf = folder.join(below);
    for entry in fs::read_dir(&place).with_context(|| place.display().to_string())? {
        let path = below.join(entry?.file_name());
        if folder.join(&path).is_dir() {
            collect(folder, &path, files)?;
        } else if is_kept(&path) {
            files.push(path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"));
        }
    }
    Ok(())
}

fn is_kept(path: &Path) -> bool {
    let later = KEPT_LATER.iter().find(|(folder, _)| path.starts_with(folder));
    path != Path::new(SCRIPT)
        && later.is_none_or(|(folder, but)| but.iter().any(|name| path == Path::new(folder).join(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_visit_is_kept_and_the_rest_once_it_was_asked_for() {
        for (path, kept) in [
            ("index.html", true),
            ("packs/en.bin", true),
            ("rules/any.rules", true),
            ("packs/de.bin", false),
            ("blind/en.jsonl", false),
            ("sw.js", false),
        ] {
            assert_eq!(is_kept(Path::new(path)), kept, "{path}");
        }
    }

    #[test]
    fn the_version_follows_the_files() -> Result<()> {
        let paths = Paths::find()?;
        let template = fs::read_to_string(paths.root.join("www").join(SCRIPT))?;
        let folder = paths.root.join("target/tmp/offline-test");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("a.js"), "one")?;
        let first = filled_in(&template, &folder)?;
        assert!(first.contains("const files = [\"./\", \"a.js\"];"), "{first}");
        assert_eq!(first, filled_in(&template, &folder)?);
        fs::write(folder.join("a.js"), "two")?;
        assert_ne!(first, filled_in(&template, &folder)?);
        assert!(filled_in("const files = [];", &folder).is_err());
        Ok(())
    }
}

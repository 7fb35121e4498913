//! `cargo xtask size`: bytes of what ships, against the budget. Must not know how it is built.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::page::{self, Build};
use crate::paths::Paths;
use crate::setup::{self, Purpose};
use crate::{engine_package, npm};

/// What to measure.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Options {
    /// Measure what is there instead of building it first
    #[arg(long)]
    no_build: bool,
}

/// Things that are loaded together.
struct Group {
    title: &'static str,
    folder: fn(&Paths) -> PathBuf,
    /// Endings of the names of files that count.
    endings: &'static [&'static str],
    /// Beginnings of the names of files that do not.
    except: &'static [&'static str],
    /// Most bytes after brotli, for all files together.
    budget: Option<usize>,
}

/// The module of the pages beside the composer, which a first visit does not load.
const BESIDE: &str = "compose-pages";

const GROUPS: [Group; 8] = [
    Group {
        title: "a first visit without the language",
        folder: |paths| paths.dist.clone(),
        endings: &[".wasm", ".js", ".css"],
        except: &[BESIDE],
        budget: Some(220_000),
    },
    Group {
        title: "a first visit with English",
        folder: |paths| paths.dist.clone(),
        endings: &[".wasm", ".js", ".css", "en.bin"],
        except: &[BESIDE],
        budget: None,
    },
    Group {
        title: "the first page beside the composer",
        folder: |paths| paths.dist.clone(),
        endings: &["compose-pages.js", "compose-pages_bg.wasm"],
        except: &[],
        budget: None,
    },
    Group {
        title: "the engine alone",
        folder: |paths| paths.engine_package.clone(),
        endings: &[".wasm", ".js"],
        except: &[],
        budget: None,
    },
    Group {
        title: "the element, without a language",
        folder: |paths| paths.npm_package.clone(),
        endings: &[".wasm", ".js"],
        except: &[],
        budget: Some(250_000),
    },
    Group {
        title: "the element with English",
        folder: |paths| paths.npm_package.clone(),
        endings: &[".wasm", ".js", "en.bin"],
        except: &[],
        budget: Some(340_000),
    },
    Group {
        title: "all languages, rules and weights",
        folder: |paths| paths.dist.join("packs"),
        endings: &[".bin"],
        except: &[],
        budget: Some(350_000),
    },
    Group {
        title: "English, rules and weights",
        folder: |paths| paths.dist.join("packs"),
        endings: &["en.bin"],
        except: &[],
        budget: Some(90_000),
    },
];

/// Bytes as stored and as sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds as it ships, unless told not to, and reports.
pub(crate) fn run(paths: &Paths, options: Options) -> Result<()> {
    if !options.no_build {
        let tools = setup::run(paths, Purpose::Release)?;
        page::build(paths, tools.toolchain, Build::Release)?;
        engine_package::build(paths, tools.toolchain)?;
        npm::build(paths, tools.toolchain)?;
    }
    report(paths)
}

/// Prints the sizes of what is there; fails when a budget is exceeded.
pub(crate) fn report(paths: &Paths) -> Result<()> {
    let mut exceeded = Vec::new();
    for group in &GROUPS {
        let sizes = measure(group, paths)?;
        if sizes.is_empty() {
            continue;
        }
        let sum = sizes.iter().fold(Size::default(), |sum, (_, size)| sum.plus(*size));
        print!("{}", table(group, &sizes, sum));
        if group.budget.is_some_and(|budget| sum.brotli > budget) {
            exceeded.push(group.title);
        }
    }
    if !exceeded.is_empty() {
        bail!("over budget: {}", exceeded.join(", "));
    }
    Ok(())
}

fn measure(group: &Group, paths: &Paths) -> Result<Vec<(String, Size)>> {
    let folder = (group.folder)(paths);
    let mut files = Vec::new();
    collect(&folder, &mut files);
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        group.endings.iter().any(|e| name.ends_with(e)) && !group.except.iter().any(|e| name.starts_with(e))
    });
    files.sort();
    let measured = files.iter().map(|file| {
        let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(&folder).unwrap_or(file).display().to_string();
        Ok((name, Size::of(&bytes)?))
    });
    measured.collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

fn table(group: &Group, sizes: &[(String, Size)], sum: Size) -> String {
    let mut lines = vec![format!("\n{:<34} {:>10} {:>10} {:>10}\n", group.title, "raw", "gzip", "brotli")];
    lines.extend(sizes.iter().map(|(name, size)| line(name, *size)));
    lines.push(line("sum", sum));
    if let Some(budget) = group.budget {
        let verdict = if sum.brotli > budget { "OVER" } else { "within" };
        lines.push(format!("  {:<32} {:>32} {verdict}\n", "budget", grouped(budget)));
    }
    lines.concat()
}

fn line(name: &str, size: Size) -> String {
    format!("  {name:<32} {:>10} {:>10} {:>10}\n", grouped(size.raw), grouped(size.gzip), grouped(size.brotli))
}

/// A number with a comma before every three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, expected) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), expected);
        }
    }

    #[test]
    fn compression_shrinks_what_repeats() -> Result<()> {
        let size = Size::of(&[7; 4096])?;
        assert_eq!(size.raw, 4096);
        assert!(size.gzip < 100 && size.brotli < 100, "{size:?}");
        Ok(())
    }
}

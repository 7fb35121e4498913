//! Notices that a source of the page changed. Must not know how the page is built.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;

use crate::paths::Paths;

/// What the page is made from.
const INPUTS: [&str; 7] = ["Cargo.toml", "Cargo.lock", "Trunk.toml", "index.html", "www", "src/engine", "src/app"];
const PAUSE: Duration = Duration::from_millis(400);

/// The sources at one moment: how many files, and the time of the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State {
    files: u64,
    newest: SystemTime,
}

impl State {
    /// Looks at all sources.
    pub(super) fn now(paths: &Paths) -> Self {
        let mut state = Self { files: 0, newest: SystemTime::UNIX_EPOCH };
        for input in INPUTS {
            state.add(&paths.root.join(input));
        }
        state
    }

    fn add(&mut self, path: &Path) {
        let Ok(metadata) = fs::metadata(path) else { return };
        if metadata.is_dir() {
            for entry in fs::read_dir(path).into_iter().flatten().flatten() {
                self.add(&entry.path());
            }
        } else {
            self.files += 1;
            self.newest = self.newest.max(metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH));
        }
    }
}

/// Calls `rebuild` after every change since `state`, for ever. A failed rebuild is printed; the last good page stays.
pub(super) fn each_change(paths: &Paths, mut state: State, rebuild: impl Fn() -> Result<()>) -> ! {
    loop {
        std::thread::sleep(PAUSE);
        let now = State::now(paths);
        if now == state {
            continue;
        }
        state = now;
        let started = Instant::now();
        match rebuild() {
            Ok(()) => println!("rebuilt in {:.1} s; reload the page", started.elapsed().as_secs_f32()),
            Err(error) => eprintln!("{error:#}\nthe page stays as it was"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_and_changed_files_change_the_state() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("compose-watch-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let state = || {
            let mut state = State { files: 0, newest: SystemTime::UNIX_EPOCH };
            state.add(&folder);
            state
        };
        let empty = state();
        fs::write(folder.join("a"), "1")?;
        let one = state();
        assert_ne!(empty, one);
        assert_eq!(one, state());
        let later = one.newest + Duration::from_secs(5);
        fs::File::options().write(true).open(folder.join("a"))?.set_modified(later)?;
        assert_ne!(one, state());
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}

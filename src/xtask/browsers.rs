//! Where Chromium and Firefox are. Must not know how they are installed or driven.

use std::env;
use std::ffi::OsStr;
use std::path::PathBuf;

use crate::proc;

/// A browser the tests run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chromium, or Chrome in its place.
    Chromium,
    /// Firefox, or its extended support release.
    Firefox,
}

impl Browser {
    /// The variable that names the executable; the test harness reads the same one.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "COMPOSE_CHROMIUM",
            Self::Firefox => "COMPOSE_FIREFOX",
        }
    }

    /// The executable: from the variable, from `PATH`, or from the system's usual places.
    pub(crate) fn find(self, search_path: &OsStr) -> Option<PathBuf> {
        let named = env::var_os(self.variable()).map(PathBuf::from).filter(|path| path.is_file());
        named
            .or_else(|| self.names().iter().find_map(|name| proc::find(name, search_path)))
            .or_else(|| self.places().iter().map(PathBuf::from).find(|path| path.is_file()))
    }

    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
            Self::Firefox => &["firefox-esr", "firefox"],
        }
    }

    fn places(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            ],
            Self::Firefox => {
                &["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"]
            }
        }
    }
}

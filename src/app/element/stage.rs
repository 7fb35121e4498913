//! What a panel can be about, by the names that scripts use. Must not know how it is painted.

use std::str::FromStr;

/// What the panel has to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// The rules of the language are on their way.
    #[default]
    Waiting,
    /// Nothing was written.
    Blank,
    /// There is an answer.
    Ready,
    /// There is an answer by the rules of every language alone.
    NoRules,
    /// The host's field is not on the page.
    Missing,
}

/// Whether the message is being held back, and how one gets past that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hold {
    /// It is not.
    #[default]
    Free,
    /// One more click.
    Prompt,
    /// A reason.
    Justify,
    /// Mending it.
    Block,
}

impl FromStr for Stage {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "waiting" => Ok(Self::Waiting),
            "blank" => Ok(Self::Blank),
            "ready" => Ok(Self::Ready),
            "no-rules" => Ok(Self::NoRules),
            "missing" => Ok(Self::Missing),
            _ => Err(()),
        }
    }
}

impl FromStr for Hold {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "free" => Ok(Self::Free),
            "prompt" => Ok(Self::Prompt),
            "justify" => Ok(Self::Justify),
            "block" => Ok(Self::Block),
            _ => Err(()),
        }
    }
}

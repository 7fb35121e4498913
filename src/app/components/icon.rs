//! Small line drawings, one path each. Must not know where they are used.

use yew::prelude::{Html, html};

/// Which drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    Check,
    Cross,
    Stop,
    Alert,
    Info,
    Dot,
    Mend,
    Split,
    Copy,
    Bin,
    Chevron,
    Shield,
    Sun,
    Moon,
    Half,
    Inbox,
    Person,
    PersonOff,
    Back,
    Out,
    Wave,
}

impl Glyph {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Cross => "M6.5 6.5l11 11M17.5 6.5l-11 11",
            Self::Stop => "M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v4.5M12 16v.01",
            Self::Alert => "M12 4.5L3.3 19.3h17.4zM12 10v4.3M12 16.8v.01",
            Self::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 8v.01",
            Self::Dot => "M12 12v.01",
            Self::Mend => "M4.5 19.5l1-4L16 5l3 3L8.5 18.5zM14 7l3 3",
            Self::Split => "M12 20.5v-7L6 6.5M12 13.5l6-7M5.5 10.5v-4.5h4.5M14 6h4.5v4.5",
            Self::Copy => "M9 9h10.5v11.5H9zM15 9V4.5H4.5V16H9",
            Self::Bin => "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
            Self::Chevron => "M7 10l5 5 5-5",
            Self::Shield => {
                "M12 3.5l7.5 2.8v5.7c0 4.5-3 7.3-7.5 8.9-4.5-1.6-7.5-4.4-7.5-8.9V6.3zM8.8 12l2.3 2.3 4.2-4.4"
            }
            Self::Sun => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4"
            }
            Self::Moon => "M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z",
            Self::Half => "M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17M15 8v8M17.5 10v4",
            Self::Inbox => "M4 13.5l2.5-8h11l2.5 8V19H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20",
            Self::Person => {
                "M12 11.5a3.8 3.8 0 1 0 0-7.5 3.8 3.8 0 0 0 0 7.5zM4.5 20c.8-3.8 3.8-5.5 7.5-5.5s6.7 1.7 7.5 5.5"
            }
            Self::PersonOff => {
                "M12 11.5a3.8 3.8 0 1 0 0-7.5 3.8 3.8 0 0 0 0 7.5zM4.5 20c.8-3.8 3.8-5.5 7.5-5.5M15 16l5 5M20 16l-5 5"
            }
            Self::Back => "M9 7l-4.5 4.5L9 16M5 11.5h9a5 5 0 0 1 5 5V18",
            Self::Out => "M13 5.5h5.5V11M18.5 5.5L11 13M9 6H5.5v12.5H18V15",
            Self::Wave => "M3 12c1.5-3 3-3 4.5 0s3 3 4.5 0 3-3 4.5 0 3 3 4.5 0",
        }
    }
}

/// A drawing the size of the text; screen readers pass over it.
pub(crate) fn icon(glyph: Glyph) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={glyph.path()} /></svg>
    }
}

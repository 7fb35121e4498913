//! The pages and their addresses: `#/rules/review-request` is a rule on the page of rules. Must not know what the pages show.

use std::rc::Rc;

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Route {
    /// Write a message.
    #[default]
    Compose,
    /// Read a notice.
    Notices,
    /// Check templates.
    Templates,
    /// Where one stands.
    Standing,
    /// All rules, or one.
    Rules(Option<Rc<str>>),
    /// What the scorer is worth.
    Model,
    /// What is fetched and kept.
    Privacy,
}

impl Route {
    /// The pages in the order of the navigation.
    pub(crate) const ALL: [Self; 7] =
        [Self::Compose, Self::Notices, Self::Templates, Self::Standing, Self::Rules(None), Self::Model, Self::Privacy];

    /// The page that an address names; `None` for one that names a place on a page, as `#body` does, or nothing known.
    pub(crate) fn parse(fragment: &str) -> Option<Self> {
        if fragment.is_empty() {
            return Some(Self::Compose);
        }
        let (page, rest) = fragment.strip_prefix('/')?.split_once('/').unwrap_or((fragment.get(1..)?, ""));
        match page {
            "" => Some(Self::Compose),
            "notices" => Some(Self::Notices),
            "templates" => Some(Self::Templates),
            "standing" => Some(Self::Standing),
            "rules" => Some(Self::Rules(Some(rest).filter(|id| !id.is_empty()).map(Rc::from))),
            "model" => Some(Self::Model),
            "privacy" => Some(Self::Privacy),
            _ => None,
        }
    }

    /// Its address on this site.
    pub(crate) fn href(&self) -> String {
        let page = match self {
            Self::Compose => "",
            Self::Notices => "notices",
            Self::Templates => "templates",
            Self::Standing => "standing",
            Self::Rules(None) => "rules",
            Self::Rules(Some(id)) => return format!("#/rules/{id}"),
            Self::Model => "model",
            Self::Privacy => "privacy",
        };
        format!("#/{page}")
    }

    /// Whether both are the same page, wherever on it.
    pub(crate) fn is_page(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn every_page_is_found_at_its_address() {
        let rule = Route::Rules(Some("review-request".into()));
        for route in Route::ALL.iter().chain([&rule]) {
            let address = route.href();
            assert_eq!(Route::parse(address.trim_start_matches('#')).as_ref(), Some(route), "{address}");
        }
    }

    #[test]
    fn places_on_a_page_and_unknown_pages_are_no_page() {
        assert_eq!(Route::parse(""), Some(Route::Compose));
        for fragment in ["body", "/nowhere", "/nowhere/x", "rules"] {
            assert_eq!(Route::parse(fragment), None, "{fragment}");
        }
    }
}

//! What the page `privacy` says, by language. Words only.

/// Its words.
pub(crate) struct Texts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) counter: (&'static str, &'static str),
    pub(crate) counter_note: &'static str,
    pub(crate) fetched: &'static str,
    pub(crate) file: &'static str,
    pub(crate) bytes: &'static str,
    pub(crate) fetched_note: &'static str,
    pub(crate) policy: &'static str,
    pub(crate) policy_note: &'static str,
    pub(crate) kept: &'static str,
    pub(crate) kept_items: &'static [&'static str],
    pub(crate) check: &'static str,
    pub(crate) check_steps: &'static [&'static str],
}

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    title: "Privacy",
    lead: "Your messages are read by a program inside this page. They are not sent anywhere, because the page cannot send them.",
    counter: ("{} request since the page was ready", "{} requests since the page was ready"),
    counter_note: "Counted by this browser. The rules of a language, these other pages and what they refer to are files that are fetched when they are first needed; nothing that you type is part of such a request. Not counted are the page's own files that the browser fetches once more to keep them for visits without a network.",
    fetched: "What has been fetched",
    file: "File",
    bytes: "Bytes",
    fetched_note: "All from the place this page came from.",
    policy: "The rule the browser enforces",
    policy_note: "This content security policy came with the page. It lets the page talk to its own site and to no other, and run no code but its own.",
    kept: "What is kept in this browser",
    kept_items: &[
        "The colours you chose, if you chose any, and the rules you do not want to be warned of.",
        "The page's own files, so that it starts without a network from your second visit on.",
        "The log of messages, if you noted any: what became of each, and its text only where you ticked that. The page Standing shows, saves and wipes it.",
        "Clearing this site's data forgets all of it.",
    ],
    check: "See for yourself",
    check_steps: &[
        "Open the browser's developer tools at the network panel.",
        "Write a message on the first page: no line appears.",
        "Switch the network off and go on writing: everything still works in the languages you have used.",
    ],
};

//! What the page `model` says, by language. Words only.

/// Its words.
pub(crate) struct Texts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) how: &'static str,
    pub(crate) how_items: &'static [&'static str],
    pub(crate) limits: &'static str,
    pub(crate) limits_items: &'static [&'static str],
    pub(crate) proof: &'static str,
    pub(crate) proof_note: &'static str,
    pub(crate) run: &'static str,
    pub(crate) running: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) lang: &'static str,
    pub(crate) all: &'static str,
    pub(crate) drafts: &'static str,
    pub(crate) two_way: &'static str,
    pub(crate) four_way: &'static str,
    pub(crate) wrongly: &'static str,
    pub(crate) missed: &'static str,
    pub(crate) part: &'static str,
    pub(crate) confusion: &'static str,
    pub(crate) label: &'static str,
    pub(crate) bench: &'static str,
    pub(crate) bench_note: &'static str,
    pub(crate) bench_run: &'static str,
    pub(crate) bench_times: (&'static str, &'static str),
}

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    title: "Model",
    lead: "How the verdict is found, how often it is right, and a way to see that for yourself.",
    how: "How it works",
    how_items: &[
        "Rules look for ways of saying things: each match is shown with its reason and policy row.",
        "A learned scorer reads each sentence, with the rules that matched it, and says how probable each role is.",
        "A second stage weighs all sentences of the message: a reason told beside a question is judged otherwise than the same news alone.",
        "Where too little speaks for a verdict, it is unclear, and unclear holds nothing back.",
    ],
    limits: "What to keep in mind",
    limits_items: &[
        "It was learned from invented messages in twelve languages, written for this purpose, and not from anyone's mail.",
        "The costly error is calling a message critical that is not. It is rare and not excluded: read the sentences that decided.",
        "The marketplace decides by its own judgement, which nobody outside knows.",
    ],
    proof: "Run the test here",
    proof_note: "These labelled messages were written without sight of rules and training texts. Your browser judges them now, and counts.",
    run: "Judge the messages",
    running: "{} of {} languages",
    failed: "The messages could not be loaded ({}). Try again.",
    lang: "Language",
    all: "All",
    drafts: "Messages",
    two_way: "Critical or not",
    four_way: "Exact verdict",
    wrongly: "Wrongly critical",
    missed: "Critical missed",
    part: "{} of {}",
    confusion: "Label against verdict, all languages",
    label: "Label",
    bench: "Speed on this device",
    bench_note: "Typing in a message of 1,000 characters: how long a keystroke's review takes.",
    bench_run: "Measure",
    bench_times: ("half of all keystrokes within {}", "95 of 100 within {}"),
};

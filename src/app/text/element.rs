//! What the element says beside the engine's own words: in its panel, and by script where there is no panel. Words only.

/// The panel's words.
pub(crate) struct Texts {
    pub(crate) panel: &'static str,
    pub(crate) waiting: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) missing_hint: &'static str,
    pub(crate) blank: &'static str,
    pub(crate) blank_hint: &'static str,
    pub(crate) deciding: &'static str,
    pub(crate) select: &'static str,
    pub(crate) returned: &'static str,
    pub(crate) no_rules: &'static str,
    pub(crate) held: &'static str,
    pub(crate) hold_prompt: &'static str,
    pub(crate) hold_justify: &'static str,
    pub(crate) hold_block: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) send_anyway: &'static str,
    pub(crate) send_with_reason: &'static str,
}

/// The words in the panel's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    panel: "Message check",
    waiting: "The checker is being loaded …",
    missing: "The message field is gone",
    missing_hint: "The field that was being checked is no longer on this page. Checking goes on when it comes back.",
    blank: "Nothing to judge yet",
    blank_hint: "Write your message, and you see at once whether the order needs it and who would receive it.",
    deciding: "Words that decide",
    select: "Select these words in the message",
    returned: "What comes back to you",
    no_rules: "The rules for this language could not be loaded, so only checks that hold in every language are made.",
    held: "Not sent yet",
    hold_prompt: "Read the points above. You can mend the message, or send it as it is.",
    hold_justify: "Mend the message, or say why it must go out as it is. Your reason is passed on to your company.",
    hold_block: "This message breaks a rule or would not arrive, and your company does not send such messages. Mend it first.",
    reason: "Your reason",
    send_anyway: "Send anyway",
    send_with_reason: "Send with this reason",
};

/// What the element says by script: where its module cannot run, on its own form, and to the host's form. A name and its words.
pub(crate) const SCRIPT: &[(&str, &str)] = &[
    ("subject", "Subject"),
    ("body", "Message"),
    ("subjectHint", "Subject line"),
    ("bodyHint", "Type or paste what you want to send"),
    ("panel", "Message check"),
    ("waiting", "The checker is being loaded …"),
    ("degraded", "The message check is not available here. You can write and send as usual; nothing is checked."),
    ("hold", "This message needs a look before it is sent."),
];

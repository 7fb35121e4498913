//! What the page `templates` says, by language. Words only.

use crate::templates::list::Column;
use crate::templates::{Fault, Place};

/// Its words.
pub(crate) struct Texts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,

    pub(crate) drop_title: &'static str,
    pub(crate) drop_hint: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) sample: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) limits: &'static str,
    pub(crate) pasted: &'static str,
    pub(crate) sample_name: &'static str,
    pub(crate) sample_csv: &'static str,

    pub(crate) sending: &'static str,
    pub(crate) results: &'static str,
    pub(crate) progress: &'static str,
    pub(crate) progress_of: &'static str,
    pub(crate) stop: &'static str,
    pub(crate) resume: &'static str,
    pub(crate) stopped: &'static str,
    pub(crate) finished: (&'static str, &'static str),
    pub(crate) finished_with: &'static str,

    pub(crate) summary: &'static str,
    pub(crate) share: &'static str,
    pub(crate) number: &'static str,
    pub(crate) unchecked: &'static str,

    pub(crate) filters: &'static str,
    pub(crate) any: &'static str,
    pub(crate) severity: &'static str,
    pub(crate) search: &'static str,
    pub(crate) shown_of: &'static str,
    pub(crate) reset: &'static str,
    pub(crate) none_shown: &'static str,

    pub(crate) table: &'static str,
    pub(crate) buyer_opted_out: &'static str,
    pub(crate) buyer_takes: &'static str,
    pub(crate) earlier: &'static str,
    pub(crate) later: &'static str,
    pub(crate) page_of: &'static str,
    pub(crate) compose: &'static str,
    pub(crate) no_subject: &'static str,
    pub(crate) no_findings: &'static str,

    pub(crate) troubles: (&'static str, &'static str),
    pub(crate) more_troubles: (&'static str, &'static str),

    pub(crate) export: &'static str,
    pub(crate) export_csv: &'static str,
    pub(crate) export_html: &'static str,
    pub(crate) export_hint: &'static str,
    pub(crate) csv_name: &'static str,
    pub(crate) html_name: &'static str,
    pub(crate) report_title: &'static str,
    pub(crate) report_lead: &'static str,
    pub(crate) subject: &'static str,
    pub(crate) text: &'static str,
    pub(crate) file: &'static str,
    pub(crate) place: &'static str,

    pub(crate) column_of: fn(Column) -> &'static str,
    pub(crate) fault_of: fn(&Fault) -> &'static str,
    pub(crate) place_of: fn(Place) -> Option<(&'static str, usize)>,
}

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    title: "Templates",
    lead: "Check all your message templates at once. They are read and judged in this browser; nothing is uploaded.",

    drop_title: "Drop your templates here",
    drop_hint: "CSV, JSON, TXT or ZIP. You can also paste text or spreadsheet cells here.",
    choose: "Choose files",
    sample: "Try a sample library",
    clear: "Remove all",
    limits: "Up to 20 MB a file, 40 MB unpacked, 20,000 templates, 10,000 characters each. In text files a line of dashes parts templates, and a first line “Subject:” is the subject.",
    pasted: "Pasted text",
    sample_name: "sample.csv",
    sample_csv: SAMPLE,

    sending: "How they are sent",
    results: "Results",
    progress: "Templates checked",
    progress_of: "{} of {} checked",
    stop: "Stop",
    resume: "Go on",
    stopped: "Stopped: {} of {} checked",
    finished: ("{} template checked", "{} templates checked"),
    finished_with: "{}: {}",

    summary: "By verdict",
    share: "Share",
    number: "Templates",
    unchecked: "Not checked yet",

    filters: "Filters",
    any: "All",
    severity: "Findings",
    search: "Search in names and texts",
    shown_of: "{} of {} templates shown",
    reset: "Show all",
    none_shown: "No template passes these filters.",

    table: "Templates and their verdicts",
    buyer_opted_out: "Opted-out buyer",
    buyer_takes: "Buyer who takes messages",
    earlier: "Earlier rows",
    later: "Later rows",
    page_of: "Rows {} to {} of {}",
    compose: "Open in composer",
    no_subject: "(no subject)",
    no_findings: "Nothing to mend in this text.",

    troubles: ("{} thing could not be read", "{} things could not be read"),
    more_troubles: ("and {} more", "and {} more"),

    export: "Save what is shown",
    export_csv: "Save as CSV",
    export_html: "Save report (HTML)",
    export_hint: "Rows as filtered and sorted. A text that a spreadsheet would run as a formula gets an apostrophe before it.",
    csv_name: "templates.csv",
    html_name: "templates.html",
    report_title: "Template report",
    report_lead: "{} templates. Sent by: {}. Buyer: {}. Rule of {}.",
    subject: "Subject",
    text: "Text",
    file: "File",
    place: "Place",

    column_of,
    fault_of,
    place_of,
};

fn column_of(column: Column) -> &'static str {
    match column {
        Column::Read => "Order of reading",
        Column::Name => "Name",
        Column::Language => "Language",
        Column::Verdict => "Verdict",
        Column::Outcome => "Opted-out buyer",
        Column::Findings => "Findings",
        Column::First => "First finding",
    }
}

fn fault_of(fault: &Fault) -> &'static str {
    match fault {
        Fault::Empty => "nothing in it",
        Fault::TooLarge => "too large; up to 20 MB a file and 40 MB unpacked are read",
        Fault::Unreadable => "the browser cannot read it",
        Fault::Kind => "not a kind of file that is read here; CSV, JSON, TXT and ZIP are",
        Fault::Encoding => "neither UTF-8 nor UTF-16 with its mark; save the file as UTF-8",
        Fault::Quote => "a quote is opened here and never closed; this line was left out",
        Fault::NoTextColumn => "no column is named text, body or message",
        Fault::NoText => "no text in this record",
        Fault::TooLong => "longer than 10,000 characters",
        Fault::Json => "not valid JSON from here on",
        Fault::Zip => "not a ZIP archive, or a broken one",
        Fault::Encrypted => "locked with a password",
        Fault::Nested => "an archive inside an archive; unpack it first",
        Fault::Packing => "packed in a way that this browser cannot unpack",
        Fault::Full => "the library is full at 20,000 templates; the rest of this file was left out",
        Fault::Language(_) => {
            "the rules of this language could not be loaded, so its templates were checked by the rules that hold in every language"
        }
    }
}

fn place_of(place: Place) -> Option<(&'static str, usize)> {
    match place {
        Place::Whole => None,
        Place::Line(n) => Some(("line {}", n)),
        Place::Record(n) => Some(("record {}", n)),
        Place::Byte(n) => Some(("byte {}", n)),
    }
}

/// A small library with one template of each kind.
const SAMPLE: &str = "name,subject,text
Flat number missing,[Important] Your delivery address,\"Hello {{buyer_name}}, your address for order {{order_id}} shows no flat number. Could you tell us the flat number?\"
Engraving,Engraving on your door sign,\"Hello {{buyer_name}}, which family name should we engrave on the sign from order {{order_id}}, and in which font?\"
Delivery day,Delivery of your wardrobe,\"Hello {{buyer_name}}, the carrier needs an appointment for order {{order_id}}. Which day suits you for the delivery?\"
Review request,How do you like it?,\"Hello {{buyer_name}}, we hope you like your order {{order_id}}. If you have a minute, please leave us a product review.\"
Question plus favour,Engraving and a favour,\"Which family name should we engrave on your sign? If you love it, please leave us a five-star review.\"
Shipped,Your order has shipped,\"Good news: we shipped order {{order_id}} today. Use code HARBOUR10 for 10 % off your next purchase.\"
Klingelschild,Ihre Lieferung,\"Guten Tag, der Paketbote fand an der Haustür keinen passenden Namen. Welcher Name steht auf Ihrer Klingel?\"
Bewertung,Ihre Meinung zählt,\"Guten Tag, wir würden uns sehr über eine Bewertung mit fünf Sternen freuen.\"
Adresse,Votre adresse,\"Bonjour, il manque le numéro d'appartement. Quel est votre numéro d'appartement ?\"
Short note,,\"Hello, about your order.\"
";

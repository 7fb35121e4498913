//! Messages to start from. Data only.

/// A message with the name under which it is offered.
pub(crate) struct Sample {
    /// Short name on the button.
    pub(crate) name: &'static str,
    /// Subject line.
    pub(crate) subject: &'static str,
    /// Message text.
    pub(crate) body: &'static str,
}

/// One for each verdict that can be shown, and one with the marker on the wrong text.
pub(crate) const SAMPLES: &[Sample] = &[
    Sample {
        name: "Address problem",
        subject: "Flat number for your order",
        body: "Hello Ms Marsh,\n\nyour address for order 113-4471928-1183340 shows no flat number. \
               Could you tell us the flat number for 14 Canal Street?\n\nKind regards\nHarbour Lamps",
    },
    Sample {
        name: "Review request",
        subject: "How do you like your lamp?",
        body: "Hello Ms Marsh,\n\nthank you for your order 113-4471928-1183340. Your parcel was delivered yesterday.\n\n\
               If you have a minute, please leave us a product review. It helps other customers a lot.\n\n\
               Kind regards\nHarbour Lamps",
    },
    Sample {
        name: "Question plus favour",
        subject: "Engraving on your door sign",
        body: "Hello Ms Marsh,\n\nwe are ready to engrave the sign from order 113-4471928-1183340. \
               Which family name should we engrave, and in which font?\n\n\
               If you love it, please leave us a five-star review 😊\n\nKind regards\nHarbour Signs",
    },
    Sample {
        name: "Marker misused",
        subject: "[Important] Your order has shipped",
        body: "Hello Ms Marsh,\n\ngood news: we shipped your order 113-4471928-1183340 today.\n\n\
               Use code HARBOUR10 for 10 % off your next purchase at https://www.harbour-lamps.example.\n\n\
               Kind regards\nHarbour Lamps",
    },
];

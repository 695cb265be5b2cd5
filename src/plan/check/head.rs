//! The plan's head, authority and recipient, with their defaults.

use std::collections::BTreeMap;

use crate::model::{Annex, Authority, Calendar, DossierFormat, Period, Plan, Recipient};
use crate::plan::raw::{RawAuthority, RawPlan, RawRecipient};

/// A plan of periods alone; its other parts are put in as they are checked.
pub(super) fn plan(raw: &RawPlan, periods: Vec<Period>) -> Plan {
    let head = &raw.head;
    let first_day = periods.first().map(|period| period.from);
    Plan {
        hash: String::new(),
        id: text(head.id.as_ref()),
        title: text(head.title.as_ref()),
        decision: text(head.decision.as_ref()),
        issued: head.issued.unwrap_or_default(),
        cumulative_from: head.cumulative_from.or(first_day).unwrap_or_default(),
        authority: authority(&raw.authority),
        recipient: recipient(&raw.recipient),
        offices: Vec::new(),
        periods,
        forms: Vec::new(),
        areas: Vec::new(),
        elements: Vec::new(),
        indicators: Vec::new(),
        tasks: Vec::new(),
        rules: Vec::new(),
        statements: Vec::new(),
        dossiers: DossierFormat::default(),
        waivers: Vec::new(),
        annex: Annex::default(),
        calendar: Calendar::default(),
        element_index: BTreeMap::new(),
    }
}

fn authority(raw: &RawAuthority) -> Authority {
    let letterhead = || ["ỦY BAN NHÂN DÂN", "XÃ TỨ KỲ"].map(str::to_owned).to_vec();
    Authority {
        name: text(raw.name.as_ref()),
        lines: raw.lines.clone().unwrap_or_else(letterhead),
        place: text(raw.place.as_ref()),
        number_suffix: raw.number_suffix.clone().unwrap_or_else(|| "BC-UBND".to_owned()),
        signer_title: text(raw.signer_title.as_ref()),
        signer_name: text(raw.signer_name.as_ref()),
        bases: raw.bases.clone(),
        copies: raw.copies.clone(),
    }
}

fn recipient(raw: &RawRecipient) -> Recipient {
    Recipient { name: text(raw.name.as_ref()), email: raw.email.clone() }
}

fn text(field: Option<&String>) -> String {
    field.cloned().unwrap_or_default()
}

//! `audit log`: both chains, entry by entry, of one office, period or element if asked.

use std::process::ExitCode;

use serde_json::{Value, json};

use crate::digest::short;
use crate::ledger::{Chain, Event, FindingEvent, Link, Run, SubmissionEntry, WaiverStanding};
use crate::model::{OfficeId, Plan};
use crate::shell::args::Format;
use crate::shell::ledger::Ledger;
use crate::shell::problem::{Problem, nearest};
use crate::shell::session::Session;
use crate::shell::terminal::table::{TableCell, table};
use crate::shell::terminal::{self, HEADING, MUTED, paint};
use crate::text::Catalog;

/// Arguments of `audit log`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only what concerns this office.
    #[arg(long = "office")]
    of_office: Option<String>,
    /// Only what concerns this element.
    #[arg(long = "element")]
    of_element: Option<String>,
}

/// Lists the entries.
pub(super) fn execute(session: &Session<'_>, args: &Args) -> anyhow::Result<ExitCode> {
    let ledger = Ledger::read(&session.ledger())?;
    let wanted = Wanted::of(session, args)?;
    let mut rows = Vec::new();
    for chain in Chain::ALL {
        for link in ledger.links(chain)? {
            let row =
                Row::of(chain, link).ok_or_else(|| Problem::new("error-ledger-broken").path(&session.ledger()))?;
            rows.extend(wanted.takes(&row).then_some(row));
        }
    }
    match session.options.format {
        Format::Text => terminal::print(&text(&rows, session.catalog))?,
        Format::Json => terminal::print_bytes(format!("{:#}\n", json(&rows)).as_bytes())?,
        Format::Csv => terminal::print_bytes(&csv(&rows)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// One entry, flat.
struct Row {
    chain: Chain,
    link: Link,
    at: Option<String>,
    kind: &'static str,
    period: Option<String>,
    office: Option<OfficeId>,
    /// Path of a file, or what a finding, waiver or message is about.
    about: String,
    sha256: Option<String>,
}

impl Row {
    fn of(chain: Chain, link: Link) -> Option<Self> {
        match chain {
            Chain::Submissions => serde_json::from_str(&link.body).ok().map(|entry| Self::submission(link, entry)),
            Chain::Events => serde_json::from_str(&link.body).ok().map(|event| Self::event(link, event)),
        }
    }

    fn submission(link: Link, entry: SubmissionEntry) -> Self {
        Self {
            chain: Chain::Submissions,
            link,
            at: entry.received_at,
            kind: kind_of(entry.kind),
            period: Some(entry.period.to_string()),
            office: entry.office,
            about: entry.path,
            sha256: Some(entry.sha256),
        }
    }

    fn event(link: Link, event: Event) -> Self {
        let row = |at, kind, period: Option<crate::model::PeriodId>, office, about, sha256| Self {
            chain: Chain::Events,
            link,
            at: Some(at),
            kind,
            period: period.map(|period| period.to_string()),
            office,
            about,
            sha256,
        };
        match event {
            Event::Run(Run { at, period, version, manifest, .. }) => {
                row(at, "run", Some(period), None, format!("cchc {version}"), Some(manifest))
            }
            Event::Finding(FindingEvent { at, period, standing, code, office, about, .. }) => {
                row(at, standing.key(), Some(period), office, format!("{code} {about}"), None)
            }
            Event::Waiver(waiver) => {
                let about = format!("{} {}: {} ({})", waiver.code, waiver.finding, waiver.reason, waiver.by);
                let lapsed = waiver.standing == WaiverStanding::Lapsed;
                let kind = if lapsed { "lapsed" } else { "waiver" };
                row(waiver.at, kind, Some(waiver.period), waiver.office, about, None)
            }
            Event::Mail(mail) => {
                let about = format!("{}: {}", mail.to, mail.subject);
                row(mail.at, mail.step.key(), Some(mail.period), mail.office, about, Some(mail.eml))
            }
            Event::Forgotten(gone) => row(gone.at, "forgotten", None, None, gone.reason, Some(gone.sha256)),
        }
    }
}

fn kind_of(kind: crate::model::ReceivedKind) -> &'static str {
    use crate::model::ReceivedKind::{Compiled, Corrections, Dossiers, Extensions, Register, Submission};
    match kind {
        Submission => "submission",
        Register => "register",
        Corrections => "corrections",
        Extensions => "extensions",
        Compiled => "compiled",
        Dossiers => "dossiers",
    }
}

/// What was asked for.
struct Wanted {
    period: Option<String>,
    office: Option<String>,
    /// Offices that fill the element in, and its id and name.
    element: Option<(Vec<OfficeId>, [String; 2])>,
}

impl Wanted {
    fn of(session: &Session<'_>, args: &Args) -> anyhow::Result<Self> {
        let element = args.of_element.as_deref().map(|id| element(&session.plan()?.plan, id)).transpose()?;
        Ok(Self { period: session.options.period.clone(), office: args.of_office.clone(), element })
    }

    fn takes(&self, row: &Row) -> bool {
        let of_office = |office: &String| row.office.as_ref().is_some_and(|of| of.as_str() == office);
        let of_element = |(offices, names): &(Vec<OfficeId>, [String; 2])| match row.chain {
            Chain::Submissions => row.office.as_ref().is_some_and(|office| offices.contains(office)),
            Chain::Events => names.iter().any(|name| row.about.contains(name.as_str())),
        };
        self.period.as_ref().is_none_or(|period| row.period.as_ref() == Some(period))
            && self.office.as_ref().is_none_or(of_office)
            && self.element.as_ref().is_none_or(of_element)
    }
}

fn element(plan: &Plan, id: &str) -> anyhow::Result<(Vec<OfficeId>, [String; 2])> {
    let known = || plan.elements.iter().map(|element| element.id.as_str());
    let element = plan
        .elements
        .iter()
        .find(|element| element.id.as_str() == id)
        .ok_or_else(|| Problem::new("error-unknown-subject").arg("name", id).near(nearest(id, known())))?;
    let offices = plan.offices.iter().filter(|office| plan.elements_of(&office.id).any(|of| of.id == element.id));
    Ok((offices.map(|office| office.id.clone()).collect(), [element.id.to_string(), element.name.clone()]))
}

fn text(rows: &[Row], catalog: &Catalog) -> String {
    let of_chain = |chain: Chain| {
        let columns = ["position", "at", "kind", "period", "office", "about", "sha256"];
        let head = columns.map(|key| TableCell::new(catalog.get(&format!("audit-{key}")), MUTED)).to_vec();
        let rows = rows.iter().filter(|row| row.chain == chain).map(|row| line(row, catalog));
        let title = paint(HEADING, &catalog.get(&format!("audit-chain-{}", chain.key())));
        format!("{title}\n{}", table(&std::iter::once(head).chain(rows).collect::<Vec<_>>()))
    };
    Chain::ALL.map(of_chain).join("\n")
}

fn line(row: &Row, catalog: &Catalog) -> Vec<TableCell> {
    let office = row.office.as_ref().map(OfficeId::to_string);
    let short = row.sha256.as_deref().map(short).unwrap_or_default();
    vec![
        row.link.position.to_string().into(),
        row.at.clone().unwrap_or_default().into(),
        catalog.get(&format!("audit-kind-{}", row.kind)).into(),
        row.period.clone().unwrap_or_default().into(),
        office.unwrap_or_default().into(),
        row.about.clone().into(),
        short.into(),
    ]
}

fn json(rows: &[Row]) -> Value {
    let entry = |row: &Row| {
        let said: Value = serde_json::from_str(&row.link.body).unwrap_or_default();
        json!({ "position": row.link.position, "hash": row.link.hash, "entry": said })
    };
    let of_chain = |chain: Chain| rows.iter().filter(|row| row.chain == chain).map(entry).collect::<Vec<Value>>();
    json!({ "submissions": of_chain(Chain::Submissions), "events": of_chain(Chain::Events) })
}

fn csv(rows: &[Row]) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["chain", "position", "at", "kind", "period", "office", "about", "sha256", "hash"])?;
    for row in rows {
        let position = row.link.position.to_string();
        let office = row.office.as_ref().map(OfficeId::to_string).unwrap_or_default();
        writer.write_record([
            row.chain.key(),
            &position,
            row.at.as_deref().unwrap_or_default(),
            row.kind,
            row.period.as_deref().unwrap_or_default(),
            &office,
            &guarded(&row.about),
            row.sha256.as_deref().unwrap_or_default(),
            &row.link.hash,
        ])?;
    }
    Ok(writer.into_inner()?)
}

/// A spreadsheet would take such a text for a formula.
fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

//! Wording of findings and screens, from the Fluent catalogues in `vi/` and `en/`.

mod deadline;
mod reconciliation;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::model::{Finding, Waiver, Worded};

/// The language of screens and findings. Reports are Vietnamese always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    fn sources(self) -> &'static [&'static str] {
        match self {
            Self::Vi => VI,
            Self::En => EN,
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi-VN",
            Self::En => "en-GB",
        }
    }
}

/// The catalogue's files of one language.
macro_rules! catalogue {
    ($folder:literal: $($name:literal),*) => {
        &[$(include_str!(concat!($folder, "/", $name, ".ftl"))),*]
    };
}

const VI: &[&str] = catalogue!("vi": "between", "delivery", "dossiers", "findings", "letters", "plan", "returns", "rules", "screens", "status", "values");
const EN: &[&str] = catalogue!("en": "between", "delivery", "dossiers", "findings", "letters", "plan", "returns", "rules", "screens", "status", "values");

/// What a text of the catalogue names: `{ $office }` and the like.
pub type Args = BTreeMap<&'static str, String>;

/// All texts of one language.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalog").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Catalog {
    /// The texts of this language, read once.
    pub fn of(lang: Lang) -> &'static Self {
        static VI: OnceLock<Catalog> = OnceLock::new();
        static EN: OnceLock<Catalog> = OnceLock::new();
        let cell = if lang == Lang::Vi { &VI } else { &EN };
        cell.get_or_init(|| Self::new(lang))
    }

    /// The texts of this language. A broken catalogue shows in the suite, which asks for every text in both languages.
    pub fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(lang.tag().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for source in lang.sources() {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key; `key.attribute` asks for an attribute. `None` where the catalogue has none.
    pub fn find(&self, key: &str, args: &Args) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let values: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut problems = Vec::new();
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned())
    }

    /// The text of a key without arguments; the key itself where the catalogue has none.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of a key with arguments; the key itself where the catalogue has none.
    pub fn with(&self, key: &str, args: &[(&'static str, &str)]) -> String {
        let args = args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        self.find(key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// Words a finding: the texts of its code, or of `args["wording"]` for plan rules, which are worded by their operator.
    pub fn word(&self, finding: Finding) -> Worded {
        let key = finding.args.get("wording").map_or(finding.code.as_str(), String::as_str).to_owned();
        let mut args = finding.args.clone();
        for (name, value) in
            [("provided", &finding.provided), ("expected", &finding.expected), ("difference", &finding.difference)]
        {
            args.insert(name, value.clone().unwrap_or_default());
        }
        args.insert("where", finding.location.as_ref().map(ToString::to_string).unwrap_or_default());
        let message = self.find(&key, &args).unwrap_or_else(|| key.clone());
        let fix = match (&finding.waiver, finding.args.get("fix")) {
            (Some(waiver), _) => self.accepted(waiver),
            (None, Some(fix)) => fix.clone(),
            (None, None) => self.find(&format!("{key}.fix"), &args).unwrap_or_default(),
        };
        Worded { finding, message, fix }
    }

    /// Why nothing is to be mended.
    fn accepted(&self, waiver: &Waiver) -> String {
        let until = waiver.until.format("%d/%m/%Y").to_string();
        self.with("waived", &[("reason", &waiver.reason), ("by", &waiver.by), ("until", &until)])
    }
}

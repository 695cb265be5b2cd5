//! `mail.toml` as written.

use toml::Spanned;
use toml::de::DeValue;

use super::{Field, FileShape, FromToml, Keys, Written};
use crate::model::Security;
use crate::plan::problem::Inspection;

/// The whole file.
#[derive(Debug, Default)]
pub(crate) struct RawMail {
    pub(crate) from: Option<RawMailbox>,
    pub(crate) reply_to: Option<RawMailbox>,
    pub(crate) server: Field<RawServer>,
    pub(crate) send: RawSend,
    pub(crate) remind: RawRemind,
}

impl FileShape for RawMail {
    fn read(keys: &mut Keys<'_, '_>) -> Self {
        Self {
            from: keys.required("from"),
            reply_to: keys.optional("reply_to"),
            server: keys.optional("server"),
            send: keys.optional("send").unwrap_or_default(),
            remind: keys.optional("remind").unwrap_or_default(),
        }
    }
}

/// `[from]`, `[reply_to]`
#[derive(Debug)]
pub(crate) struct RawMailbox {
    pub(crate) name: Option<String>,
    pub(crate) address: Field<String>,
}

impl FromToml for RawMailbox {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { name: keys.optional("name"), address: keys.required("address") })
    }
}

/// `[server]`
#[derive(Debug)]
pub(crate) struct RawServer {
    pub(crate) host: Field<String>,
    pub(crate) port: Field<Written>,
    pub(crate) security: Option<Security>,
    pub(crate) user: Field<String>,
    /// Asked for only to be refused with advice.
    pub(crate) password: Field<String>,
    pub(crate) password_env: Field<String>,
    pub(crate) password_file: Field<String>,
    pub(crate) ca_file: Option<String>,
    pub(crate) timeout_seconds: Field<Written>,
    pub(crate) attempts: Field<Written>,
    pub(crate) wait_seconds: Field<Written>,
}

impl FromToml for RawServer {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self {
            host: keys.required("host"),
            port: keys.optional("port"),
            security: keys.required("security"),
            user: keys.optional("user"),
            password: keys.optional("password"),
            password_env: keys.optional("password_env"),
            password_file: keys.optional("password_file"),
            ca_file: keys.optional("ca_file"),
            timeout_seconds: keys.optional("timeout_seconds"),
            attempts: keys.optional("attempts"),
            wait_seconds: keys.optional("wait_seconds"),
        })
    }
}

/// `[send]`
#[derive(Debug, Default)]
pub(crate) struct RawSend {
    pub(crate) without_asking: Option<bool>,
}

impl FromToml for RawSend {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { without_asking: keys.optional("without_asking") })
    }
}

/// `[remind]`
#[derive(Debug, Default)]
pub(crate) struct RawRemind {
    pub(crate) days: Field<Vec<Spanned<Written>>>,
}

impl FromToml for RawRemind {
    fn from_toml(value: &Spanned<DeValue<'_>>, at: &mut Inspection<'_>) -> Option<Self> {
        Keys::walk_value(value, at, |keys| Self { days: keys.optional("days") })
    }
}

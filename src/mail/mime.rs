//! A message as bytes: an `.eml` file, the same whenever it is made from the same values.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use lettre::address::AddressError;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, ContentTypeErr, HeaderName, HeaderValue,
};
use lettre::message::{Body, MultiPart, SinglePart};
use lettre::{Address, message};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Attachment, Mailbox, Message};
use crate::digest::sha256;

/// The first header: the hash of all bytes after its line, by which an edited file is told from one as it was written.
const SEAL: &str = "X-Cchc-Sha256: ";

/// What an `.eml` says beside its message.
#[derive(Clone, Debug)]
pub struct Head<'a> {
    /// Who writes.
    pub from: &'a Mailbox,
    /// Who gets the answers, if somebody else.
    pub reply_to: Option<&'a Mailbox>,
    /// `Message-ID` without angle brackets.
    pub id: &'a str,
    /// When it was first about to be sent.
    pub date: DateTime<Utc>,
    /// Ids of earlier messages on the same matter, in order of time; the last is answered.
    pub earlier: &'a [String],
}

/// Why a message cannot be spelled.
#[derive(Debug, thiserror::Error)]
pub enum MimeError {
    /// What should be an address is none.
    #[error("{0}: {1}")]
    Address(String, AddressError),
    /// Something no message may be without is not there.
    #[error(transparent)]
    Message(#[from] lettre::error::Error),
    /// A name that no header can carry.
    #[error(transparent)]
    ContentType(#[from] ContentTypeErr),
}

/// The message as it goes over the wire, its first line sealing the rest.
pub fn eml(message: &Message, head: &Head<'_>) -> Result<Vec<u8>, MimeError> {
    let mut builder = message::Message::builder()
        .date(head.date.into())
        .message_id(Some(bracketed(head.id)))
        .from(mailbox(head.from)?)
        .to(mailbox(&message.to)?)
        .subject(on_one_line(&message.subject));
    if let Some(reply_to) = head.reply_to {
        builder = builder.reply_to(mailbox(reply_to)?);
    }
    if let Some(last) = head.earlier.last() {
        let all: Vec<String> = head.earlier.iter().map(|id| bracketed(id)).collect();
        builder = builder.in_reply_to(bracketed(last)).references(all.join(" "));
    }
    // Answers by machines, such as "out of office", are not wanted (RFC 3834).
    let automatic = HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned());
    let spelled = builder.raw_header(automatic).multipart(body(message, head.id)?)?.formatted();
    let mut bytes = format!("{SEAL}{}\r\n", sha256(&spelled)).into_bytes();
    bytes.extend(spelled);
    Ok(bytes)
}

/// Whether an `.eml` is as [`eml`] wrote it.
pub fn is_intact(bytes: &[u8]) -> bool {
    let sealed = bytes.strip_prefix(SEAL.as_bytes()).and_then(|rest| rest.split_at_checked(64));
    let rest = sealed.and_then(|(hash, rest)| Some((hash, rest.strip_prefix(b"\r\n")?)));
    rest.is_some_and(|(hash, rest)| sha256(rest).as_bytes() == hash)
}

fn body(message: &Message, id: &str) -> Result<MultiPart, MimeError> {
    let boundary = |part: &str| format!("=_{part}_{}", sha256(id).get(..32).unwrap_or_default());
    let texts = MultiPart::alternative()
        .boundary(boundary("text"))
        .singlepart(SinglePart::plain(message.text.clone()))
        .singlepart(SinglePart::html(message.html.clone()));
    if message.attachments.is_empty() {
        return Ok(texts);
    }
    let all = MultiPart::mixed().boundary(boundary("all")).multipart(texts);
    message.attachments.iter().try_fold(all, |all, attachment| Ok(all.singlepart(part(attachment)?)))
}

/// Base64 always: the bytes arrive as they are. Programs that do not know names in UTF-8 find one in ASCII.
fn part(attachment: &Attachment) -> Result<SinglePart, MimeError> {
    let media = ContentType::parse(&format!("{}; name=\"{}\"", media_type(&attachment.name), ascii(&attachment.name)))?;
    let body = Body::new_with_encoding(attachment.bytes.clone(), ContentTransferEncoding::Base64);
    let body = body.unwrap_or_else(Body::new);
    let disposition = ContentDisposition::attachment(&on_one_line(&attachment.name));
    Ok(SinglePart::builder().header(media).header(disposition).body(body))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).as_deref() {
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("pdf") => "application/pdf",
        Some("html") => "text/html; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}

fn mailbox(of: &Mailbox) -> Result<message::Mailbox, MimeError> {
    let address = Address::from_str(&of.address).map_err(|error| MimeError::Address(of.address.clone(), error))?;
    let name = on_one_line(&of.name);
    Ok(message::Mailbox::new(Some(name).filter(|name| !name.is_empty()), address))
}

fn bracketed(id: &str) -> String {
    format!("<{id}>")
}

/// Without control characters: no text can begin a header of its own.
fn on_one_line(text: &str) -> String {
    text.split(char::is_control).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// A name without Vietnamese marks, and `_` in place of what ASCII does not have.
pub fn ascii(name: &str) -> String {
    let bare = name.nfd().filter(|&c| !is_combining_mark(c));
    bare.map(|c| match c {
        'đ' => 'd',
        'Đ' => 'D',
        c if c.is_ascii_alphanumeric() || "-_. ()+,".contains(c) => c,
        _ => '_',
    })
    .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;
    use crate::mail::Kind;
    use crate::model::{OfficeId, PeriodId};

    fn mailbox(name: &str, address: &str) -> Mailbox {
        Mailbox { name: name.to_owned(), address: address.to_owned() }
    }

    fn message() -> Message {
        Message {
            kind: Kind::Return,
            period: PeriodId::new("2025-Q4"),
            office: Some(OfficeId::new("kt")),
            to: mailbox("Phòng Kinh tế", "kt@tuky.example"),
            subject: "Về kết quả kiểm tra số liệu\r\nBcc: kẻ gian <x@y.example>".to_owned(),
            text: "Kính gửi Phòng Kinh tế\n.\n".to_owned(),
            html: "<p>Kính gửi Phòng Kinh tế</p>".to_owned(),
            attachments: vec![Attachment::new("Biểu số liệu đã trả.xlsx", vec![0, 10, 13, 255])],
            note: None,
            key: "1".to_owned(),
        }
    }

    fn spelled(message: &Message, earlier: &[String]) -> Vec<u8> {
        let from = mailbox("UBND xã Tứ Kỳ", "cchc@tuky.example");
        let (id, date) = (message.id("tuky.example"), DateTime::from_timestamp(1_765_000_000, 0).unwrap());
        eml(message, &Head { from: &from, reply_to: None, id: &id, date, earlier }).unwrap()
    }

    #[test]
    fn equal_values_give_equal_bytes_of_plain_ascii() {
        let bytes = spelled(&message(), &[]);
        assert_eq!(bytes, spelled(&message(), &[]));
        assert!(bytes.is_ascii());
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains("Date: Sat, 06 Dec 2025 05:46:40 +0000\r\n"), "{text}");
        assert!(text.contains("name=\"Bieu so lieu da tra.xlsx\""), "{text}");
        assert!(!text.contains("\r\nBcc"), "{text}");
        assert!(text.lines().all(|line| line.len() <= 998));
    }

    #[test]
    fn a_second_message_on_a_matter_answers_the_first() {
        let earlier = ["a@tuky.example".to_owned(), "b@tuky.example".to_owned()];
        let text = String::from_utf8(spelled(&message(), &earlier)).unwrap();
        assert!(text.contains("In-Reply-To: <b@tuky.example>\r\n"), "{text}");
        assert!(text.contains("References: <a@tuky.example> <b@tuky.example>\r\n"), "{text}");
    }

    #[test]
    fn one_changed_byte_breaks_the_seal() {
        let bytes = spelled(&message(), &[]);
        assert!(is_intact(&bytes) && !is_intact(b"Subject: x\r\n\r\n"));
        for at in [0, 20, 90, bytes.len() - 1] {
            let mut changed = bytes.clone();
            changed.get_mut(at).map(|byte| *byte ^= 1).unwrap();
            assert!(!is_intact(&changed), "{at}");
        }
    }

    #[test]
    fn what_is_no_address_is_an_error() {
        let mut message = message();
        message.to.address = "không có".to_owned();
        let from = mailbox("", "cchc@tuky.example");
        let head = Head { from: &from, reply_to: None, id: "x@y", date: DateTime::UNIX_EPOCH, earlier: &[] };
        assert!(matches!(eml(&message, &head), Err(MimeError::Address(..))));
    }
}

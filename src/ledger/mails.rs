//! What the ledger knows of a message: whether it was sent, and with which bytes it must be sent again.

use super::{Mail, MailStep};

/// How a message stands by the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailStanding {
    /// Nobody has it: it was never handed over, or was refused.
    New,
    /// Somebody may have it: no answer, or no final one, is known. Sent again it must be the same.
    Open {
        /// Its `Date`.
        date: String,
        /// SHA-256 of the bytes.
        eml: String,
    },
    /// A server took it.
    Sent {
        /// When.
        at: String,
    },
}

/// How the message of this id stands. Ids are compared without their domain, which is the sender's and may change.
pub fn mail_standing(mails: &[Mail], id: &str) -> MailStanding {
    let own = mails.iter().filter(|mail| local(&mail.message) == local(id));
    own.fold(MailStanding::New, |standing, mail| match (standing, mail.step) {
        (sent @ MailStanding::Sent { .. }, _) => sent,
        (_, MailStep::Sent) => MailStanding::Sent { at: mail.at.clone() },
        (_, MailStep::Refused) => MailStanding::New,
        (MailStanding::Open { date, .. }, _) => MailStanding::Open { date, eml: mail.eml.clone() },
        (MailStanding::New, _) => MailStanding::Open { date: mail.date.clone(), eml: mail.eml.clone() },
    })
}

/// Ids of messages that were sent for the same purpose to the same address about the same office before this one was first
/// tried, in order of time.
pub fn earlier_mails(mails: &[Mail], like: &Mail) -> Vec<String> {
    let before = mails.iter().take_while(|mail| local(&mail.message) != local(&like.message));
    let is_like = |mail: &&Mail| {
        let same = mail.purpose == like.purpose && mail.office == like.office && mail.to == like.to;
        same && mail.step == MailStep::Sent
    };
    before.filter(is_like).map(|mail| mail.message.clone()).collect()
}

fn local(id: &str) -> &str {
    id.split('@').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PeriodId;

    fn mail(message: &str, step: MailStep, at: &str) -> Mail {
        Mail {
            at: at.to_owned(),
            step,
            period: PeriodId::new("2025-Q4"),
            purpose: "return".to_owned(),
            message: message.to_owned(),
            office: None,
            to: "kt@tuky.example".to_owned(),
            subject: String::new(),
            attachments: Vec::new(),
            note: None,
            date: at.to_owned(),
            eml: format!("bytes at {at}"),
            answer: None,
            code: None,
        }
    }

    #[test]
    fn only_an_answer_of_the_server_settles_a_message() {
        use MailStep::{Deferred, Refused, Sending, Sent};
        let open = |date: &str, eml: &str| MailStanding::Open { date: date.to_owned(), eml: format!("bytes at {eml}") };
        let sent = |at: &str| MailStanding::Sent { at: at.to_owned() };
        for (steps, expected) in [
            (vec![], MailStanding::New),
            (vec![(Sending, "1")], open("1", "1")),
            (vec![(Sending, "1"), (Sent, "2")], sent("2")),
            (vec![(Sending, "1"), (Refused, "2")], MailStanding::New),
            (vec![(Sending, "1"), (Deferred, "2")], open("1", "2")),
            (vec![(Sending, "1"), (Refused, "2"), (Sending, "3")], open("3", "3")),
            (vec![(Sending, "1"), (Sent, "2"), (Sending, "3"), (Refused, "4")], sent("2")),
        ] {
            let mails: Vec<Mail> = steps.iter().map(|(step, at)| mail("a@x", *step, at)).collect();
            assert_eq!(mail_standing(&mails, "a@another"), expected, "{steps:?}");
            assert_eq!(mail_standing(&mails, "b@x"), MailStanding::New);
        }
    }

    #[test]
    fn a_message_answers_those_sent_before_it_on_its_matter() {
        let other = Mail { to: "vp@tuky.example".to_owned(), ..mail("o@x", MailStep::Sent, "1") };
        let mails = [
            mail("a@x", MailStep::Sent, "1"),
            other,
            mail("r@x", MailStep::Refused, "1"),
            mail("b@x", MailStep::Sending, "2"),
            mail("c@x", MailStep::Sent, "3"),
        ];
        let earlier = |id: &str| earlier_mails(&mails, &mail(id, MailStep::Sending, "4"));
        assert_eq!(earlier("b@x"), ["a@x"]);
        assert_eq!(earlier("d@x"), ["a@x", "c@x"]);
        assert!(earlier("a@x").is_empty());
    }
}

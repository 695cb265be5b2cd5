//! `input/mail.toml`: how mail is sent. It is no part of the plan nor of its hash, but its mistakes are shown as the plan's are.

use std::ops::{Range, RangeInclusive};
use std::slice;
use std::time::Duration;

use super::problem::Inspection;
use super::raw::{self, RawMail, RawMailbox, RawServer, Spanned, Written};
use super::{PlanFile, PlanProblem, codes};
use crate::model::{MailServer, MailSettings, Mailbox, PasswordPlace, REMIND_DAYS, Security, Sender, is_address};

/// What the file says, or all that is wrong with it.
pub fn mail(file: &PlanFile) -> Result<MailSettings, Vec<PlanProblem>> {
    let Some(mut at) = Inspection::open(&file.name, slice::from_ref(file)) else { return Err(Vec::new()) };
    let raw: RawMail = raw::read(&mut at);
    let settings = settings(raw, &mut at);
    let problems = at.into_problems();
    settings.filter(|_| problems.is_empty()).ok_or(problems)
}

fn settings(raw: RawMail, at: &mut Inspection<'_>) -> Option<MailSettings> {
    let from = raw.from.and_then(|from| mailbox(from, at));
    let reply_to = raw.reply_to.and_then(|reply_to| mailbox(reply_to, at));
    let server = raw.server.and_then(|server| {
        let span = server.span();
        self::server(server.into_inner(), &span, at)
    });
    let remind_days = raw.remind.days.map_or_else(|| REMIND_DAYS.to_vec(), |days| remind_days(&days, at));
    let without_asking = raw.send.without_asking.unwrap_or_default();
    Some(MailSettings { sender: Sender { from: from?, reply_to }, server, without_asking, remind_days })
}

/// The days as written; none at all would remind nobody ever.
fn remind_days(days: &Spanned<Vec<Spanned<Written>>>, at: &mut Inspection<'_>) -> Vec<i64> {
    if days.get_ref().is_empty() {
        at.problem(codes::EMPTY_TEXT, days.span()).arg("key", "days");
    }
    days.get_ref().iter().filter_map(|day| number("days", day, -366..=366, at)).collect()
}

fn mailbox(raw: RawMailbox, at: &mut Inspection<'_>) -> Option<Mailbox> {
    let address = raw.address?;
    if !is_address(address.get_ref()) {
        at.problem(codes::MAIL_ADDRESS, address.span()).arg("value", address.get_ref());
        return None;
    }
    Some(Mailbox { name: raw.name.unwrap_or_default(), address: address.into_inner() })
}

fn server(raw: RawServer, span: &Range<usize>, at: &mut Inspection<'_>) -> Option<MailServer> {
    if let Some(password) = &raw.password {
        at.problem(codes::PASSWORD_WRITTEN, password.span());
    }
    let security = raw.security;
    let mut whole = |key, value: Option<Spanned<Written>>, default, range| {
        value.map_or(Some(default), |value| number(key, &value, range, at))
    };
    let usual = if security == Some(Security::Tls) { 465 } else { 587 };
    let port = whole("port", raw.port, usual, 1..=65_535);
    let timeout = whole("timeout_seconds", raw.timeout_seconds, 30, 1..=600);
    let attempts = whole("attempts", raw.attempts, 3, 1..=10);
    let wait = whole("wait_seconds", raw.wait_seconds, 5, 0..=600);
    let seconds = |number: i64| Duration::from_secs(number.unsigned_abs());
    let login = login(raw.user, raw.password_env, raw.password_file, raw.password.is_some(), span, at);
    Some(MailServer {
        host: raw.host?.into_inner(),
        port: u16::try_from(port?).ok()?,
        security: security?,
        login,
        ca_file: raw.ca_file,
        timeout: seconds(timeout?),
        attempts: u32::try_from(attempts?).ok()?,
        wait: seconds(wait?),
    })
}

/// An account goes with exactly one place of its password.
fn login(
    user: Option<Spanned<String>>,
    variable: Option<Spanned<String>>,
    file: Option<Spanned<String>>,
    is_refused: bool,
    span: &Range<usize>,
    at: &mut Inspection<'_>,
) -> Option<(String, PasswordPlace)> {
    if let Some(variable) = variable.as_ref().filter(|name| !is_variable(name.get_ref())) {
        at.problem(codes::PASSWORD_WRITTEN, variable.span());
        return None;
    }
    match (user, variable, file) {
        (Some(user), Some(name), None) => Some((user.into_inner(), PasswordPlace::Environment(name.into_inner()))),
        (Some(user), None, Some(path)) => Some((user.into_inner(), PasswordPlace::File(path.into_inner()))),
        (None, None, None) => None,
        (user, variable, file) => {
            if !is_refused {
                let named = user.or(variable).or(file).map_or_else(|| span.clone(), |named| named.span());
                at.problem(codes::MAIL_LOGIN, named);
            }
            None
        }
    }
}

/// Whether a text can name a variable; what cannot is probably the password itself.
fn is_variable(text: &str) -> bool {
    let is_first = |c: char| c.is_ascii_alphabetic() || c == '_';
    text.starts_with(is_first) && text.chars().all(|c| is_first(c) || c.is_ascii_digit())
}

fn number(key: &str, written: &Spanned<Written>, range: RangeInclusive<i64>, at: &mut Inspection<'_>) -> Option<i64> {
    let digits = &written.get_ref().0;
    let number = digits.replace('_', "").parse().ok().filter(|number| range.contains(number));
    if number.is_none() {
        let problem = at.problem(codes::MAIL_RANGE, written.span()).arg("key", key).arg("value", digits);
        problem.arg("least", range.start().to_string()).arg("most", range.end().to_string());
    }
    number
}

/// Keys whose values may be seen by anybody.
const HARMLESS: [&str; 13] = [
    "name",
    "address",
    "host",
    "port",
    "security",
    "user",
    "ca_file",
    "password_file",
    "timeout_seconds",
    "attempts",
    "wait_seconds",
    "days",
    "without_asking",
];

/// The file's text as it may be shown: all that is not known to be harmless becomes stars, byte by byte, so that carets still
/// stand where they should. Where and how somebody writes a password into the file nobody can foresee.
pub fn masked(text: &str) -> String {
    let mut within = None;
    text.split_inclusive('\n').map(|line| masked_line(line, &mut within)).collect()
}

/// `within` is the mark that ends a text of several lines, while in one.
fn masked_line(line: &str, within: &mut Option<&'static str>) -> String {
    if let Some(mark) = *within {
        *within = within.filter(|_| !line.contains(mark));
        return stars(line);
    }
    let trimmed = line.trim();
    if trimmed.is_empty() || (trimmed.starts_with('[') && trimmed.ends_with(']')) {
        return line.to_owned();
    }
    let Some((key, value)) = line.split_once('=') else { return stars(line) };
    *within = ["\"\"\"", "'''"].into_iter().find(|mark| value.matches(mark).count() == 1);
    let (name, said) = (key.trim(), value.trim());
    let names_a_variable = || name == "password_env" && is_variable(said.trim_matches(['"', '\'']));
    let is_harmless = HARMLESS.contains(&name) || names_a_variable();
    if is_harmless && within.is_none() && !said.contains('#') {
        line.to_owned()
    } else {
        format!("{key}={}", stars(value))
    }
}

fn stars(text: &str) -> String {
    let star = |c: char| if c == '\n' || c == '\r' { c.to_string() } else { "*".repeat(c.len_utf8()) };
    text.chars().map(star).collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

    use super::*;

    const FROM: &str = "[from]\nname = \"UBND xã Tứ Kỳ\"\naddress = \"cchc@tuky.example\"\n";
    const SERVER: &str = "[server]\nhost = \"mail.tuky.example\"\nsecurity = \"starttls\"\n";

    fn read(text: &str) -> Result<MailSettings, Vec<(&'static str, Option<String>)>> {
        let file = PlanFile { name: "mail.toml".to_owned(), text: text.to_owned() };
        mail(&file).map_err(|problems| problems.into_iter().map(|p| (p.code, p.suggestion)).collect())
    }

    #[test]
    fn what_is_not_said_is_as_usual() {
        let settings = read(&format!("{FROM}{SERVER}")).unwrap();
        assert_eq!(settings.sender.from.name, "UBND xã Tứ Kỳ");
        assert!(!settings.without_asking && settings.remind_days == REMIND_DAYS);
        let server = settings.server.unwrap();
        assert_eq!((server.port, server.attempts, server.timeout.as_secs()), (587, 3, 30));
        let tls = read(&format!("{FROM}{}", SERVER.replace("starttls", "tls"))).unwrap();
        assert_eq!(tls.server.unwrap().port, 465);
    }

    #[test]
    fn everything_can_be_said() {
        let text = format!(
            "{FROM}[reply_to]\naddress = \"vp@tuky.example\"\n{SERVER}port = 2525\nuser = \"cchc\"\npassword_file = \"mat-khau.txt\"\n\
             ca_file = \"ca.pem\"\ntimeout_seconds = 3\nattempts = 5\nwait_seconds = 0\n[send]\nwithout_asking = true\n\
             [remind]\ndays = [5, 2, 1, -1, -3]\n"
        );
        let settings = read(&text).unwrap();
        assert!(settings.without_asking);
        assert_eq!(settings.remind_days, [5, 2, 1, -1, -3]);
        let login = settings.server.unwrap().login.unwrap();
        assert_eq!(login, ("cchc".to_owned(), PasswordPlace::File("mat-khau.txt".to_owned())));
    }

    #[test]
    fn a_mistake_is_an_error_with_what_was_meant() {
        let meant = |word: &str| Some(word.to_owned());
        for (text, expected) in [
            (String::new(), vec![(codes::MISSING_KEY, None)]),
            (FROM.replace("address", "adress"), vec![(codes::UNKNOWN_KEY, meant("address"))]),
            (FROM.replace("cchc@tuky.example", "cchc tuky"), vec![(codes::MAIL_ADDRESS, None)]),
            (
                format!("{FROM}{}", SERVER.replace("starttls", "starttl")),
                vec![(codes::UNKNOWN_WORD, meant("\"starttls\""))],
            ),
            (format!("{FROM}{SERVER}port = 0"), vec![(codes::MAIL_RANGE, None)]),
            (format!("{FROM}{SERVER}attempts = 99"), vec![(codes::MAIL_RANGE, None)]),
            (format!("{FROM}{SERVER}user = \"a\"\npassword = \"b\""), vec![(codes::PASSWORD_WRITTEN, None)]),
            (
                format!("{FROM}{SERVER}user = \"a\"\npassword_env = \"mật khẩu!\""),
                vec![(codes::PASSWORD_WRITTEN, None)],
            ),
            (format!("{FROM}{SERVER}user = \"a\""), vec![(codes::MAIL_LOGIN, None)]),
            (format!("{FROM}{SERVER}password_env = \"A\""), vec![(codes::MAIL_LOGIN, None)]),
            (format!("{FROM}[remind]\ndays = [1000]"), vec![(codes::MAIL_RANGE, None)]),
            (format!("{FROM}[remind]\ndays = []"), vec![(codes::EMPTY_TEXT, None)]),
        ] {
            assert_eq!(read(&text), Err(expected), "{text}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        for text in [
            "password = \"bí mật\"\n",
            "pasword=\"bí mật\"",
            "passphrase = 'bí mật'",
            "password_env = \"bí mật\"",
            "matkhau = \"bí mật\"",
            "pwd = 'bí mật'",
            "password = \"\"\"\nbí mật\nhost = \"bí mật\"\n\"\"\"\n",
            "password \"bí mật\"",
            "password: bí mật",
            "server = { host = \"a\", password = \"bí mật\" }",
            "# mật khẩu: bí mật",
            "host = \"a\" # bí mật",
        ] {
            let shown = masked(text);
            assert!(!shown.contains("mật") && shown.len() == text.len(), "{shown}");
        }
        let harmless = "[server]\nhost = \"mail.tuky.example\"\nport = 587\nuser = \"cchc\"\npassword_env = \"CCHC_MAIL\"\npassword_file = \"mat-khau.txt\"\n";
        assert_eq!(masked(harmless), harmless);
    }
}

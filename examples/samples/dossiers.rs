//! The sample exports of dossiers behind the figures of `samples/2025-Q4.toml`, as two systems export them.
//!
//! They tie out with the figures of `hs_…` and `kq_da_so_hoa` but for what is planted: 430 dossiers received directly against 420
//! reported; one late dossier that the system and the report take for on time; three not synchronised; two that stand in
//! both systems; one code that a spreadsheet damaged. Everything is made up; there is no personal data.

#![expect(
    clippy::indexing_slicing,
    clippy::struct_excessive_bools,
    reason = "a tool for developers; an export has a column for each"
)]

use std::fmt::Write as _;
use std::path::Path;

use chrono::{Datelike, NaiveDate, Weekday};

use super::forms::Made;

const ONLINE: usize = 1922;
const DIRECT: usize = 430;
const WITHIN: usize = ONLINE + DIRECT;
const CARRIED: usize = 99;
const PENDING: usize = 107;
const PENDING_LATE: usize = 3;
const WAITING: usize = 7;
const RESOLVED: usize = WITHIN + CARRIED - PENDING;
const EARLY: usize = 1598;
const LATE: usize = 23;
const RETURNED: usize = 21;
const DIGITISED: usize = 2204;
const FEE: usize = 1402;
const PAID: usize = 1118;
const UNSYNCED: usize = 3;
/// Dossiers of land, which have a system of their own.
const LAND: usize = 240;
const TWICE: usize = 2;

const LAND_HEADS: [&str; 11] = [
    "Số biên nhận",
    "Thời gian tiếp nhận",
    "Hạn trả kết quả",
    "Ngày kết thúc xử lý",
    "Tình trạng",
    "Nguồn hồ sơ",
    "KQ đã số hóa",
    "Có nghĩa vụ tài chính",
    "Hình thức thanh toán",
    "Đồng bộ DVCQG",
    "Trễ hạn",
];

/// One dossier; days are positions in the list of working days.
struct Dossier {
    code: String,
    online: bool,
    received: usize,
    due: usize,
    result: Option<usize>,
    returned: bool,
    waiting: bool,
    digitised: bool,
    fee: bool,
    paid: bool,
    synced: bool,
    /// By the word of the system.
    late: bool,
}

/// The exports of the fourth quarter.
pub(crate) fn all() -> Vec<Made> {
    let days = working_days();
    let dossiers = dossiers(&days);
    let step = dossiers.len() / LAND;
    let twice = 5 * step..(5 + TWICE) * step;
    let (mut one_stop, mut of_land) = (Vec::new(), Vec::new());
    for (at, dossier) in dossiers.iter().enumerate() {
        let is_land = at.is_multiple_of(step);
        if is_land {
            of_land.push(dossier);
        }
        if !is_land || twice.contains(&at) {
            one_stop.push(dossier);
        }
    }
    let made = |name: &str, text: String| Made {
        path: Path::new("2025-Q4/dossiers").join(name),
        bytes: text.into_bytes(),
        to_ods: false,
    };
    vec![made("dat-dai.xls", land_page(&of_land, &days)), made("mot-cua.csv", one_stop_csv(&one_stop, &days))]
}

/// Working days from the middle of August to the end of the period, without the National Day.
fn working_days() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2025, 8, 11).unwrap_or_default();
    let works =
        |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && (day.month() != 9 || day.day() > 2);
    first.iter_days().take_while(|day| (day.month(), day.day()) <= (12, 5)).filter(works).collect()
}

fn dossiers(days: &[NaiveDate]) -> Vec<Dossier> {
    let from = days.iter().take_while(|day| (day.month(), day.day()) < (9, 6)).count();
    let last = days.len() - 1;
    let mut serials = vec![0_usize; days.len()];
    let mut resolved = 0;
    let one = |at: usize| {
        let within = at.checked_sub(CARRIED);
        let received = within.map_or(at * from / CARRIED, |within| from + within * (days.len() - from) / WITHIN);
        serials[received] += 1;
        let code = format!("000.12.34.H24-{}-{:04}", days[received].format("%y%m%d"), serials[received]);
        let open = open(at);
        let money = within.map_or(WITHIN, |within| spread(within, WITHIN));
        let mut dossier = Dossier {
            code,
            online: spread(within.unwrap_or(at) + 7, WITHIN) < ONLINE,
            received,
            due: received + 5 + at % 8,
            result: None,
            returned: false,
            waiting: open && at >= CARRIED + WITHIN - WAITING,
            digitised: false,
            fee: money < FEE,
            paid: money < PAID,
            synced: within.is_none_or(|within| spread(within + 11, WITHIN) >= UNSYNCED),
            late: false,
        };
        if open {
            dossier.due = if at < CARRIED + PENDING_LATE { last - 3 } else { last + 1 + at % 9 };
            dossier.late = dossier.due < last;
        } else {
            resolve(&mut dossier, resolved, from, last);
            resolved += 1;
        }
        dossier
    };
    let mut dossiers: Vec<Dossier> = (0..CARRIED + WITHIN).map(one).collect();
    assert_eq!(resolved, RESOLVED, "all but the pending ones are resolved");
    // As a spreadsheet writes a code of digits that it took for a number.
    "2,51E+11".clone_into(&mut dossiers[CARRIED + 43].code);
    dossiers
}

/// Pending are three of the first received in the period, which are late, and the last ones.
fn open(at: usize) -> bool {
    (CARRIED..CARRIED + PENDING_LATE).contains(&at) || at >= CARRIED + WITHIN - (PENDING - PENDING_LATE)
}

/// Gives a dossier its result; `number` counts the resolved ones.
fn resolve(dossier: &mut Dossier, number: usize, from: usize, last: usize) {
    let place = spread(number, RESOLVED);
    let on_time = EARLY..RESOLVED - LATE;
    let earliest = dossier.received.max(from);
    dossier.due = dossier.due.clamp(earliest, last - 1);
    if place < EARLY {
        dossier.due = dossier.due.max(earliest + 1);
        dossier.result = Some((dossier.due - 1 - number % 3).clamp(earliest, dossier.due - 1));
    } else if on_time.contains(&place) {
        dossier.result = Some(dossier.due);
        dossier.returned = place < EARLY + RETURNED;
    } else {
        dossier.result = Some(dossier.due + 1);
        // The last one is late by its dates alone.
        dossier.late = place + 1 < RESOLVED;
    }
    dossier.digitised = spread(number + 5, RESOLVED) < DIGITISED;
}

/// A number below `of` for each number below it, in no order that shows; 1009 divides neither.
fn spread(number: usize, of: usize) -> usize {
    number * 1009 % of
}

fn one_stop_csv(dossiers: &[&Dossier], days: &[NaiveDate]) -> String {
    let mut text = String::from(
        "\u{feff}DANH SÁCH HỒ SƠ (số liệu mẫu)\r\n\
         STT;Mã hồ sơ;Hình thức tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày kết thúc;Trạng thái;\
         Số hóa kết quả;Phí, lệ phí;Thanh toán trực tuyến;Đồng bộ Cổng DVCQG;Quá hạn\r\n",
    );
    for (number, dossier) in (1..).zip(dossiers) {
        let day = |at: Option<usize>| at.map(|at| date(days, at).format("%d/%m/%Y").to_string()).unwrap_or_default();
        let (result, ended) = if dossier.returned { (None, dossier.result) } else { (dossier.result, None) };
        let state = match (dossier.result, dossier.returned, dossier.waiting) {
            (Some(_), true, _) => "Công dân rút hồ sơ",
            (Some(_), false, _) => "Đã trả kết quả",
            (None, _, true) => "Chờ bổ sung",
            (None, _, false) => "Đang giải quyết",
        };
        let channel = if dossier.online { "Trực tuyến" } else { "Trực tiếp" };
        let [received, due, result, ended] = [Some(dossier.received), Some(dossier.due), result, ended].map(day);
        let fee = if dossier.fee { "15.000" } else { "0" };
        let [digitised, paid, late] =
            [dossier.digitised, dossier.paid, dossier.late].map(|yes| if yes { "Có" } else { "Không" });
        let synced = if dossier.synced { "Đã đồng bộ" } else { "Chưa đồng bộ" };
        let code = &dossier.code;
        let _ = write!(
            text,
            "{number};{code};{channel};{received};{due};{result};{ended};{state};{digitised};{fee};{paid};{synced};{late}\r\n"
        );
    }
    text
}

/// A web page under the name of a workbook, as many systems export.
fn land_page(dossiers: &[&Dossier], days: &[NaiveDate]) -> String {
    let mut text = String::from(
        "<html><head><meta charset=\"utf-8\"></head><body>\n<h3>Hồ sơ đất đai (số liệu mẫu)</h3>\n<table border=\"1\">\n",
    );
    let mut line = |tag: &str, cells: [&str; 11]| {
        let cells = cells.join(&format!("</{tag}><{tag}>"));
        let _ = writeln!(text, "<tr><{tag}>{cells}</{tag}></tr>");
    };
    line("th", LAND_HEADS);
    for dossier in dossiers {
        let day = |at: usize| date(days, at).format("%Y-%m-%d").to_string();
        let state = match (dossier.result, dossier.returned, dossier.waiting) {
            (Some(_), true, _) => "Trả lại hồ sơ",
            (Some(_), false, _) => "Hoàn thành",
            (None, _, true) => "Yêu cầu bổ sung",
            (None, _, false) => "Đang xử lý",
        };
        let channel = if dossier.online { "Cổng DVC" } else { "Tại quầy" };
        let [digitised, fee, synced, late] =
            [dossier.digitised, dossier.fee, dossier.synced, dossier.late].map(|yes| if yes { "x" } else { "" });
        let payment = match (dossier.fee, dossier.paid) {
            (true, true) => "Trực tuyến",
            (true, false) => "Tiền mặt",
            (false, _) => "",
        };
        let (received, due) = (day(dossier.received) + " 08:30:00", day(dossier.due) + " 17:00:00");
        let result = dossier.result.map(day).unwrap_or_default();
        line("td", [&dossier.code, &received, &due, &result, state, channel, digitised, fee, payment, synced, late]);
    }
    text + "</table></body></html>\n"
}

/// The working day at this position; days after the period go on from its last one, week-ends included.
fn date(days: &[NaiveDate], at: usize) -> NaiveDate {
    let last = days.len() - 1;
    let beyond = chrono::Days::new((at.saturating_sub(last)) as u64);
    days[at.min(last)].checked_add_days(beyond).unwrap_or_default()
}

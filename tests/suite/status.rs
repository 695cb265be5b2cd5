//! `status`: what has come, what is due, who has more time, and last days that days without work move.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::cli::{input_copy, output_of};

/// A copy of the shipped input in a folder of its own.
struct Desk {
    folder: TempDir,
    input: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let input = input_copy(folder.path());
        Self { folder, input }
    }

    /// The same without anything of the last period.
    fn before_the_round() -> Self {
        let desk = Self::new();
        fs::remove_dir_all(desk.input.join("2025-Q4")).unwrap();
        desk
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.input.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn cchc(&self, day: &str) -> Command {
        let mut command = Command::cargo_bin("cchc").unwrap();
        command.current_dir(self.folder.path()).env_remove("CCHC_LANG").args(["--as-of", day]);
        command
    }

    /// Exit status and what `status` prints as JSON on a day.
    fn status(&self, day: &str) -> (i32, Value) {
        let (code, stdout, stderr) = output_of(self.cchc(day).args(["status", "--format", "json"]));
        (code, serde_json::from_str(&stdout).unwrap_or_else(|error| panic!("{error}: {stdout}{stderr}")))
    }

    /// Exit status and the screen of `status` on a day.
    fn screen(&self, day: &str, lang: &str) -> (i32, String) {
        let (code, stdout, _) = output_of(self.cchc(day).args(["status", "--lang", lang]));
        (code, stdout)
    }

    /// Moves the offices' last day of the last period.
    fn due_on(&self, day: &str) {
        let path = self.input.join("plan/plan.toml");
        let text = fs::read_to_string(&path).unwrap();
        let old = "office_due = \"2025-12-09\"";
        assert!(text.contains(old));
        fs::write(path, text.replace(old, &format!("office_due = \"{day}\""))).unwrap();
    }
}

fn office<'a>(status: &'a Value, id: &str) -> &'a Value {
    let offices = status["periods"][0]["offices"].as_array().unwrap();
    offices.iter().find(|office| office["id"] == id).unwrap()
}

fn ids(status: &Value) -> Vec<&str> {
    status["periods"].as_array().unwrap().iter().map(|period| period["id"].as_str().unwrap()).collect()
}

#[test]
fn the_screen_shows_offices_last_days_and_the_five_measures() {
    let desk = Desk::new();
    fs::remove_file(desk.input.join("2025-Q4/Phong Kinh te.ods")).unwrap();
    desk.write(
        "2025-Q4/gia-han.csv",
        "office,until,by,reason\nttvh,10/12/2025,Chủ tịch UBND xã,Thay người phụ trách\n",
    );
    let (code, screen) = desk.screen("2025-12-12", "vi");
    insta::assert_snapshot!(screen, @r#"
    Tình hình gửi báo cáo, ngày 12/12/2025

    Năm 2025 (2025-Q4)
      Các đơn vị nộp:         đã qua 3 ngày (hạn 09/12/2025)
      Báo cáo gửi Sở Nội vụ:  còn 3 ngày (hạn 15/12/2025)

      Phòng Văn hóa - Xã hội                       đã tiếp nhận, còn điểm cần sửa  đúng hạn                         nhận 08/12/2025
      Văn phòng HĐND và UBND                       đã tiếp nhận                    đúng hạn                         nhận 09/12/2025
      Phòng Kinh tế                                chưa gửi                        quá hạn 3 ngày (hạn 09/12/2025)
      Trung tâm Văn hóa, Thể thao và Truyền thông  đã tiếp nhận                    gửi muộn 1 ngày                  nhận 11/12/2025
      Trung tâm Phục vụ hành chính công            đã tiếp nhận, còn điểm cần sửa  đúng hạn                         nhận 08/12/2025
      Gia hạn: Trung tâm Văn hóa, Thể thao và Truyền thông đến hết ngày 10/12/2025, Chủ tịch UBND xã: Thay người phụ trách

      Phải báo cáo: 5 đơn vị · đã báo cáo: 4 · đúng hạn: 3
      Tỷ lệ báo cáo: 80% (4/5) · tỷ lệ báo cáo đúng hạn: 60% (3/5)
    "#);
    assert_eq!(code, 1, "an office is overdue");
    insta::assert_snapshot!(desk.screen("2025-12-12", "en").1, @r#"
    Returns on 12/12/2025

    Năm 2025 (2025-Q4)
      Offices' returns:          passed 3 days ago (due 09/12/2025)
      Report to the department:  3 days left (due 15/12/2025)

      Phòng Văn hóa - Xã hội                       accepted, with findings  on time                          received 08/12/2025
      Văn phòng HĐND và UBND                       accepted                 on time                          received 09/12/2025
      Phòng Kinh tế                                not received             3 days overdue (due 09/12/2025)
      Trung tâm Văn hóa, Thể thao và Truyền thông  accepted                 1 days late                      received 11/12/2025
      Trung tâm Phục vụ hành chính công            accepted, with findings  on time                          received 08/12/2025
      Extension: Trung tâm Văn hóa, Thể thao và Truyền thông until the end of 10/12/2025, Chủ tịch UBND xã: Thay người phụ trách

      Expected: 5 offices · reported: 4 · on time: 3
      Reporting rate: 80% (4/5) · reporting rate on time: 60% (3/5)
    "#);
}

#[test]
fn what_is_late_and_what_is_overdue_are_two_things() {
    let desk = Desk::new();
    fs::remove_file(desk.input.join("2025-Q4/Phong Kinh te.ods")).unwrap();
    let (code, status) = desk.status("2025-12-12");
    assert_eq!((code, &status["overdue"]), (1, &json!(true)));
    let kt = office(&status, "kt");
    assert_eq!([&kt["state"], &kt["overdue"], &kt["days_left"]], [&json!("missing"), &json!(true), &json!(-3)]);
    let late = office(&status, "ttvh");
    assert_eq!([&late["on_time"], &late["overdue"], &late["days_late"]], [&json!(false), &json!(false), &json!(2)]);
    let period = &status["periods"][0];
    let counts = ["expected", "actual", "actual_on_time"].map(|key| period[key].as_u64().unwrap());
    assert_eq!(counts, [5, 4, 3]);
    assert_eq!(period["reporting_rate"], json!({"value": "80.000000", "printed": "80% (4/5)"}));
    assert_eq!(period["reporting_rate_on_time"], json!({"value": "60.000000", "printed": "60% (3/5)"}));
}

#[test]
fn a_period_without_a_folder_is_missing_and_overdue_only_after_its_last_day() {
    let desk = Desk::before_the_round();
    for (day, code, overdue) in [("2025-11-01", 0, false), ("2025-12-09", 0, false), ("2025-12-10", 1, true)] {
        let (found, status) = desk.status(day);
        assert_eq!((found, ids(&status)), (code, vec!["2025-Q4"]), "{day}");
        let offices = status["periods"][0]["offices"].as_array().unwrap();
        assert_eq!(offices.len(), 5);
        let stands = |office: &Value| office["state"] == "missing" && office["overdue"] == overdue;
        assert!(offices.iter().all(stands), "{day}: {status}");
        assert_eq!(status["periods"][0]["reporting_rate"]["printed"], "0% (0/5)");
    }
}

#[test]
fn the_period_due_next_is_shown_with_the_one_after_it() {
    let desk = Desk::before_the_round();
    let cases =
        [("2025-09-15", vec!["2025-Q3", "2025-Q4"]), ("2025-09-16", vec!["2025-Q4"]), ("2026-05-01", vec!["2025-Q4"])];
    for (day, expected) in cases {
        assert_eq!(ids(&desk.status(day).1), expected, "{day}");
    }
    let (code, stdout, _) = output_of(desk.cchc("2026-05-01").args(["tinh-hinh", "--period", "2025-Q3"]));
    assert_eq!(code, 1, "{stdout}");
    assert!(
        stdout.contains("2025-Q3") && stdout.contains("2025-Q4") && stdout.contains("quá hạn 143 ngày"),
        "{stdout}"
    );
}

#[test]
fn an_office_with_more_time_is_not_overdue_before_it_ends_and_on_time_within_it() {
    let desk = Desk::new();
    fs::remove_file(desk.input.join("2025-Q4/Phong Kinh te.ods")).unwrap();
    desk.write(
        "2025-Q4/gia-han.csv",
        "Đơn vị;Gia hạn đến;Người cho gia hạn;Lý do;Ngày\n\
         kt;12/12/2025;Chủ tịch UBND xã;Hệ thống ngừng hoạt động;08/12/2025\n\
         ttvh;11/12/2025;Chủ tịch UBND xã;Thay người phụ trách;09/12/2025\n",
    );
    let (code, status) = desk.status("2025-12-12");
    assert_eq!(code, 0, "{status}");
    let kt = office(&status, "kt");
    assert_eq!([&kt["due"], &kt["overdue"]], [&json!("2025-12-12"), &json!(false)]);
    let granted = json!({
        "office": "kt", "until": "2025-12-12", "by": "Chủ tịch UBND xã", "reason": "Hệ thống ngừng hoạt động", "date": "2025-12-08",
        "source": {"file": "2025-Q4/gia-han.csv", "sheet": null, "cell": "B2"},
    });
    assert_eq!(kt["extension"], granted);
    assert_eq!(office(&status, "ttvh")["on_time"], true);
    let (code, screen) = desk.screen("2025-12-12", "vi");
    assert!(screen.contains("hôm nay là hạn cuối (12/12/2025)"), "{screen}");
    assert!(screen.contains("Gia hạn: Phòng Kinh tế đến hết ngày 12/12/2025, Chủ tịch UBND xã: Hệ thống"), "{screen}");
    assert_eq!((code, desk.status("2025-12-13").0), (0, 1));
}

#[test]
fn extensions_stand_in_report_working_papers_manifest_and_ledger() {
    let desk = Desk::new();
    desk.write(
        "2025-Q4/gia-han.csv",
        "office,until,by,reason,date\nttvh,12/12/2025,Chủ tịch UBND xã,Thay người phụ trách,08/12/2025\n",
    );
    output_of(desk.cchc("2025-12-12").arg("report"));
    let output = desk.folder.path().join("output/2025-Q4");
    let read = |name: &str| fs::read_to_string(output.join(name)).unwrap();
    let report: Value = serde_json::from_str(&read("report.json")).unwrap();
    assert_eq!(report["deadlines"]["extensions"][0]["until"], "2025-12-12");
    assert_eq!(report["deadlines"]["office_due"], json!({"set": "2025-12-09", "until": "2025-12-09", "because": []}));
    let ttvh = report["offices"].as_array().unwrap().iter().find(|office| office["id"] == "ttvh").unwrap();
    assert_eq!(ttvh["on_time"], true);
    let late = |finding: &Value| finding["code"] == "D852";
    assert!(!report["findings"].as_array().unwrap().iter().any(late));
    let papers = read("kiem-tra-cchc-2025-Q4.html");
    assert!(papers.contains("Gia hạn đến") && papers.contains("Thay người phụ trách"));
    assert!(read("manifest.json").contains("2025-Q4/gia-han.csv"));
    let (_, log, _) = output_of(desk.cchc("2025-12-12").args(["audit", "log"]));
    assert!(log.contains("gia hạn") && log.contains("2025-Q4/gia-han.csv"), "{log}");
    let (code, verified, _) = output_of(desk.cchc("2025-12-12").args(["audit", "rebuild", "2025-Q4"]));
    assert_eq!(code, 0, "{verified}");
}

#[test]
fn a_last_day_on_a_weekend_moves_and_the_rule_is_printed() {
    let desk = Desk::new();
    desk.due_on("2025-12-06");
    let status = desk.status("2025-12-08").1;
    let due = json!({"set": "2025-12-06", "until": "2025-12-08", "because": ["saturday", "sunday"], "days_left": 0});
    assert_eq!(status["periods"][0]["office_due"], due);
    assert_eq!(office(&status, "kt")["on_time"], true, "received on Monday 08/12");
    assert_eq!(office(&status, "vp")["days_late"], 1);
    let rule =
        "hạn 06/12/2025 là thứ Bảy nên chuyển sang hết ngày 08/12/2025 (khoản 5 Điều 148 Bộ luật Dân sự năm 2015)";
    assert!(desk.screen("2025-12-08", "vi").1.contains(rule));
    assert!(
        desk.screen("2025-12-08", "en").1.contains("the last day 06/12/2025 is a Saturday; it moves to 08/12/2025")
    );
    output_of(desk.cchc("2025-12-12").arg("report"));
    let papers = desk.folder.path().join("output/2025-Q4/kiem-tra-cchc-2025-Q4.html");
    assert!(fs::read_to_string(papers).unwrap().contains(&format!("Các đơn vị gửi báo cáo: {rule}.")));
}

#[test]
fn without_the_calendar_or_its_switch_the_plans_day_counts() {
    let desk = Desk::new();
    desk.due_on("2025-12-06");
    let moved = |desk: &Desk| desk.status("2025-12-08").1["periods"][0]["office_due"]["until"].clone();
    let calendar = desk.input.join("plan/holidays.toml");
    let text = fs::read_to_string(&calendar).unwrap();
    fs::write(&calendar, text.replace("roll_forward = true", "roll_forward = false")).unwrap();
    assert_eq!(moved(&desk), "2025-12-06");
    fs::remove_file(calendar).unwrap();
    assert_eq!(moved(&desk), "2025-12-06");
}

#[test]
fn a_broken_calendar_is_shown_with_its_line() {
    let desk = Desk::new();
    desk.write("plan/holidays.toml", "roll_forward = true\n\n[[holiday]]\ndate = 2026-13-01\nname = \"x\"\n");
    let (code, _, stderr) = output_of(desk.cchc("2025-12-12").arg("status"));
    assert_eq!(code, 2);
    assert!(stderr.contains("holidays.toml:4:") && stderr.contains('^'), "{stderr}");
}

#[test]
fn the_day_is_vietnams_and_ends_at_its_midnight() {
    let desk = Desk::new();
    desk.write("2025-Q4/received.csv", "file,received_at\nPhong Kinh te.ods,09/12/2025 23:59:59\n");
    assert_eq!(office(&desk.status("2025-12-12").1, "kt")["on_time"], true);
    desk.write("2025-Q4/received.csv", "file,received_at\nPhong Kinh te.ods,10/12/2025 00:00:00\n");
    assert_eq!(office(&desk.status("2025-12-12").1, "kt")["days_late"], 1);
}

#[test]
fn the_overview_names_the_days_that_count() {
    let desk = Desk::new();
    desk.due_on("2025-12-06");
    let (_, stdout, _) = output_of(&mut desk.cchc("2025-12-05"));
    assert!(stdout.contains("còn 3 ngày (hạn 08/12/2025)"), "{stdout}");
}

/// The folder must not matter: nothing is written.
#[test]
fn status_writes_nothing() {
    let desk = Desk::new();
    desk.status("2025-12-12");
    let names: Vec<_> =
        fs::read_dir(Path::new(desk.folder.path())).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["input"]);
}

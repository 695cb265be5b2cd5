//! A minimal valid plan, to be broken in one place.

use crate::plan::PlanFile;

pub(super) const PLAN: &str = r#"[plan]
id = "p"
title = "Kế hoạch"
decision = "1/QĐ-UBND"
issued = 2025-07-31

[authority]
name = "Ủy ban nhân dân xã Tứ Kỳ"
place = "Tứ Kỳ"
signer_title = "CHỦ TỊCH"
signer_name = ""

[recipient]
name = "Sở Nội vụ"

[[office]]
id = "vhxh"
name = "Phòng Văn hóa - Xã hội"

[[office]]
id = "vp"
name = "Văn phòng"

[[period]]
id = "2025-Q4"
title = "Năm 2025"
kind = "year"
from = "2025-09-06"
to = "2025-12-05"
office_due = "2025-12-09"
report_due = "2025-12-15"

[[period]]
id = "2025-Q3"
title = "Quý III năm 2025"
kind = "quarter"
from = 2025-07-01
to = 2025-09-05
office_due = 2025-09-09
report_due = 2025-09-15
"#;

pub(super) const ELEMENTS: &str = r#"[[element]]
id = "hs_da_gq"
form = "B3"
no = 3.2
name = "Hồ sơ đã giải quyết"
unit = "Hồ sơ"
kind = "count"
offices = ["vp", "vhxh"]

[[element]]
id = "hai_long"
form = "B3"
no = "4"
name = "Mức độ hài lòng"
unit = "%"
kind = "percent"
offices = ["*"]

[[element]]
id = "co_trang"
form = "B7"
no = "1"
name = "Có trang thông tin"
unit = ""
kind = "choice"
choices = [{ code = "co", name = "Có" }, { code = "khong", name = "Không" }]
offices = ["vp"]

[[element]]
id = "ghi_chu"
form = "B7"
no = "2"
name = "Tên văn bản"
unit = ""
kind = "text"
offices = ["vp"]

[[element]]
id = "hai_lan"
form = "B3"
no = "5"
name = "Hai lần"
unit = "Hồ sơ"
kind = "count"
formula = "hs_da_gq * 2"
"#;

pub(super) const INDICATORS: &str = r#"[[indicator]]
id = "I1"
clause = "II.1"
name = "Hồ sơ"
numerator = "hs_da_gq"
denominator = "hai_lan + prev(hs_da_gq)"
target = { op = ">=", value = 97.50 }
"#;

pub(super) const TASKS: &str = r#"[[task]]
id = "N1a"
area = "N1"
name = "Việc"
lead = "vhxh"
"#;

pub(super) const RULES: &str = r#"[[rule]]
code = "R402-x"
name = "Khớp"
left = "hs_da_gq"
op = "=="
right = "hai_lan"
"#;

/// The valid plan.
pub(super) fn files() -> Vec<PlanFile> {
    let texts = [
        ("plan.toml", PLAN),
        ("elements.toml", ELEMENTS),
        ("indicators.toml", INDICATORS),
        ("tasks.toml", TASKS),
        ("rules.toml", RULES),
    ];
    texts.map(|(name, text)| PlanFile { name: name.into(), text: text.into() }).into()
}

/// A statement of two columns over the plan's elements, which say what they count of dossiers.
const STATEMENTS: &str = r#"[[statement]]
id = "II.06"
title = "Biểu II.06"
column = [
  { dossier = "received", no = 3, heads = ["nhận / Tổng số"] },
  { dossier = "resolved", no = "7", heads = ["đã giải quyết"] },
]
sum = [{ total = "received", parts = ["resolved"] }]
"#;

/// The valid plan with statements.
pub(super) fn files_with_statements() -> Vec<PlanFile> {
    let mut files = files();
    for file in files.iter_mut().filter(|file| file.name == "elements.toml") {
        file.text = file.text.replacen("no = 3.2", "no = 3.2\ndossier = \"received\"", 1);
        file.text += "\n[[element]]\nid = \"da_xong\"\nform = \"B3\"\nno = 8\nname = \"x\"\nunit = \"\"\nkind = \"count\"\n\
                      offices = [\"vp\"]\ndossier = \"resolved\"\n";
    }
    files.push(PlanFile { name: "statements.toml".into(), text: STATEMENTS.into() });
    files
}

/// Phụ lục I laid out otherwise than by forms.
const ANNEX: &str = r#"title = "Thống kê"
column = [
  { head = "Số thứ tự", shows = "no", width = 8 },
  { head = "Nội dung", shows = "name" },
  { head = "Cả năm", shows = "cumulative", kinds = ["year"] },
]

[[table]]
id = "PL1"
title = "Bảng 1. Giải quyết hồ sơ"
row = [
  { section = "A. Kết quả" },
  { element = "hs_da_gq", no = "I.1", name = "Đã giải quyết xong" },
]

[[table]]
id = "B7"
form = "B7"
"#;

/// The valid plan with an annex of its own.
pub(super) fn files_with_annex() -> Vec<PlanFile> {
    let mut files = files();
    files.push(PlanFile { name: "annex.toml".into(), text: ANNEX.into() });
    files
}

/// Heads and words of a system of its own.
const DOSSIERS: &str = r#"[columns]
code = ["Mã HS", "Số HS"]
due_on = ["Hẹn trả"]

[words]
online = ["Qua mạng"]
direct = ["Tại quầy"]
"#;

/// The valid plan with words for dossier exports.
pub(super) fn files_with_dossiers() -> Vec<PlanFile> {
    let mut files = files();
    files.push(PlanFile { name: "dossiers.toml".into(), text: DOSSIERS.into() });
    files
}

/// One accepted finding.
const WAIVERS: &str = r#"[[waiver]]
rule = "V301"
office = "vp"
element = "hs_da_gq"
cell = "Số liệu!F12"
period = "2025-Q4"
reason = "Hệ thống ngừng hoạt động"
by = "Chủ tịch"
until = "2025-12-31"
"#;

/// The valid plan with a waiver.
pub(super) fn files_with_waivers() -> Vec<PlanFile> {
    let mut files = files();
    files.push(PlanFile { name: "waivers.toml".into(), text: WAIVERS.into() });
    files
}

/// A calendar with a holiday of a day, one of several and a make-up day.
const HOLIDAYS: &str = r#"roll_forward = true

[[holiday]]
date = 2026-01-01
name = "Tết Dương lịch"

[[holiday]]
from = 2026-08-31
to = "2026-09-02"
name = "Quốc khánh"

[[working_day]]
date = 2026-08-22
name = "Làm bù cho ngày 31/8/2026"
"#;

/// The valid plan with a calendar.
pub(super) fn files_with_holidays() -> Vec<PlanFile> {
    let mut files = files();
    files.push(PlanFile { name: "holidays.toml".into(), text: HOLIDAYS.into() });
    files
}

/// The valid plan with one piece of one file replaced.
pub(super) fn files_with(name: &str, old: &str, new: &str) -> Vec<PlanFile> {
    let mut files = match name {
        "statements.toml" => files_with_statements(),
        "annex.toml" => files_with_annex(),
        "dossiers.toml" => files_with_dossiers(),
        "waivers.toml" => files_with_waivers(),
        "holidays.toml" => files_with_holidays(),
        _ => files(),
    };
    let file = files.iter_mut().find(|file| file.name == name).unwrap();
    assert!(file.text.contains(old), "{old:?} is not in {name}");
    file.text = file.text.replacen(old, new, 1);
    files
}

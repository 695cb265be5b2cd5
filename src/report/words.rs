//! The words for states and statuses in reports and working papers: Vietnamese always, each with its tone.

use super::document::Tone;
use crate::model::{
    DossierMeasure, FindingState, IgnoredReason, IndicatorStatus, Measure, OfficeState, ReceiptBasis, Severity, Since,
    State, TaskStatus, Verdict,
};

/// What stands in a section for which no office sent a text.
pub const NO_TEXT: &str = "(Chưa có nội dung báo cáo)";

/// What stands for a value that is not known.
pub const UNKNOWN: &str = "–";

/// What is written for a figure of which nothing happened, and the label that says so for a whole return.
pub const NIL: &str = "Không phát sinh";

/// How an indicator stands.
pub fn indicator(status: IndicatorStatus) -> (&'static str, Tone) {
    match status {
        IndicatorStatus::Met => ("Đạt", Tone::Good),
        IndicatorStatus::NotMet => ("Chưa đạt", Tone::Bad),
        IndicatorStatus::InProgress => ("Đang thực hiện (chỉ tiêu năm)", Tone::Plain),
        IndicatorStatus::NoData => ("Chưa đủ số liệu", Tone::Muted),
        IndicatorStatus::NotApplicable => (NIL, Tone::Muted),
        IndicatorStatus::Improved => ("Cải thiện so với kỳ trước", Tone::Good),
        IndicatorStatus::Worsened => ("Kém hơn kỳ trước", Tone::Bad),
        IndicatorStatus::Unchanged => ("Không thay đổi so với kỳ trước", Tone::Warn),
        IndicatorStatus::NoBaseline => ("Chưa có kỳ trước để so sánh", Tone::Muted),
        IndicatorStatus::Shown => ("Theo dõi, không đặt mục tiêu", Tone::Plain),
    }
}

/// How a task stands.
pub fn task(status: TaskStatus) -> (&'static str, Tone) {
    match status {
        TaskStatus::Done => ("Đã hoàn thành", Tone::Good),
        TaskStatus::DoneLate => ("Hoàn thành quá hạn", Tone::Warn),
        TaskStatus::InProgress => ("Đang thực hiện", Tone::Plain),
        TaskStatus::Overdue => ("Quá hạn, chưa hoàn thành", Tone::Bad),
        TaskStatus::NotDue => ("Chưa đến hạn", Tone::Plain),
        TaskStatus::NotReported => ("Chưa báo cáo", Tone::Muted),
    }
}

/// How an office's return stands.
pub fn office(state: OfficeState) -> (&'static str, Tone) {
    match state {
        OfficeState::Accepted => ("Đã tiếp nhận", Tone::Good),
        OfficeState::AcceptedWithFindings => ("Đã tiếp nhận, còn điểm cần sửa", Tone::Warn),
        OfficeState::Rejected => ("Không tiếp nhận", Tone::Bad),
        OfficeState::Nil => (NIL, Tone::Good),
        OfficeState::Empty => ("Biểu trống", Tone::Bad),
        OfficeState::Missing => ("Chưa gửi", Tone::Bad),
    }
}

/// What a cell was read as.
pub fn state(state: State) -> (&'static str, Tone) {
    match state {
        State::Value => ("Có số liệu", Tone::Plain),
        State::Nil => ("Không phát sinh", Tone::Plain),
        State::Blank => ("Để trống", Tone::Warn),
        State::Unreadable => ("Không đọc được", Tone::Bad),
        State::Missing => ("Chưa có", Tone::Muted),
    }
}

/// How grave a finding is.
pub fn severity(severity: Severity) -> (&'static str, Tone) {
    match severity {
        Severity::Error => ("Lỗi", Tone::Bad),
        Severity::Warning => ("Cảnh báo", Tone::Warn),
        Severity::Notice => ("Lưu ý", Tone::Plain),
    }
}

/// What a finding's state adds to its severity.
pub fn finding_state(state: FindingState) -> &'static str {
    match state {
        FindingState::Active => "",
        FindingState::Trial => " (quy tắc thử nghiệm)",
        FindingState::Waived => " (đã được chấp nhận)",
    }
}

/// What became of a finding since the version before.
pub fn since(since: Since) -> (&'static str, Tone) {
    match since {
        Since::Fixed => ("Đã sửa", Tone::Good),
        Since::Still => ("Vẫn còn", Tone::Warn),
        Since::New => ("Mới", Tone::Warn),
    }
}

/// The verdict, and what it means for the report.
pub fn verdict(verdict: Verdict) -> (&'static str, &'static str, Tone) {
    match verdict {
        Verdict::Clean => ("ĐẠT", "báo cáo có thể trình ký", Tone::Good),
        Verdict::Warnings => ("CÓ CẢNH BÁO", "báo cáo có thể trình ký sau khi xem lại các cảnh báo", Tone::Warn),
        Verdict::Errors => ("CÒN LỖI", "báo cáo còn là dự thảo cho đến khi sửa hết lỗi", Tone::Bad),
    }
}

/// The column of the form.
pub fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Period => "Kỳ này",
        Measure::Cumulative => "Lũy kế",
    }
}

/// How the time of receipt is known.
pub fn basis(basis: ReceiptBasis) -> &'static str {
    match basis {
        ReceiptBasis::Register => "Sổ tiếp nhận",
        ReceiptBasis::Form => "Ngày lập ghi trên biểu",
        ReceiptBasis::Unknown => "",
    }
}

/// Whether a return was on time.
pub fn on_time(on_time: Option<bool>) -> (&'static str, Tone) {
    match on_time {
        Some(true) => ("Đúng hạn", Tone::Good),
        Some(false) => ("Gửi muộn", Tone::Warn),
        None => ("Không rõ", Tone::Muted),
    }
}

/// Why cells were not used.
pub fn ignored(reason: IgnoredReason) -> &'static str {
    match reason {
        IgnoredReason::Surrounding => "tiêu đề, ghi chú, chữ ký quanh bảng",
        IgnoredReason::Header => "tên cột",
        IgnoredReason::Label => "nhãn in sẵn của biểu",
        IgnoredReason::SectionRow => "dòng nhóm, dòng tổng",
        IgnoredReason::UnknownRow => "dòng không thuộc biểu của đơn vị",
        IgnoredReason::UnknownColumn => "cột không có trong biểu",
        IgnoredReason::OtherSheet => "trang tính không có bảng của biểu",
        IgnoredReason::Superseded => "bảng đã được thay thế hoặc trùng",
        IgnoredReason::Rejected => "tệp không được tiếp nhận",
    }
}

/// What is counted of dossiers.
pub fn dossiers(measure: DossierMeasure) -> &'static str {
    match measure {
        DossierMeasure::Received => "Tiếp nhận, kể cả kỳ trước chuyển sang",
        DossierMeasure::ReceivedOnline => "Tiếp nhận trực tuyến",
        DossierMeasure::ReceivedDirect => "Tiếp nhận trực tiếp, bưu chính",
        DossierMeasure::ReceivedCarriedOver => "Từ kỳ trước chuyển sang",
        DossierMeasure::Resolved => "Đã giải quyết",
        DossierMeasure::ResolvedEarly => "Giải quyết trước hạn",
        DossierMeasure::ResolvedOnTime => "Giải quyết đúng hạn",
        DossierMeasure::ResolvedLate => "Giải quyết quá hạn",
        DossierMeasure::Pending => "Đang giải quyết",
        DossierMeasure::PendingInTime => "Đang giải quyết, trong hạn",
        DossierMeasure::PendingLate => "Đang giải quyết, quá hạn",
        DossierMeasure::Digitised => "Đã giải quyết, kết quả đã số hóa",
        DossierMeasure::Fee => "Tiếp nhận, có phí, lệ phí",
        DossierMeasure::FeePaidOnline => "Tiếp nhận, thanh toán trực tuyến",
        DossierMeasure::Synced => "Tiếp nhận, đã đồng bộ",
    }
}

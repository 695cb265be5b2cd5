//! The column heads of every table the program reads, and what makes a row of heads a table.

use std::collections::BTreeMap;

use crate::intake::text::{fold, fold_ascii};

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::intake) enum Head {
    Id,
    Number,
    Name,
    Unit,
    Previous,
    Period,
    Cumulative,
    Note,
    Evidence,
    Revised,
    Task,
    Product,
    Due,
    Status,
    DoneOn,
    Document,
    Area,
    Lead,
    Section,
    Content,
    File,
    ReceivedAt,
    From,
    Office,
    Until,
    Element,
    Measure,
    Value,
    Reason,
    By,
    Date,
}

/// Each head with its spellings, the form's own first. Case, tone placement and spaces do not matter.
const SPELLINGS: &[(Head, &[&str])] = &[
    (Head::Id, &["Mã", "Mã số", "Mã chỉ tiêu", "Mã nhiệm vụ"]),
    (Head::Number, &["STT", "TT", "Số TT", "Số thứ tự"]),
    (Head::Name, &["Chỉ tiêu", "Tên chỉ tiêu", "Nội dung chỉ tiêu"]),
    (Head::Unit, &["Đơn vị tính", "ĐVT"]),
    (Head::Previous, &["Kỳ trước", "Số kỳ trước"]),
    (Head::Period, &["Kỳ này", "Số kỳ này", "Thực hiện kỳ này", "Số liệu kỳ này"]),
    (Head::Cumulative, &["Lũy kế", "Số lũy kế", "Lũy kế từ đầu năm"]),
    (Head::Note, &["Ghi chú"]),
    (Head::Evidence, &["Tài liệu kiểm chứng"]),
    (Head::Revised, &["Lý do điều chỉnh", "Lý do điều chỉnh số liệu", "Lý do sửa số liệu"]),
    (Head::Task, &["Nhiệm vụ", "Tên nhiệm vụ", "Nội dung nhiệm vụ"]),
    (Head::Product, &["Sản phẩm"]),
    (Head::Due, &["Thời hạn", "Thời hạn hoàn thành"]),
    (Head::Status, &["Trạng thái"]),
    (Head::DoneOn, &["Ngày hoàn thành"]),
    (Head::Document, &["Số, ký hiệu", "Số ký hiệu", "Số, ký hiệu văn bản"]),
    (Head::Area, &["Lĩnh vực"]),
    (Head::Lead, &["Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì"]),
    (Head::Section, &["Mục"]),
    (Head::Content, &["Nội dung"]),
    (Head::File, &["file", "Tệp", "Tên tệp"]),
    (Head::ReceivedAt, &["received_at", "Ngày nhận", "Thời điểm nhận", "Thời gian nhận"]),
    (Head::From, &["from", "Người gửi"]),
    (Head::Office, &["office", "Đơn vị", "Mã đơn vị"]),
    (Head::Until, &["until", "Gia hạn đến", "Gia hạn đến ngày", "Gia hạn đến hết ngày", "Hạn mới", "Thời hạn mới"]),
    (Head::Element, &["element", "Chỉ tiêu", "Mã chỉ tiêu", "Mã"]),
    (Head::Measure, &["measure", "Cột"]),
    (Head::Value, &["value", "Giá trị", "Số đúng"]),
    (Head::Reason, &["reason", "Lý do"]),
    (Head::By, &["by", "Người điều chỉnh", "Người gia hạn", "Người cho gia hạn", "Người quyết định"]),
    (Head::Date, &["date", "Ngày", "Ngày điều chỉnh", "Ngày quyết định"]),
];

impl Head {
    /// Whether a column cannot be under both: figures of two times.
    pub(super) fn contradicts(self, other: Self) -> bool {
        const TIMES: [Head; 3] = [Head::Previous, Head::Period, Head::Cumulative];
        self != other && TIMES.contains(&self) && TIMES.contains(&other)
    }

    /// The head as the form writes it.
    pub(in crate::intake) fn wording(self) -> &'static str {
        let spellings = SPELLINGS.iter().find(|(head, _)| *head == self).map(|(_, spellings)| *spellings);
        spellings.and_then(|spellings| spellings.first()).copied().unwrap_or_default()
    }
}

/// The longest text, in bytes, that may be a head.
const LONGEST: usize = 120;
/// Heads of fewer letters must have all of them right.
const SHORT: usize = 5;
/// One wrong letter in so many may be a slip.
const LETTERS_A_SLIP: usize = 10;

/// The heads of some kinds of table by their folded spelling.
#[derive(Debug)]
pub(in crate::intake) struct Heads {
    exact: BTreeMap<String, Head>,
    /// Without diacritics, for heads that are misspelt; empty where no head is guessed.
    bare: Vec<(String, Head)>,
}

impl Heads {
    /// The heads that these kinds of table have, and what may be taken for them.
    pub(in crate::intake) fn forgiving(kinds: &[TableKind]) -> Self {
        let heads = Self::of(kinds);
        let spellings = SPELLINGS.iter().filter(|(head, _)| heads.exact.values().any(|known| known == head));
        let bare = spellings.flat_map(|(head, spellings)| spellings.iter().map(|text| (fold_ascii(text), *head)));
        Self { bare: bare.collect(), ..heads }
    }

    /// The heads that these kinds of table have, each as it is spelt.
    pub(in crate::intake) fn of(kinds: &[TableKind]) -> Self {
        let wanted = |head: &Head| kinds.iter().any(|kind| kind.shape().heads.contains(head));
        let known = SPELLINGS.iter().filter(|(head, _)| wanted(head));
        let spellings = known.flat_map(|(head, spellings)| spellings.iter().map(|text| (fold(text), *head)));
        Self { exact: spellings.collect(), bare: Vec::new() }
    }

    /// The head that a cell's text is.
    pub(in crate::intake) fn find(&self, text: &str) -> Option<Head> {
        if text.len() > LONGEST { None } else { self.exact.get(&fold(text)).copied() }
    }

    /// The head, of those that `may` be meant, that a misspelt text is nearest to: its diacritics lost or wrong, or a
    /// letter in it. Short heads are other words with one letter changed, so they may only have lost theirs.
    pub(in crate::intake) fn near(&self, text: &str, mut may: impl FnMut(Head) -> bool) -> Option<Head> {
        if text.len() > LONGEST {
            return None;
        }
        let bare = fold_ascii(text);
        let distance = |known: &str| {
            let letters = known.chars().count();
            let allowed = if letters < SHORT { 0 } else { letters.div_ceil(LETTERS_A_SLIP).min(2) };
            if bare.chars().count().abs_diff(letters) > allowed {
                return None;
            }
            let distance = strsim::osa_distance(&bare, known);
            (distance <= allowed && (letters >= SHORT || text.is_ascii())).then_some(distance)
        };
        let candidates = self.bare.iter().filter(|(_, head)| may(*head));
        let near = candidates.filter_map(|(known, head)| Some((distance(known)?, *head)));
        near.min_by_key(|(distance, _)| *distance).map(|(_, head)| head)
    }
}

/// A kind of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::intake) enum TableKind {
    /// "Số liệu"
    Figures,
    /// "Nhiệm vụ"
    Tasks,
    /// "Thuyết minh"
    Narrative,
    /// The register of receipt.
    Register,
    /// Corrections.
    Corrections,
    /// More time granted.
    Extensions,
    /// The plan's tasks.
    TaskList,
}

impl TableKind {
    /// The tables of a form.
    pub(in crate::intake) const FORM: [Self; 3] = [Self::Figures, Self::Tasks, Self::Narrative];

    /// What a row of heads must have to be this table.
    pub(in crate::intake) fn shape(self) -> &'static Shape {
        match self {
            Self::Figures => &FIGURES,
            Self::Tasks => &TASKS,
            Self::Narrative => &NARRATIVE,
            Self::Register => &REGISTER,
            Self::Corrections => &CORRECTIONS,
            Self::Extensions => &EXTENSIONS,
            Self::TaskList => &TASK_LIST,
        }
    }
}

/// What makes a row of heads a table of its kind.
#[derive(Debug)]
pub(in crate::intake) struct Shape {
    pub(in crate::intake) kind: TableKind,
    /// Every column that the table has.
    pub(in crate::intake) heads: &'static [Head],
    /// One of these says what a row is about.
    subject: &'static [Head],
    /// One of these holds what the row says.
    content: &'static [Head],
    /// Columns whose absence is a finding.
    pub(in crate::intake) required: &'static [Head],
}

impl Shape {
    /// Whether the columns make this table.
    pub(in crate::intake) fn fits(&self, columns: &BTreeMap<Head, u32>) -> bool {
        let has = |heads: &[Head]| heads.iter().any(|head| columns.contains_key(head));
        has(self.subject) && has(self.content)
    }

    /// Whether they can only be meant to: the subject and two columns more, but nothing to read.
    pub(in crate::intake) fn resembles(&self, columns: &BTreeMap<Head, u32>) -> bool {
        const ENOUGH: usize = 3;
        self.common(columns) >= ENOUGH && self.subject.iter().any(|head| columns.contains_key(head))
    }

    /// Whether the cells under a head say what a row is about.
    pub(super) fn names(&self, head: Head) -> bool {
        self.subject.contains(&head)
    }

    /// How many of the columns this table has.
    pub(in crate::intake) fn common(&self, columns: &BTreeMap<Head, u32>) -> usize {
        columns.keys().filter(|head| self.heads.contains(head)).count()
    }
}

static FIGURES: Shape = Shape {
    kind: TableKind::Figures,
    heads: &[
        Head::Id,
        Head::Number,
        Head::Name,
        Head::Unit,
        Head::Previous,
        Head::Period,
        Head::Cumulative,
        Head::Note,
        Head::Evidence,
        Head::Revised,
    ],
    subject: &[Head::Id, Head::Name],
    content: &[Head::Period, Head::Cumulative],
    required: &[Head::Period],
};

static TASKS: Shape = Shape {
    kind: TableKind::Tasks,
    heads: &[
        Head::Id,
        Head::Number,
        Head::Task,
        Head::Product,
        Head::Due,
        Head::Status,
        Head::DoneOn,
        Head::Document,
        Head::Note,
        Head::Revised,
    ],
    subject: &[Head::Id, Head::Task],
    content: &[Head::Status],
    required: &[Head::Status],
};

static NARRATIVE: Shape = Shape {
    kind: TableKind::Narrative,
    heads: &[Head::Number, Head::Section, Head::Content],
    subject: &[Head::Section],
    content: &[Head::Content],
    required: &[],
};

static REGISTER: Shape = Shape {
    kind: TableKind::Register,
    heads: &[Head::File, Head::ReceivedAt, Head::From],
    subject: &[Head::File],
    content: &[Head::ReceivedAt],
    required: &[],
};

static CORRECTIONS: Shape = Shape {
    kind: TableKind::Corrections,
    heads: &[Head::Office, Head::Element, Head::Measure, Head::Value, Head::Reason, Head::By, Head::Date],
    subject: &[Head::Element],
    content: &[Head::Value],
    required: &[],
};

static EXTENSIONS: Shape = Shape {
    kind: TableKind::Extensions,
    heads: &[Head::Office, Head::Until, Head::By, Head::Reason, Head::Date],
    subject: &[Head::Office],
    content: &[Head::Until],
    required: &[],
};

static TASK_LIST: Shape = Shape {
    kind: TableKind::TaskList,
    heads: &[Head::Id, Head::Number, Head::Task, Head::Area, Head::Lead, Head::Due, Head::Product, Head::Note],
    subject: &[Head::Id, Head::Task],
    content: &[Head::Lead],
    required: &[],
};

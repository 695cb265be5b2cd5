//! The vocabulary of the program: plain data that every other module speaks, with no policy in it.

mod annex;
mod calendar;
mod collection;
mod dossier;
mod expression;
mod finding;
mod history;
mod id;
mod indicator;
mod limits;
mod mail;
mod number;
mod office_list;
mod period;
mod plan;
mod provenance;
mod received;
mod reconciliation;
mod results;
mod revision;
mod sheet;
mod spot;
mod statement;
mod submission;
mod task;
mod waiver;

pub use annex::{Annex, AnnexColumn, AnnexField, AnnexFigure, AnnexRow, AnnexTable};
pub use calendar::{Calendar, DayOff};
pub use collection::{Collection, Deadline, Extension, reported};
pub use dossier::{
    DossierColumn, DossierCounts, DossierException, DossierFault, DossierFile, DossierFormat, DossierIgnored,
    DossierMeasure,
};
pub use expression::{BinaryOp, Expr, Formula, TaskCount};
pub use finding::{Code, Family, Finding, FindingState, NotChecked, Severity, Worded};
pub use history::{History, Past};
pub use id::{AreaId, ElementId, FormId, IndicatorId, OfficeId, PeriodId, TaskId};
pub use indicator::{
    Direction, Due, Indicator, IndicatorResult, IndicatorStatus, Measure, OfficeShare, Partial, Rate, Target, TargetOp,
};
pub use limits::{LIMITS, Limit, Limits};
pub use mail::{MailServer, MailSettings, Mailbox, PasswordPlace, REMIND_DAYS, Security, Sender, is_address};
pub use number::Number;
pub use office_list::OfficeList;
pub use period::{Basis, Period, PeriodKind};
pub use plan::{
    Accepted, Aggregate, Area, Authority, Band, Choice, Element, ElementKind, Flow, Form, MissingPolicy, Office, Plan,
    Recipient, Rule, RuleOp,
};
pub use provenance::{Address, Source};
pub use received::{Received, ReceivedKind};
pub use reconciliation::{Reconciled, Reconciliation, ReconciliationGap};
pub use results::{Correction, Figure, FileResult, NarrativeEntry, OfficeResult, OfficeState, Results, Total, Verdict};
pub use revision::{Change, ChangeKind, Difference, Effect, Followed, MOST_REVISIONS, Outcome, Since};
pub use sheet::{
    Cell, CellValue, FileCells, FileContent, FileFault, FileFormat, InputFile, NumberFormat, OverLimit, Remark,
    SheetCells,
};
pub use spot::{Places, Spot, head};
pub use statement::{Statement, StatementColumn, StatementSum};
pub use submission::{
    CellCount, Entry, Fate, FileReading, FormInfo, IgnoredReason, Narrative, Reading, Receipt, ReceiptBasis, Round,
    Section, Sent, State, Submission, TaskRow,
};
pub use task::{StatusWord, Task, TaskDue, TaskResult, TaskStatus};
pub use waiver::{CellName, Waiver};

//! Where a period's collection stands: deadlines as they count, offices by them.

use chrono::NaiveDate;

use crate::model::{Collection, Deadline, OfficeResult, Results, Standing};

/// The collection of a period whose returns are assessed.
pub fn collect(results: &Results, as_of: NaiveDate) -> Collection {
    let due = |set| Deadline { set, until: set, because: Vec::new() };
    let (office_due, report_due) = (due(results.period.office_due), due(results.period.report_due));
    let standing = |office: &OfficeResult| Standing {
        office: office.id.clone(),
        state: office.state,
        on_time: office.on_time,
        receipt: office.receipt.clone(),
        until: office_due.until,
        extension: None,
    };
    let offices = results.offices.iter().map(standing).collect();
    Collection { period: results.period.clone(), as_of, office_due, report_due, offices }
}

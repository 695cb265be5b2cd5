//! Where a period's collection stands: deadlines as they count, offices by them.

use chrono::NaiveDate;

use crate::model::{Collection, OfficeResult, Results, Standing};

/// The collection of a period whose returns are assessed.
pub fn collect(results: &Results, as_of: NaiveDate) -> Collection {
    let standing = |office: &OfficeResult| Standing {
        office: office.id.clone(),
        state: office.state,
        on_time: office.on_time,
        receipt: office.receipt.clone(),
        until: office.until,
        extension: office.extension.clone(),
    };
    let offices = results.offices.iter().map(standing).collect();
    Collection {
        period: results.period.clone(),
        as_of,
        office_due: results.office_due.clone(),
        report_due: results.report_due.clone(),
        offices,
    }
}

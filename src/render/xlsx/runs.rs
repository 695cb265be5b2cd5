//! Looks of cells one below the other: the workbook looks a format up by all it consists of, and so is asked once a run.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::style::{Look, Styles};

/// The run under way in each column.
#[derive(Default)]
pub(super) struct Runs(Vec<Option<Run>>);

struct Run {
    look: Look,
    first: u32,
    last: u32,
}

impl Runs {
    /// Notes the look of a cell that was written without; its run is dressed once it ends.
    pub(super) fn add(
        &mut self,
        sheet: &mut Worksheet,
        styles: &mut Styles,
        (at, column): (u32, u16),
        look: Look,
    ) -> Result<(), XlsxError> {
        let columns = self.0.len().max(usize::from(column) + 1);
        self.0.resize_with(columns, || None);
        let Some(run) = self.0.get_mut(usize::from(column)) else { return Ok(()) };
        match run {
            Some(run) if run.last + 1 == at && run.look == look => run.last = at,
            _ => {
                if let Some(ended) = run.replace(Run { look, first: at, last: at }) {
                    ended.dress(sheet, styles, column)?;
                }
            }
        }
        Ok(())
    }

    /// Ends every run.
    pub(super) fn end(self, sheet: &mut Worksheet, styles: &mut Styles) -> Result<(), XlsxError> {
        for (column, run) in (0..).zip(self.0) {
            if let Some(run) = run {
                run.dress(sheet, styles, column)?;
            }
        }
        Ok(())
    }
}

impl Run {
    fn dress(self, sheet: &mut Worksheet, styles: &mut Styles, column: u16) -> Result<(), XlsxError> {
        sheet.set_range_format(self.first, column, self.last, column, styles.of(self.look))?;
        Ok(())
    }
}

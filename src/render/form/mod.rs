//! Forms as files that offices fill in.

mod csv;
mod guidance;
mod live;
mod mended;
mod review;
mod sheet;
mod style;
#[cfg(test)]
mod tests;
mod xlsx;

pub use self::csv::csv;
pub use self::xlsx::xlsx;

/// Why a form cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// As a workbook.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// As delimited text.
    #[error("CSV: {0}")]
    Csv(#[from] ::csv::Error),
}

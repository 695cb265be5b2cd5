//! Messages between the run and its workers: a length of four bytes, then postcard.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Read, Write};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::intake::cells::Limits;
use crate::model::DossierColumn;

/// What a worker is asked to do; it answers with an `InputFile`, or an `ExportFile` if `heads` are given.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    /// The folder the file must lie in. Paths need not be Unicode, and serde's would have to be.
    pub(super) root: OsString,
    /// The file on disk.
    pub(super) disk: OsString,
    /// Its name in findings.
    pub(super) relative: String,
    /// What it may cost.
    pub(super) limits: Limits,
    /// The heads by which the columns of an export of dossiers are known.
    pub(super) heads: Option<BTreeMap<DossierColumn, Vec<String>>>,
}

/// Writes one message.
pub(super) fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let body = postcard::to_stdvec(message).map_err(io::Error::other)?;
    let length = u32::try_from(body.len()).map_err(io::Error::other)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&body)?;
    to.flush()
}

/// Reads the body of one message; `None` when the other side has closed.
pub(super) fn receive(from: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 4];
    match from.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u64::from(u32::from_le_bytes(length));
    let mut body = Vec::new();
    let read = from.take(length).read_to_end(&mut body)?;
    if read as u64 == length { Ok(Some(body)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

/// The message in a body.
pub(super) fn decode<T: DeserializeOwned>(body: &[u8]) -> io::Result<T> {
    postcard::from_bytes(body).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may fail by panic")]
    use crate::intake::cells;
    use crate::model::InputFile;

    use super::*;

    #[test]
    fn cells_arrive_as_they_were_sent() {
        let content = cells::read("a.csv", "Mã;Kỳ này\nhs;1\n".as_bytes(), &Limits::default());
        let sent = InputFile { path: "2025-Q4/a.csv".into(), sha256: None, content };
        let mut bytes = Vec::new();
        send(&mut bytes, &sent).unwrap();
        let body = receive(&mut bytes.as_slice()).unwrap().unwrap();
        assert_eq!(decode::<InputFile>(&body).unwrap(), sent);
        assert_eq!(receive(&mut [].as_slice()).unwrap(), None);
    }
}

//! One worker process, seen from the run.

use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::wire::{self, Request};

/// How a worker failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// It did not answer in time.
    Time,
    /// It ended, or what it said makes no sense; how, such as `signal: 6 (SIGABRT)`.
    Stopped(String),
}

/// A running worker; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Worker {
    process: Child,
    input: Option<ChildStdin>,
    answers: Receiver<Vec<u8>>,
}

impl Worker {
    /// Starts this program as a worker. A thread waits for its answers, because a pipe cannot be waited on with a limit.
    pub(super) fn start(program: &Path) -> io::Result<Self> {
        let mut process = Command::new(program)
            .arg(super::WORKER_ARGUMENT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let input = process.stdin.take();
        let (sender, answers) = mpsc::channel();
        if let Some(output) = process.stdout.take() {
            thread::spawn(move || {
                let mut output = BufReader::new(output);
                while let Ok(Some(body)) = wire::receive(&mut output) {
                    if sender.send(body).is_err() {
                        return;
                    }
                }
            });
        }
        Ok(Self { process, input, answers })
    }

    /// Has one file read within the time allowed; the error says how the worker failed, and the worker is of no more use.
    pub(super) fn read<T: DeserializeOwned>(&mut self, request: &Request, wall: Duration) -> Result<T, Failure> {
        let sent = self.input.as_mut().is_some_and(|input| wire::send(input, request).is_ok());
        if !sent {
            return Err(Failure::Stopped(self.last_words()));
        }
        match self.answers.recv_timeout(wall) {
            Ok(body) => wire::decode(&body).map_err(|error| Failure::Stopped(error.to_string())),
            Err(RecvTimeoutError::Timeout) => Err(Failure::Time),
            Err(RecvTimeoutError::Disconnected) => Err(Failure::Stopped(self.last_words())),
        }
    }

    /// How the process ended, such as `signal: 6 (SIGABRT)`. Without requests to wait for it ends by itself.
    fn last_words(&mut self) -> String {
        drop(self.input.take());
        self.process.wait().map_or_else(|error| error.kind().to_string(), |status| status.to_string())
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.input.take());
        // It may be in the middle of a file it will never finish; one that has ended cannot be killed, which is fine.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

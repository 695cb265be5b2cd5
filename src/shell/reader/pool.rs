//! The pool: as many workers as cores, many files each.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io;
use std::mem;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::digest::sha256;
use crate::intake::cells::Limits;
use crate::model::{DossierColumn, FileFault, InputFile};
use crate::parallel;

use super::FileToRead;
use super::answer::{Answer, ExportFile};
use super::child::{Failure, Worker};
use super::disk;
use super::wire::Request;

/// The heads by which columns of exports are known; none where a file is read as cells.
type Heads<'h> = Option<&'h BTreeMap<DossierColumn, Vec<String>>>;

/// Reads many files in worker processes.
#[derive(Debug)]
pub struct Pool {
    /// The program started as a worker; tests name another than the running one.
    pub program: PathBuf,
    /// Worker processes at most.
    pub workers: NonZeroUsize,
    /// What one file may cost.
    pub limits: Limits,
    /// Workers that wait for files.
    pub idle: Idle,
}

impl Pool {
    /// A pool of this many workers of the running program; `None` means one a core.
    pub fn new(workers: Option<NonZeroUsize>, limits: Limits) -> io::Result<Self> {
        Ok(Self {
            program: std::env::current_exe()?,
            workers: workers.unwrap_or_else(parallel::cores),
            limits,
            idle: Idle::default(),
        })
    }

    /// Starts the workers, so that they are ready when the files are known; one that cannot be started is missed only then.
    pub fn start(&self) {
        let started = (0..self.workers.get()).filter_map(|_| Worker::start(&self.program).ok());
        self.idle.waiting().extend(started);
    }

    /// Lets waiting workers go while the run goes on.
    pub fn dismiss(&self) {
        let workers = mem::take(&mut *self.idle.waiting());
        thread::spawn(move || drop(workers));
    }

    /// The bytes of a file, as a worker would get them.
    pub fn bytes(&self, file: &FileToRead) -> Result<Vec<u8>, FileFault> {
        disk::load(&file.root, &file.disk, &self.limits)
    }

    /// Reads all files; the results are in their order. `progress` is told how many are done, after each.
    pub fn read_all(&self, files: &[FileToRead], progress: &dyn Fn(usize)) -> Vec<InputFile> {
        self.ask_all(files, None, progress)
    }

    /// Reads exports of dossiers; `heads` are those by which their columns are known.
    pub(crate) fn read_exports(
        &self,
        files: &[FileToRead],
        heads: &BTreeMap<DossierColumn, Vec<String>>,
    ) -> Vec<ExportFile> {
        self.ask_all(files, Some(heads), &|_| ())
    }

    fn ask_all<T: Answer>(&self, files: &[FileToRead], heads: Heads<'_>, progress: &dyn Fn(usize)) -> Vec<T> {
        let next = AtomicUsize::new(0);
        let order = largest_first(files);
        let (sender, results) = mpsc::channel();
        let mut done: Vec<(usize, T)> = Vec::with_capacity(files.len());
        thread::scope(|scope| {
            for _ in 0..self.workers.get().min(files.len()) {
                let sender = sender.clone();
                let (order, next) = (&order, &next);
                scope.spawn(move || self.drive(files, heads, order, next, &sender));
            }
            drop(sender);
            for result in results {
                done.push(result);
                progress(done.len());
            }
        });
        done.sort_unstable_by_key(|(index, _)| *index);
        done.into_iter().map(|(_, file)| file).collect()
    }

    /// Feeds one worker until no file is left, replacing it when it fails.
    fn drive<T: Answer>(
        &self,
        files: &[FileToRead],
        heads: Heads<'_>,
        order: &[usize],
        next: &AtomicUsize,
        results: &Sender<(usize, T)>,
    ) {
        let mut worker = self.idle.waiting().pop();
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let Some((index, file)) = order.get(turn).and_then(|index| Some((*index, files.get(*index)?))) else {
                break;
            };
            let result = self.read(file, heads, &mut worker).unwrap_or_else(|failure| {
                worker = None;
                self.failed(file, &failure)
            });
            if results.send((index, result)).is_err() {
                break;
            }
        }
        if let Some(worker) = worker {
            self.idle.waiting().push(worker);
        }
    }

    fn read<T: Answer>(&self, file: &FileToRead, heads: Heads<'_>, worker: &mut Option<Worker>) -> Result<T, Failure> {
        let mut running = match worker.take() {
            Some(running) => running,
            None => Worker::start(&self.program).map_err(|error| Failure::Stopped(error.kind().to_string()))?,
        };
        let request = Request {
            root: file.root.clone().into(),
            disk: file.disk.clone().into(),
            relative: file.relative.clone(),
            limits: self.limits.clone(),
            heads: heads.cloned(),
        };
        let result = running.read(&request, Duration::from_secs(self.limits.seconds))?;
        *worker = Some(running);
        Ok(result)
    }

    /// The result for a file that cost its worker's life: its hash is taken here.
    fn failed<T: Answer>(&self, file: &FileToRead, failure: &Failure) -> T {
        let bytes = disk::load(&file.root, &file.disk, &self.limits).ok();
        T::fault(file, bytes.as_deref().map(sha256), self.fault(failure))
    }

    /// A worker that ends by a signal mostly asked for more memory than it may have: an allocation that fails ends it.
    fn fault(&self, failure: &Failure) -> FileFault {
        match failure {
            Failure::Time => {
                let seconds = self.limits.seconds;
                FileFault::new("F004", format!("seconds > {seconds}")).over("seconds", seconds)
            }
            Failure::Stopped(how) => FileFault::new("F004", how).over("memory_bytes", self.limits.memory_bytes),
        }
    }
}

/// Workers that wait for files.
#[derive(Debug, Default)]
pub struct Idle(Mutex<Vec<Worker>>);

impl Idle {
    fn waiting(&self) -> MutexGuard<'_, Vec<Worker>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Positions of the files, the largest first: one that is begun last would keep the run waiting alone.
fn largest_first(files: &[FileToRead]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..files.len()).collect();
    let size =
        |index: &usize| files.get(*index).and_then(|file| file.disk.metadata().ok()).map_or(0, |data| data.len());
    order.sort_by_cached_key(|index| Reverse(size(index)));
    order
}

//! The threads that measure long columns.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::num::NonZeroUsize;
use std::process;
use std::sync::{Arc, Mutex, PoisonError};

/// Fewer rows are not worth a second thread.
const ROWS_FOR_THREADS: usize = 1 << 16;

/// The threads of a process. A process that was forked has none of them, and makes its own.
static ALL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);

/// So many threads, or one for each processor; nothing where one will do.
pub(crate) fn of(threads: Option<NonZeroUsize>, rows: usize) -> PyResult<Option<Arc<ThreadPool>>> {
    if rows < ROWS_FOR_THREADS {
        return Ok(None);
    }
    if let Some(threads) = threads {
        return build(threads.get()).map(Some);
    }
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    match &*all {
        Some((process, pool)) if *process == process::id() => Ok(Some(pool.clone())),
        other => {
            // Its threads are those of the other process: nobody may wait for them.
            core::mem::forget(other.clone());
            let pool = build(0)?;
            *all = Some((process::id(), pool.clone()));
            Ok(Some(pool))
        }
    }
}

fn build(threads: usize) -> PyResult<Arc<ThreadPool>> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map(Arc::new).map_err(|error| PyRuntimeError::new_err(error.to_string()))
}

/// What each of many gives.
pub(crate) fn each<R: Send>(
    threads: Option<&ThreadPool>,
    many: usize,
    one: impl Fn(usize) -> R + Send + Sync,
) -> Vec<R> {
    match threads {
        Some(threads) => threads.install(|| (0..many).into_par_iter().map(one).collect()),
        None => (0..many).map(one).collect(),
    }
}

/// With these threads, or with the one that calls.
pub(crate) fn inside<R: Send>(threads: Option<&ThreadPool>, work: impl FnOnce() -> R + Send) -> R {
    match threads {
        Some(threads) => threads.install(work),
        None => work(),
    }
}

//! The thread that looks after connections and timers.

use std::{io, process};

use tokio::runtime::{self, Runtime};
use tokio::task::coop::unconstrained;

use crate::notification::GuardError;
use crate::transport::Unusable;

/// A runtime of one thread, which drives connections and timers while those who call wait.
#[derive(Debug)]
pub(super) struct Worker {
    runtime: Option<Runtime>,
    /// The ID of the process that its thread is in.
    process: u32,
}

impl Worker {
    pub(super) fn start() -> io::Result<Self> {
        let mut builder = runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).thread_name("wxpay").enable_all().build()?;
        Ok(Self { runtime: Some(runtime), process: process::id() })
    }

    /// Refuses to wait for a thread that a forked child has not.
    pub(super) fn is_here(&self) -> Result<(), GuardError> {
        if self.process == process::id() { Ok(()) } else { Err(GuardError::new(Unusable::Forked)) }
    }

    /// Blocks this thread. tokio's own `block_on` panics within a runtime; there, too, a future that has spent what its
    /// task may spend at a time would wait for ever, since the task does not end before it: hence `unconstrained`.
    pub(super) fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.within(|| pollster::block_on(unconstrained(future)))
    }

    pub(super) fn within<T>(&self, work: impl FnOnce() -> T) -> T {
        let _entered = self.runtime.as_ref().map(Runtime::enter);
        work()
    }
}

impl Drop for Worker {
    /// Without waiting: that panics within a runtime. A forked child lets it be: what it would shut down are connections
    /// that its parent uses.
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.take() else { return };
        if self.process == process::id() {
            runtime.shutdown_background();
        } else {
            std::mem::forget(runtime);
        }
    }
}

//! The thread that drives connections and timers.

use std::{io, process};

use tokio::runtime::{self, Runtime};
use tokio::task::coop::unconstrained;

use crate::notification::GuardError;
use crate::transport::Unusable;

/// A runtime of one thread, which drives connections and timers while callers wait.
#[derive(Debug)]
pub(super) struct Worker {
    runtime: Option<Runtime>,
    /// The ID of the process that has the thread.
    process: u32,
}

impl Worker {
    pub(super) fn start() -> io::Result<Self> {
        let mut builder = runtime::Builder::new_multi_thread();
        let runtime = builder.worker_threads(1).thread_name("wxpay").enable_all().build()?;
        Ok(Self { runtime: Some(runtime), process: process::id() })
    }

    /// Fails in a forked child, which does not have the thread.
    pub(super) fn is_here(&self) -> Result<(), GuardError> {
        if self.process == process::id() { Ok(()) } else { Err(GuardError::new(Unusable::Forked)) }
    }

    /// Blocks this thread. tokio's own `block_on` panics within a runtime. A future that has used up its task's budget there
    /// would also wait for ever, since the budget is renewed only when the task yields to the runtime: hence `unconstrained`.
    pub(super) fn wait<T>(&self, future: impl Future<Output = T>) -> T {
        self.within(|| pollster::block_on(unconstrained(future)))
    }

    pub(super) fn within<T>(&self, work: impl FnOnce() -> T) -> T {
        let _entered = self.runtime.as_ref().map(Runtime::enter);
        work()
    }
}

impl Drop for Worker {
    /// Does not wait, since that panics within a runtime. A forked child leaves the runtime alone: shutting it down would close
    /// connections that the parent uses.
    fn drop(&mut self) {
        let Some(runtime) = self.runtime.take() else { return };
        if self.process == process::id() {
            runtime.shutdown_background();
        } else {
            std::mem::forget(runtime);
        }
    }
}

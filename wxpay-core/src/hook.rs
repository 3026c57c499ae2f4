//! What an application is told or asked on the way. Code that is not ours may panic, and changes no outcome by it.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use crate::crypto::BoxFuture;

/// Tells the application. A panic ends the telling and nothing else; it is logged at ERROR.
pub(crate) fn tell(hook: &'static str, told: impl FnOnce()) {
    if catch_unwind(AssertUnwindSafe(told)).is_err() {
        panicked(hook);
    }
}

/// Asks the application: what its future gives, or `None` if it panicked, which is logged at ERROR.
pub(crate) async fn ask<'a, T>(hook: &'static str, asked: impl FnOnce() -> BoxFuture<'a, T>) -> Option<T> {
    let Ok(mut future) = catch_unwind(AssertUnwindSafe(asked)) else {
        panicked(hook);
        return None;
    };
    let answer = poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Some),
        Err(_) => Poll::Ready(None),
    });
    let answer = answer.await;
    if answer.is_none() {
        panicked(hook);
    }
    answer
}

/// The panic itself is shown by the panic hook of the process, which knows where it was.
fn panicked(hook: &str) {
    tracing::error!(target: "wxpay::hook", hook, "code of the application has panicked; the outcome is the same without it");
}

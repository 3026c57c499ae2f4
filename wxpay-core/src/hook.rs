//! What an application is told or asked on the way. Code that is not ours may panic, and changes no outcome by it.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use crate::crypto::BoxFuture;

/// Tells the application. A panic ends the telling and nothing else; it is logged at ERROR.
pub(crate) fn tell(hook: &'static str, told: impl FnOnce()) {
    caught(hook, told);
}

/// Asks the application: what its future gives, or `None` if it panicked, which is logged at ERROR.
pub(crate) async fn ask<'a, T>(hook: &'static str, asked: impl FnOnce() -> BoxFuture<'a, T>) -> Option<T> {
    let mut future = caught(hook, asked)?;
    let answer = poll_fn(|context| match caught(hook, || future.as_mut().poll(context)) {
        Some(poll) => poll.map(Some),
        None => Poll::Ready(None),
    });
    let answer = answer.await;
    caught(hook, || drop(future));
    answer
}

/// What `work` gives, or `None` if it panicked. The panic itself is shown by the panic hook of the process, which knows where
/// it was.
fn caught<T>(hook: &str, work: impl FnOnce() -> T) -> Option<T> {
    let told = |payload: Box<dyn Any + Send>| {
        // What it was thrown with may panic when it is dropped, and so on: the second stays where it is.
        let dropped = catch_unwind(AssertUnwindSafe(|| drop(payload)));
        dropped.unwrap_or_else(std::mem::forget);
        tracing::error!(target: "wxpay::hook", hook, "code of the application has panicked; the outcome is the same without it");
    };
    catch_unwind(AssertUnwindSafe(work)).map_err(told).ok()
}

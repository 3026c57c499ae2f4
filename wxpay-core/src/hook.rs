//! Calls of the application's own code. It may panic, which does not change an outcome.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use crate::crypto::BoxFuture;

/// Calls a function that listens. If it panics, only this call ends; the panic is logged at ERROR.
pub(crate) fn tell(hook: &'static str, told: impl FnOnce()) {
    caught(hook, told);
}

/// Calls a function that answers. Returns the result of its future, or `None` if it panicked, which is logged at ERROR.
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

/// Returns the result of `work`, or `None` if it panicked. The process's panic hook shows the panic itself, with its place.
fn caught<T>(hook: &str, work: impl FnOnce() -> T) -> Option<T> {
    let told = |payload: Box<dyn Any + Send>| {
        // The payload of a panic may panic when it is dropped; the payload of that second panic is leaked.
        let dropped = catch_unwind(AssertUnwindSafe(|| drop(payload)));
        dropped.unwrap_or_else(std::mem::forget);
        tracing::error!(target: "wxpay::hook", hook, "code of the application has panicked; this does not change the outcome");
    };
    catch_unwind(AssertUnwindSafe(work)).map_err(told).ok()
}

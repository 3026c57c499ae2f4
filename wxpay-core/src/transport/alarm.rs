//! A time limit.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use super::Timer;
use crate::crypto::BoxFuture;

/// Rings once, if there is a timer.
pub(crate) struct Alarm(Option<BoxFuture<'static, ()>>);

impl Alarm {
    pub(crate) fn new(timer: Option<&dyn Timer>, after: Duration) -> Self {
        Self(timer.map(|timer| timer.sleep(after)))
    }

    /// Waits for `work`. Returns its result, or `None` if the alarm rings first.
    pub(crate) async fn or<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        let Some(alarm) = &mut self.0 else { return Some(work.await) };
        let mut work = pin!(work);
        poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => alarm.as_mut().poll(context).map(|()| None),
        })
        .await
    }
}

//! Asking about requests that were sent some time ago, for example about many of them after a restart.

use std::future::poll_fn;
use std::task::Poll;
use std::time::{Duration, Instant};

use super::Client;
use super::settle::{Found, found_as};
use crate::error::Error;
use crate::settle::Settle;
use crate::value::DateTime;
use crate::verify::CLOCK_WINDOW;

impl Client {
    /// Asks what became of `request`, which was sent at `sent_at`, or was about to be. It differs from [`ask`](Self::ask) if
    /// nothing is found. `ask` trusts such an answer only half a minute after it began, since the request may still be on its
    /// way; this method trusts it at once if the request can no longer arrive.
    ///
    /// `sent_at` is the time that was stored before the request was sent, by the clock that signs requests. That clock may have
    /// been wrong, and today's may be, too. WeChat Pay accepts no request whose time is 5 minutes off, and this client trusts no
    /// answer whose time is; so the two clocks can hide at most 10 minutes. An absence is therefore trusted at once if `sent_at`
    /// is at least as long ago as those 10 minutes, the time limit of a call ([`RetryPolicy::total`](super::RetryPolicy::total))
    /// and [`Asking::patience`](crate::settle::Asking::patience) together: 11 minutes and 45 seconds by default. Before that, and
    /// if `sent_at` is in the future or before APIv3 (2018), this waits as `ask` does.
    ///
    /// This does not work if the clock was corrected between storing and signing, since the stored time then says nothing about
    /// the signed time. If that can happen, use `ask`.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub async fn ask_sent_at<E: Settle>(&self, request: &E, sent_at: DateTime) -> Result<Option<Found<E>>, Error> {
        let began = Instant::now();
        // Uses the clock of that moment, which a verified answer has just confirmed.
        let found = self.ask_until_known(request, || self.has_arrived(sent_at)).await;
        self.tell(request, began, &found, found_as);
        found
    }

    /// Asks about several requests, at most `at_once` at a time (at least one), as [`ask_sent_at`](Self::ask_sent_at) does about
    /// each: for requests that were open when the process ended. The results are in the order of the requests.
    ///
    /// ```no_run
    /// # use wxpay_core::client::Client;
    /// # use wxpay_core::settle::Settle;
    /// # use wxpay_core::value::DateTime;
    /// # async fn sweep<E: Settle>(client: &Client, open: &[(E, DateTime)]) {
    /// for ((request, _), became) in open.iter().zip(client.ask_many(open, 8).await) {
    ///     match became {
    ///         Ok(Some(found)) => { /* it is there: look at its state */ }
    ///         Ok(None) => { /* it never arrived: send the same again, or give it up */ }
    ///         Err(error) => println!("still unknown: {error}"),
    ///     }
    /// #   let _ = request;
    /// }
    /// # }
    /// ```
    pub async fn ask_many<E: Settle>(
        &self,
        sent: &[(E, DateTime)],
        at_once: usize,
    ) -> Vec<Result<Option<Found<E>>, Error>> {
        let questions = sent.iter().map(|(request, sent_at)| self.ask_sent_at(request, *sent_at));
        together(questions, at_once.max(1)).await
    }

    /// Tells whether a request that was sent at `sent_at` has arrived by now, or never will, however wrong the clocks are.
    fn has_arrived(&self, sent_at: DateTime) -> bool {
        let sent_at = sent_at.unix_timestamp();
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX).saturating_add(1);
        let clocks = 2 * CLOCK_WINDOW;
        let sure = clocks.saturating_add(seconds(self.retry.total)).saturating_add(seconds(self.asking.patience));
        sent_at >= APIV3 && self.now().saturating_sub(sent_at) >= sure
    }
}

/// Runs the futures, at most `at_once` at a time, and returns their results in order.
async fn together<F: Future>(mut futures: impl Iterator<Item = F>, at_once: usize) -> Vec<F::Output> {
    let (mut running, mut done, mut next) = (Vec::new(), Vec::new(), 0_usize);
    poll_fn(|context| {
        loop {
            while running.len() < at_once {
                let Some(future) = futures.next() else { break };
                running.push((next, Box::pin(future)));
                next += 1;
            }
            let before = running.len();
            running.retain_mut(|(place, future)| match future.as_mut().poll(context) {
                Poll::Ready(result) => {
                    done.push((*place, result));
                    false
                }
                Poll::Pending => true,
            });
            match running.len() {
                0 if before == 0 => return Poll::Ready(()),
                after if after == before => return Poll::Pending,
                _ => {}
            }
        }
    })
    .await;
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The beginning of 2018. APIv3 is younger, so an earlier time cannot be right.
const APIV3: i64 = 1_514_764_800;

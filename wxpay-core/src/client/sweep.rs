//! Asks about requests that were sent a while ago: after a restart, for many.

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
    /// Asks what became of `request`, which was sent at `sent_at` or tried to be: as [`ask`](Self::ask), which it differs
    /// from where nothing is there. `ask` believes that only half a minute after asking began, since what was sent may still
    /// be on its way; this believes it at once, where the request can no longer arrive.
    ///
    /// `sent_at` is the time that was stored before the request was sent, by the clock that signs requests. That clock may
    /// have been wrong, and so may today's. WeChat Pay takes no request whose time is 5 minutes off, and this client
    /// believes no answer whose time is; between them the two clocks can hide 10 minutes. An absence is therefore believed at
    /// once when `sent_at` is as long ago as those 10 minutes, the time that a call may take
    /// ([`RetryPolicy::total`](super::RetryPolicy::total)) and [`Asking::patience`](crate::settle::Asking::patience) together: 11 minutes and 45 seconds by default. Before, and
    /// where `sent_at` is in the future or before APIv3 (2018), this waits as `ask` does.
    ///
    /// A clock that was set right between the two, storing and signing, deceives it: then the time that was stored says
    /// nothing of the time that was signed. Where that can happen, use `ask`.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub async fn ask_sent_at<E: Settle>(&self, request: &E, sent_at: DateTime) -> Result<Option<Found<E>>, Error> {
        let began = Instant::now();
        // By the clock of the moment, which an answer that verifies has just confirmed.
        let found = self.ask_until_known(request, || self.has_arrived(sent_at)).await;
        self.tell(request, began, &found, found_as);
        found
    }

    /// Asks about many, at most `at_once` at a time (at least one), as [`ask_sent_at`](Self::ask_sent_at) does about each:
    /// for what was open when the process ended. The answers are in the order of the requests.
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

    /// Tells whether whatever was sent at `sent_at` has arrived by now, or never will, however wrong the clocks are.
    fn has_arrived(&self, sent_at: DateTime) -> bool {
        let sent_at = sent_at.unix_timestamp();
        let seconds = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX).saturating_add(1);
        let clocks = 2 * CLOCK_WINDOW;
        let sure = clocks.saturating_add(seconds(self.retry.total)).saturating_add(seconds(self.asking.patience));
        sent_at >= APIV3 && self.now().saturating_sub(sent_at) >= sure
    }
}

/// Waits for the futures, whose results come in their order, while no more than `at_once` of them are under way.
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

/// The year before anything was sent by APIv3: what is earlier is no time of sending.
const APIV3: i64 = 1_514_764_800;

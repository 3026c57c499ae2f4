//! One call: attempt after attempt until there is an answer, or nothing more may be tried.

use std::time::{Duration, Instant};

use tracing::Instrument as _;

use super::Client;
use super::answer::Received;
use super::observe::{Attempt, Call, Request};
use super::retry::{Next, next};
use crate::encode::Encoded;
use crate::endpoint::Operation;
use crate::error::{Error, ErrorKind, Outcome};
use crate::payload::Message;

impl Client {
    /// Sends until there is an answer, or nothing more may be tried; then reads it.
    pub(super) async fn exchange(
        &self,
        operation: &Operation,
        encoded: &Encoded,
        answer: &mut dyn Message,
    ) -> Result<Received, Error> {
        let request = Request::of(encoded, operation.path == encoded.template, self.inner.merchant.id());
        let call = async {
            let (began, mut sends) = (Instant::now(), 0);
            let mut result = self.attempts(operation, encoded, &mut sends).await;
            if let Ok(received) = &mut result {
                let limit = self.retry.limit(began.elapsed());
                if let Err(error) = self.believe(encoded, received, answer, limit).await {
                    result = Err(error);
                }
            }
            let result = result.map_err(|error| error.sent(sends).about(encoded.clone()));
            let (status, request_id, error) = match &result {
                Ok(received) => (Some(received.status), received.request_id.as_deref(), None),
                Err(error) => (error.status(), error.request_id(), Some(error)),
            };
            let (question, duration) = (self.question, began.elapsed());
            self.inner.observers.call(&Call { request, sends, status, request_id, error, question, duration });
            result
        };
        call.instrument(request.span()).await
    }

    /// One attempt after the other, each signed anew over the same request.
    async fn attempts(&self, operation: &Operation, encoded: &Encoded, sends: &mut u32) -> Result<Received, Error> {
        let (hosts, policy, began) = (&self.inner.hosts, self.retry, Instant::now());
        let mut pauses = policy.back_off();
        let mut place = hosts.choose(self.now(), encoded.is_repeatable());
        let mut maybe_done = false;
        loop {
            *sends += 1;
            let limit = policy.limit(began.elapsed());
            let error = match self.attempt(operation, encoded, hosts.url(place), *sends, limit).await {
                Ok(received) => {
                    hosts.answered(place);
                    return Ok(received);
                }
                Err(error) => error,
            };
            match (error.kind(), error.status()) {
                (ErrorKind::Transport(_), _) => hosts.left(place, self.now()),
                (_, Some(status)) if !status.is_server_error() => hosts.answered(place),
                _ => {}
            }
            // Where one attempt may have done it, a later refusal does not say that none has.
            maybe_done |= error.outcome() == Outcome::Unknown;
            let error = if maybe_done { error.unknown() } else { error };

            let next = next(operation, encoded, &error);
            let all_hosts_tried = (*sends as usize).is_multiple_of(hosts.count());
            let pause = match next {
                Next::Stop => None,
                Next::OtherHostNow if !all_hosts_tried => Some(Duration::ZERO),
                Next::OtherHostNow | Next::OtherHost | Next::SameHost(None) => pauses.next(),
                Next::SameHost(Some(wanted)) => pauses.next().map(|pause| pause.max(wanted)),
            };
            let pause = pause.filter(|pause| policy.allows(*sends, *pause, began.elapsed()));
            match (pause, &self.inner.timer) {
                (Some(Duration::ZERO), _) => {}
                (Some(pause), Some(timer)) => timer.sleep(pause).await,
                _ => return Err(error),
            }
            if matches!(next, Next::OtherHostNow | Next::OtherHost) {
                place = hosts.next(place);
            }
        }
    }

    async fn attempt(
        &self,
        operation: &Operation,
        encoded: &Encoded,
        host: &str,
        number: u32,
        limit: Duration,
    ) -> Result<Received, Error> {
        let began = Instant::now();
        let result = match self.roundtrip(encoded, host, limit).await {
            Ok(response) => self.received(operation, response).await,
            Err(error) => Err(error),
        };
        let (status, request_id) = match &result {
            Ok(received) => (Some(received.status), received.request_id.as_deref()),
            Err(error) => (error.status(), error.request_id()),
        };
        let outcome = result.as_ref().err().map(Error::outcome);
        let request = Request::of(encoded, operation.path == encoded.template, self.inner.merchant.id());
        let duration = began.elapsed();
        let attempt = Attempt { request, host, number, status, request_id, outcome, duration };
        self.inner.observers.attempt(&attempt);
        result
    }
}

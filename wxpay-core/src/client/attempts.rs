//! The attempts of a call, until there is an answer or no further attempt is allowed.

use std::time::{Duration, Instant};

use super::Client;
use super::answer::Received;
use super::call::Course;
use super::observe::{Attempt, Request};
use super::retry::{Next, next};
use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind, Outcome};

impl Client {
    /// Makes one attempt after the other, each with a new signature over the same request, until an answer is verified.
    pub(super) async fn send_until_answered(&self, encoded: &Encoded, course: &Course) -> Result<Received, Error> {
        let (hosts, policy) = (self.inner.hosts.of(course.host), self.retry);
        let mut pauses = policy.back_off();
        let mut place = hosts.choose(self.now(), encoded.is_repeatable());
        let mut maybe_done = false;
        loop {
            let sends = course.count();
            let limit = policy.limit(course.elapsed());
            let error = match self.attempt(encoded, hosts.url(place), sends, limit).await {
                Ok(received) => {
                    hosts.note_answer(place);
                    return Ok(received);
                }
                Err(error) => error,
            };
            match (error.kind(), error.status()) {
                (ErrorKind::Transport(_), _) => hosts.leave(place, self.now()),
                (_, Some(status)) if !status.is_server_error() => hosts.note_answer(place),
                _ => {}
            }
            // If one attempt may have been carried out, a later refusal does not prove that none was.
            maybe_done |= error.outcome() == Outcome::Unknown;
            let error = if maybe_done { error.unknown() } else { error };

            let next = next(encoded, &error);
            let all_hosts_tried = (sends as usize).checked_rem(hosts.count()) == Some(0);
            let pause = match next {
                Next::Stop => None,
                Next::OtherHostNow if !all_hosts_tried => Some(Duration::ZERO),
                Next::OtherHostNow | Next::OtherHost | Next::SameHost(None) => pauses.next(),
                Next::SameHost(Some(wanted)) => pauses.next().map(|pause| pause.max(wanted)),
            };
            let pause = pause.filter(|pause| policy.allows(sends, *pause, course.elapsed()));
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

    async fn attempt(&self, encoded: &Encoded, host: &str, number: u32, limit: Duration) -> Result<Received, Error> {
        let began = Instant::now();
        let result = match self.send_once(encoded, host, limit).await {
            Ok(response) => self.judge(encoded.statuses(), response).await,
            Err(error) => Err(error),
        };
        let (status, request_id) = match &result {
            Ok(received) => (Some(received.status), received.request_id.as_deref()),
            Err(error) => (error.status(), error.request_id()),
        };
        let outcome = result.as_ref().err().map(Error::outcome);
        let request = Request::of(encoded, self.inner.merchant.id());
        let duration = began.elapsed();
        let attempt = Attempt { request, host, number, status, request_id, outcome, duration };
        self.inner.observers.attempt(&attempt);
        result
    }
}

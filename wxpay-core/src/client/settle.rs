//! After an unknown outcome: asks until it is known.

use std::time::{Duration, Instant};

use http::StatusCode;

use super::Client;
use super::retry::back_off;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, Outcome};
use crate::settle::{Asking, Settle, Settled, Verdict};

/// What the question of `E` is answered with.
type Found<E> = <<E as Settle>::Query as Endpoint>::Response;

impl Client {
    /// Sends `request`, and where the outcome is unknown asks until it is known.
    ///
    /// # Errors
    /// As [`Client::send`]. [`Outcome::Unknown`] is left only where asking did not help until its time was up, or where
    /// the question was answered with something else ([`ErrorKind::Mismatch`]).
    pub async fn settle<E: Settle>(&self, request: &E) -> Result<Settled<E::Response, Found<E>>, Error> {
        let error = match self.send(request).await {
            Ok(response) => return Ok(Settled::Answered(response)),
            Err(error) if error.outcome() != Outcome::Unknown => return Err(error),
            Err(error) => error,
        };
        match self.ask(request).await {
            Ok(Some(found)) => Ok(Settled::Found(found)),
            Ok(None) => Ok(Settled::NotDone),
            Err(asked) if asked.outcome() == Outcome::Unknown && !about_another(&asked) => {
                tracing::debug!(%asked, "asking did not help");
                Err(error)
            }
            Err(asked) => Err(asked),
        }
    }

    /// Asks what became of `request` that was sent before, perhaps by a process that is no more: what was found, or
    /// `None` if it was not done.
    ///
    /// # Errors
    /// [`Outcome::Unknown`]: WeChat Pay could not be asked until the time was up; where the last question had an error,
    /// it is that one. So is an answer about another number ([`ErrorKind::Mismatch`]). [`Outcome::Refused`]: the number belongs to something else, so that this was never done.
    pub async fn ask<E: Settle>(&self, request: &E) -> Result<Option<Found<E>>, Error> {
        let (asking, began, query) = (self.asking, Instant::now(), request.query());
        for pause in back_off(asking.pause, asking.longest_pause) {
            let error = match self.send(&query).await {
                Ok(found) => match request.verdict(&found) {
                    Verdict::Done => return Ok(Some(found)),
                    Verdict::NotDone => None,
                    Verdict::Another { member, sent, found } => {
                        let kind = ErrorKind::Mismatch { member: member.to_owned(), sent, received: found };
                        return Err(self.about(Error::new(kind, Outcome::Refused), request));
                    }
                },
                Err(error) if error.api().is_some_and(E::is_absent) => None,
                // WeChat Pay answered another question, and a repetition of this one would hear no better.
                Err(error) if about_another(&error) => return Err(error),
                // The question itself is refused: it would be again, unless there were too many.
                Err(error) if error.outcome() == Outcome::Refused && !too_many(&error) => return Err(error.unknown()),
                Err(error) => Some(error),
            };
            let elapsed = began.elapsed();
            if error.is_none() && elapsed >= asking.patience {
                return Ok(None);
            }
            let next = pause.min(asking.patience.saturating_sub(elapsed).max(SHORTEST));
            match &self.inner.timer {
                Some(timer) if elapsed + next <= asking.total => timer.sleep(next).await,
                _ => {
                    return Err(error.map_or_else(|| self.unsettled(began.elapsed(), request), Error::unknown));
                }
            }
        }
        // The pauses have no end.
        Err(self.unsettled(began.elapsed(), request))
    }

    fn unsettled(&self, asked: Duration, request: &impl Endpoint) -> Error {
        self.about(Error::new(ErrorKind::Unsettled(asked), Outcome::Unknown), request)
    }

    /// An error about `request`, with its number.
    fn about(&self, error: Error, request: &impl Endpoint) -> Error {
        match self.encode(request) {
            Ok(encoded) => error.about(encoded),
            // It was encoded before; a request that no longer can be has other troubles than this one.
            Err(_) => error,
        }
    }

    /// The same client that asks as `asking` says, for one call or for some.
    #[must_use]
    pub fn asking(&self, asking: Asking) -> Self {
        Self { asking, ..self.clone() }
    }
}

fn about_another(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Mismatch { .. }) && error.outcome() == Outcome::Unknown
}

fn too_many(error: &Error) -> bool {
    error.status() == Some(StatusCode::TOO_MANY_REQUESTS)
}

/// Between two questions, however near the end of the patience is.
const SHORTEST: Duration = Duration::from_millis(10);

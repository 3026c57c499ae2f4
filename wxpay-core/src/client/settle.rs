//! Asking after an unknown outcome, until it is known.

use std::time::{Duration, Instant};

use http::{Method, StatusCode};

use super::Client;
use super::observe::{self, Request};
use super::retry::back_off;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind, Outcome};
use crate::settle::{Asking, Settle, Settled, Verdict};

/// The answer to the question of `E`.
pub(super) type Found<E> = <<E as Settle>::Query as Endpoint>::Response;

impl Client {
    /// Sends `request`; if the outcome is unknown, asks until it is known.
    ///
    /// A refusal is asked about once, too: an earlier process may have used the number. If the order is paid already, it is
    /// found, and the refusal is not returned.
    ///
    /// # Errors
    /// As [`Client::send`]. The outcome is [`Outcome::Unknown`] only if asking did not help before its time was up, or if a
    /// question was answered about something else ([`ErrorKind::Mismatch`]).
    pub async fn settle<E: Settle>(&self, request: &E) -> Result<Settled<E::Response, Found<E>>, Error> {
        match self.send(request).await {
            Ok(response) => Ok(Settled::Answered(response)),
            Err(error) if error.outcome() == Outcome::NotSent => Err(error),
            Err(error) => {
                let began = Instant::now();
                let settled = self.settle_failed(request, error).await;
                self.tell(request, began, &settled, settled_as);
                settled
            }
        }
    }

    /// Continues with `request` after a restart, if an earlier process may have sent it. Asks first; if nothing is found, sends
    /// the same request; if that is refused, asks again.
    ///
    /// A refusal alone says nothing about what an earlier process did with this number: a paid order is refused, and so is every
    /// request after a change of keys. So it is an error only if WeChat Pay also says that nothing with that number exists.
    ///
    /// # Errors
    /// As [`settle`](Self::settle). A refusal, or a request that could not be sent, is [`Outcome::Unknown`] if asking about it
    /// fails.
    pub async fn resume<E: Settle>(&self, request: &E) -> Result<Settled<E::Response, Found<E>>, Error> {
        let began = Instant::now();
        let resumed = self.resume_request(request).await;
        self.tell(request, began, &resumed, settled_as);
        resumed
    }

    async fn resume_request<E: Settle>(&self, request: &E) -> Result<Settled<E::Response, Found<E>>, Error> {
        match self.ask_once(request).await {
            Reply::Done(found) => return Ok(Settled::Found(found)),
            Reply::NotDone => {}
            Reply::Failed(error) | Reply::Settled(error) => return Err(error),
        }
        match self.send(request).await {
            Ok(response) => Ok(Settled::Answered(response)),
            Err(error) if error.outcome() == Outcome::Unknown => self.settle_failed(request, error).await,
            // This call did nothing, but the request of an earlier process may still be on its way.
            Err(error) => match self.ask_until_known(request, || false).await {
                Ok(Some(found)) => Ok(Settled::Found(found)),
                Ok(None) => Err(error),
                Err(asked) => Err(asked),
            },
        }
    }

    /// Asks about a request that was sent, and whose outcome may be unknown.
    async fn settle_failed<E: Settle>(
        &self,
        request: &E,
        error: Error,
    ) -> Result<Settled<E::Response, Found<E>>, Error> {
        match error.outcome() {
            Outcome::NotSent => Err(error),
            // The refusal of this call stands, whether or not asking succeeds.
            Outcome::Refused => match self.ask_once(request).await {
                Reply::Done(found) => Ok(Settled::Found(found)),
                Reply::Settled(asked) if is_mismatch(&asked) => Err(asked),
                Reply::NotDone | Reply::Settled(_) | Reply::Failed(_) => Err(error),
            },
            Outcome::Unknown => match self.ask_until_known(request, || false).await {
                Ok(Some(found)) => Ok(Settled::Found(found)),
                Ok(None) => Ok(Settled::NotDone),
                Err(asked) if asked.outcome() == Outcome::Unknown && !is_mismatch(&asked) => {
                    tracing::debug!(%asked, "asking did not help");
                    Err(error)
                }
                Err(asked) => Err(asked),
            },
        }
    }

    /// Asks what became of `request`, which was sent before, perhaps by a process that has ended. Returns the answer to the
    /// question, or `None` if the request was not carried out.
    ///
    /// # Errors
    /// [`Outcome::Unknown`]: WeChat Pay could not be asked before the time was up; if the last question failed, the error is its
    /// error. An answer about another number is also `Unknown` ([`ErrorKind::Mismatch`]). [`Outcome::Refused`]: the number
    /// belongs to something else, so the request was never carried out.
    pub async fn ask<E: Settle>(&self, request: &E) -> Result<Option<Found<E>>, Error> {
        let began = Instant::now();
        let found = self.ask_until_known(request, || false).await;
        self.tell(request, began, &found, found_as);
        found
    }

    /// Asks until the outcome is known. An answer may be old when it arrives, so "nothing is found" counts only if the question
    /// was sent after the patience was up, or if `arrived` says, at the time of the answer, that nothing can be on its way any
    /// more.
    pub(super) async fn ask_until_known<E: Settle>(
        &self,
        request: &E,
        arrived: impl Fn() -> bool,
    ) -> Result<Option<Found<E>>, Error> {
        let (asking, began) = (self.asking, Instant::now());
        let patience = asking.patience;
        for pause in back_off(asking.pause, asking.longest_pause) {
            let put = began.elapsed();
            let error = match self.ask_once(request).await {
                Reply::Done(found) => return Ok(Some(found)),
                Reply::NotDone => None,
                Reply::Failed(error) => Some(error),
                Reply::Settled(error) => return Err(error),
            };
            let elapsed = began.elapsed();
            if error.is_none() && (put >= patience || arrived()) {
                return Ok(None);
            }
            let next = pause.min(patience.saturating_sub(elapsed).max(SHORTEST));
            match &self.inner.timer {
                Some(timer) if elapsed + next <= asking.total => timer.sleep(next).await,
                _ => {
                    return Err(error.unwrap_or_else(|| self.give_up(began.elapsed(), request)));
                }
            }
        }
        // Not reached, since the pauses are endless.
        Err(self.give_up(began.elapsed(), request))
    }

    /// Asks once. Errors are about `request`, not about the question.
    async fn ask_once<E: Settle>(&self, request: &E) -> Reply<Found<E>> {
        let asking = Self { question: true, ..self.clone() };
        let error = match asking.send(&request.query()).await {
            Ok(found) => match request.verdict(&found) {
                Verdict::Done => return Reply::Done(found),
                Verdict::NotDone => return Reply::NotDone,
                Verdict::Undecided { member, found } => {
                    let kind = ErrorKind::Undecided { member: member.to_owned(), received: found };
                    return Reply::Settled(self.about(Error::new(kind, Outcome::Unknown), request));
                }
                Verdict::Another { member, sent, found } => {
                    let kind = ErrorKind::Mismatch { member: member.to_owned(), sent, received: found };
                    return Reply::Settled(self.about(Error::new(kind, Outcome::Refused), request));
                }
            },
            Err(error) => error,
        };
        if error.api().is_some_and(E::is_absent) {
            return Reply::NotDone;
        }
        let again = match (error.outcome(), error.kind()) {
            (Outcome::Refused, _) => too_many(&error),
            // Another question would also be answered about something else.
            (Outcome::Unknown, kind) => !matches!(kind, ErrorKind::Mismatch { .. }),
            // A question that is invalid, or cannot be sent from here, does not get better by repetition.
            (Outcome::NotSent, kind) => {
                matches!(kind, ErrorKind::Transport(_) | ErrorKind::Sign(_) | ErrorKind::Certificates(_))
            }
        };
        let error = self.about(error.unknown(), request);
        if again { Reply::Failed(error) } else { Reply::Settled(error) }
    }

    /// Logs one line for all questions. `named` gives the result; `None` if the call has a line of its own.
    pub(super) fn tell<E: Settle, T>(
        &self,
        request: &E,
        began: Instant,
        result: &Result<T, Error>,
        named: fn(&T) -> Option<&'static str>,
    ) {
        let (named, error) = match result {
            Ok(known) => (named(known), None),
            Err(error) => (Some(""), Some(error)),
        };
        let Some(named) = named else { return };
        let encoded = self.encode(request).ok();
        let method = Method::from(E::OPERATION.method);
        let merchant = self.inner.merchant.id();
        let told = match &encoded {
            Some(encoded) => Request::of(encoded, merchant),
            None => Request::of_operation(&E::OPERATION, &method, merchant),
        };
        observe::log_asked(&told, named, error, began.elapsed());
    }

    fn give_up(&self, asked: Duration, request: &impl Endpoint) -> Error {
        self.about(Error::new(ErrorKind::Unsettled(asked), Outcome::Unknown), request)
    }

    /// Adds `request` with its number to an error.
    pub(super) fn about(&self, error: Error, request: &impl Endpoint) -> Error {
        match self.encode(request) {
            Ok(encoded) => error.about(encoded),
            // The request was encoded before. If that fails now, the error stays as it is.
            Err(_) => error,
        }
    }

    /// Returns the same client with other limits for asking, for some calls.
    #[must_use]
    pub fn asking(&self, asking: Asking) -> Self {
        Self { asking, ..self.clone() }
    }
}

pub(super) fn found_as<Found>(found: &Option<Found>) -> Option<&'static str> {
    Some(if found.is_some() { "found" } else { "not_done" })
}

fn settled_as<Response, Found>(settled: &Settled<Response, Found>) -> Option<&'static str> {
    match settled {
        Settled::Answered(_) => None,
        Settled::Found(_) => Some("found"),
        Settled::NotDone => Some("not_done"),
    }
}

/// The result of one question.
enum Reply<Found> {
    Done(Found),
    /// The request was not carried out, or not yet.
    NotDone,
    /// The outcome is not known yet; asking again may help.
    Failed(Error),
    /// Asking again does not help.
    Settled(Error),
}

fn is_mismatch(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Mismatch { .. })
}

fn too_many(error: &Error) -> bool {
    error.status() == Some(StatusCode::TOO_MANY_REQUESTS)
}

/// The shortest pause between two questions, even near the end of the patience.
const SHORTEST: Duration = Duration::from_millis(10);

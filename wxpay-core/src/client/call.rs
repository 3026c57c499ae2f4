//! A call, step by step: what is sent, and what is believed of the answer.

use std::time::{Duration, Instant};

use tracing::Instrument as _;

use super::Client;
use super::answer::Received;
use super::observe::{Call, Request};
use crate::encode::encode;
use crate::encoded::Encoded;
use crate::endpoint::Operation;
use crate::error::{Error, ErrorKind, Outcome};
use crate::form::Completed;
use crate::payload::{Message, Object};
use crate::seal::seal;
use crate::sign::nonce;
use crate::validate::violations;

/// The course of a call: when it began, and how often it has sent so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Course {
    began: Instant,
    pub(super) sends: u32,
}

impl Course {
    fn begin() -> Self {
        Self { began: Instant::now(), sends: 0 }
    }

    pub(super) fn elapsed(self) -> Duration {
        self.began.elapsed()
    }
}

impl Client {
    /// Calls `operation`, and reads the answer into `answer`.
    pub(super) async fn call_object(
        &self,
        operation: &Operation,
        request: &(dyn Object + Sync),
        answer: &mut dyn Message,
    ) -> Result<Received, Error> {
        let encoded = self.ready_certificates().await.and_then(|()| self.encode_object(operation, request));
        let encoded = encoded.inspect_err(|error| self.tell_unsent(operation, error))?;
        self.exchange(&encoded, answer).await
    }

    /// Validates, seals and encodes.
    pub(super) fn encode_object(&self, operation: &Operation, request: &dyn Object) -> Result<Encoded, Error> {
        let not_sent = |kind| Error::new(kind, Outcome::NotSent);
        let request = &Completed::of(request);
        let violations = violations(request, &self.inner.policy);
        if !violations.is_empty() {
            return Err(not_sent(ErrorKind::Invalid(violations)));
        }
        let key = self.inner.platform.newest(self.now());
        let key = key.ok_or_else(|| not_sent(ErrorKind::Encode(NO_PLATFORM_KEY.to_owned())))?;
        let (encryptor, serial) = (&*key.key().encryptor, key.serial());
        let seals = seal(request, encryptor, serial).map_err(|error| not_sent(ErrorKind::Seal(error)))?;
        let encoded = encode(operation, request, &seals, serial.to_owned(), nonce);
        encoded.map_err(|reason| not_sent(ErrorKind::Encode(reason)))
    }

    /// Sends what is encoded, reads the answer, and tells of both.
    pub(super) async fn exchange(&self, encoded: &Encoded, answer: &mut dyn Message) -> Result<Received, Error> {
        let work = async {
            let mut course = Course::begin();
            let result = self.send_and_read(encoded, answer, &mut course).await;
            let result = result.map_err(|error| error.sent(course.sends).about(encoded.clone()));
            self.tell_call(encoded, course, &result);
            result
        };
        work.instrument(Request::of(encoded, self.inner.merchant.id()).span()).await
    }

    async fn send_and_read(
        &self,
        encoded: &Encoded,
        answer: &mut dyn Message,
        course: &mut Course,
    ) -> Result<Received, Error> {
        let mut received = self.send_until_answered(encoded, course).await?;
        received.compare(encoded)?;
        self.read(&mut received, answer, self.retry.limit(course.elapsed())).await?;
        Ok(received)
    }

    fn tell_call(&self, encoded: &Encoded, course: Course, result: &Result<Received, Error>) {
        let request = Request::of(encoded, self.inner.merchant.id());
        let (status, request_id, error) = match result {
            Ok(received) => (Some(received.status), received.request_id.as_deref(), None),
            Err(error) => (error.status(), error.request_id(), Some(error)),
        };
        let (sends, question, duration) = (course.sends, self.question, course.elapsed());
        self.inner.observers.call(&Call { request, sends, status, request_id, error, question, duration });
    }

    /// Tells of a call that ended before its first attempt.
    pub(super) fn tell_unsent(&self, operation: &Operation, error: &Error) {
        let method = http::Method::from(operation.method);
        let request = Request::of_operation(operation, &method, self.inner.merchant.id());
        let (status, request_id, question, duration) = (None, None, self.question, Duration::ZERO);
        let call = Call { request, sends: 0, status, request_id, error: Some(error), question, duration };
        self.inner.observers.call(&call);
    }
}

const NO_PLATFORM_KEY: &str = "the client has no key of WeChat Pay: they were removed, or not downloaded yet";

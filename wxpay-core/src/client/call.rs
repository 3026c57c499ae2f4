//! A call, in five steps: the certificates are made ready, the request is encoded and sent until it is answered, the answer is
//! compared with the request, and read.

use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tracing::Instrument as _;

use super::Client;
use super::answer::Received;
use super::observe::{Call, Request};
use crate::encode::encode;
use crate::encoded::Encoded;
use crate::encoded::fingerprint::Blinding;
use crate::endpoint::{HostRole, Operation};
use crate::error::{EncodeError, Error, ErrorKind, Outcome};
use crate::form::Completed;
use crate::keys::ApiV3Keys;
use crate::payload::{Message, Object};
use crate::seal::seal;
use crate::sign::nonce;
use crate::validate::violations;

impl Client {
    /// Calls `operation`, and reads the answer into `answer`.
    pub(super) async fn call_object(
        &self,
        operation: &Operation,
        request: &(dyn Object + Sync),
        answer: &mut dyn Message,
    ) -> Result<Received, Error> {
        let tell = |error: &Error| self.tell_unsent(operation, error);
        self.ready_certificates().await.inspect_err(tell)?;
        let encoded = self.encode_object(operation, request).inspect_err(tell)?;
        self.exchange(&encoded, operation.host, answer).await
    }

    /// Sends an encoded request to hosts of the role `host`, reads the answer into `answer`, and reports the call.
    pub(super) async fn exchange(
        &self,
        encoded: &Encoded,
        host: HostRole,
        answer: &mut dyn Message,
    ) -> Result<Received, Error> {
        let (course, span) = (Course::begin(host), Request::of(encoded, self.inner.merchant.id()).span());
        // Pinned where it is: a future of this size is expensive to move.
        let steps = pin!(self.send_and_read(encoded, answer, &course));
        let result = steps.instrument(span.clone()).await;
        let result = result.map_err(|error| error.sent(course.sends()).about(encoded.clone()));
        span.in_scope(|| self.tell_call(encoded, &course, &result));
        result
    }

    async fn send_and_read(
        &self,
        encoded: &Encoded,
        answer: &mut dyn Message,
        course: &Course,
    ) -> Result<Received, Error> {
        let mut received = self.send_until_answered(encoded, course).await?;
        received.compare(encoded)?;
        self.read(&mut received, answer, self.retry.limit(course.elapsed())).await?;
        Ok(received)
    }

    /// Completes, validates, seals and encodes the request.
    pub(super) fn encode_object(&self, operation: &Operation, request: &dyn Object) -> Result<Encoded, Error> {
        let completed = Completed::of(request);
        let violations = violations(&completed, &self.inner.policy);
        if !violations.is_empty() {
            return Err(Error::new(ErrorKind::Invalid(violations), Outcome::NotSent));
        }
        let key = self.inner.platform.newest(self.now()).ok_or_else(|| EncodeError::NoPlatformKey.not_sent())?;
        let (encryptor, serial) = (&*key.key().encryptor, key.serial());
        let api_v3_key = self.inner.merchant.api_v3_keys.as_ref().map(ApiV3Keys::current);
        let blinding = Blinding::new(self.inner.backend, api_v3_key);
        let request = completed.object();
        let seals = seal(request, encryptor, serial, &blinding);
        let seals = seals.map_err(|error| Error::new(ErrorKind::Seal(error), Outcome::NotSent))?;
        let parties = (self.inner.caller.clone(), serial.to_owned());
        encode(operation, request, &seals, parties, nonce).map_err(EncodeError::not_sent)
    }

    fn tell_call(&self, encoded: &Encoded, course: &Course, result: &Result<Received, Error>) {
        let request = Request::of(encoded, self.inner.merchant.id());
        let (status, request_id, error) = match result {
            Ok(received) => (Some(received.status), received.request_id.as_deref(), None),
            Err(error) => (error.status(), error.request_id(), Some(error)),
        };
        let (sends, question, duration) = (course.sends(), self.question, course.elapsed());
        self.inner.observers.call(&Call { request, sends, status, request_id, error, question, duration });
    }

    /// Reports a call that ended before its first attempt.
    pub(super) fn tell_unsent(&self, operation: &Operation, error: &Error) {
        let method = http::Method::from(operation.method);
        let request = Request::of_operation(operation, &method, self.inner.merchant.id());
        let (status, request_id, question, duration) = (None, None, self.question, Duration::ZERO);
        let call = Call { request, sends: 0, status, request_id, error: Some(error), question, duration };
        self.inner.observers.call(&call);
    }
}

/// The course of a call: the role of its hosts, its start, and the number of attempts so far.
#[derive(Debug)]
pub(super) struct Course {
    pub(super) host: HostRole,
    began: Instant,
    sends: AtomicU32,
}

impl Course {
    fn begin(host: HostRole) -> Self {
        Self { host, began: Instant::now(), sends: AtomicU32::new(0) }
    }

    /// Counts one more attempt, and returns its number.
    pub(super) fn count(&self) -> u32 {
        self.sends.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(super) fn sends(&self) -> u32 {
        self.sends.load(Ordering::Relaxed)
    }

    pub(super) fn elapsed(&self) -> Duration {
        self.began.elapsed()
    }
}

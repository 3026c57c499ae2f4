//! The steps of a call one by one, for callers that send requests themselves, or look at them on the way.

use std::time::Duration;

use bytes::Bytes;
use http::Response;
use http::response::Parts;

use super::answer::Received;
use super::{Answer, Client};
use crate::crypto::BoxFuture;
use crate::encoded::Encoded;
use crate::endpoint::{Endpoint, Operation};
use crate::error::{EncodeError, Error, OpenError};
use crate::open::open;
use crate::payload::{Message, Node, Object, Payload as _};
use crate::transport::{TransportError, probe};

impl Client {
    /// Validates, seals and encodes `request`, without sending it. It can then be compared, stored ([`Encoded::to_bytes`]), and
    /// sent by [`Client::resend`].
    ///
    /// # Errors
    /// The request breaks a rule, or a sensitive member cannot be encrypted. Nothing is sent.
    pub fn encode<E: Endpoint>(&self, request: &E) -> Result<Encoded, Error> {
        self.encode_object(&E::OPERATION, request)
    }

    /// Same as [`Client::encode`], for a request whose type is known only at run time.
    ///
    /// # Errors
    /// As [`Client::encode`]; or `request` is not an object.
    pub fn encode_dyn(&self, operation: &Operation, request: &dyn Message) -> Result<Encoded, Error> {
        match request.node() {
            Node::Object(request) => self.encode_object(operation, request),
            _ => Err(EncodeError::NotAnObject.not_sent()),
        }
    }

    /// Returns the signed request, for callers that send it themselves. [`Client::accept`] reads the answer. The signature is
    /// valid for less than five minutes.
    ///
    /// # Errors
    /// As [`Client::encode`], or the signer's error.
    pub async fn prepare<E: Endpoint>(&self, request: &E) -> Result<http::Request<Bytes>, Error> {
        self.prepare_object(&E::OPERATION, request).await
    }

    /// Verifies and decodes the answer to a request of [`Client::prepare`].
    ///
    /// Unlike [`Client::send`], it does not know the request, and cannot compare the answer with it.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn accept<E: Endpoint>(&self, response: http::Response<Bytes>) -> Result<Answer<E::Response>, Error> {
        let mut answer = E::Response::blank();
        self.accept_response(&E::OPERATION, response, &mut answer).await.map(|received| Answer::new(answer, received))
    }

    /// Sends a request of [`Client::prepare`] once, and returns the whole answer as it came, for a look at it. The answer is not
    /// verified; [`Client::accept`] does that.
    ///
    /// # Errors
    /// No whole answer arrives within `limit`, or it is too large.
    pub async fn send_prepared(
        &self,
        request: http::Request<Bytes>,
        limit: Duration,
    ) -> Result<Response<Bytes>, Error> {
        self.usable()?;
        self.exchange_within(request, &mut self.alarm(limit), limit).await
    }

    /// Sends an unsigned request through this client's transport, once, and returns the head of the answer, which is not
    /// verified. This tests a connection, as [`probe`](crate::transport::probe()) does.
    ///
    /// # Errors
    /// No answer arrives within `limit`; [`TransportError::trouble`] gives the reason.
    pub async fn probe(&self, request: http::Request<Bytes>, limit: Duration) -> Result<Parts, TransportError> {
        probe(&*self.inner.transport, self.inner.timer.as_deref(), request, limit).await
    }

    /// Decrypts the sensitive members of `received`, which this client did not receive itself, with the merchant's private key.
    ///
    /// # Errors
    /// The first member that cannot be opened.
    pub async fn open(&self, received: &mut dyn Message) -> Result<(), OpenError> {
        open(received, self.inner.merchant.decryptor.as_deref()).await
    }

    fn prepare_object<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a (dyn Object + Sync),
    ) -> BoxFuture<'a, Result<http::Request<Bytes>, Error>> {
        Box::pin(async move {
            self.ready_certificates().await?;
            let encoded = self.encode_object(operation, request)?;
            let host = self.inner.hosts.of(operation.host).current();
            self.sign(&encoded, host).await.map_err(|error| error.about(encoded))
        })
    }

    fn accept_response<'a>(
        &'a self,
        operation: &'a Operation,
        response: http::Response<Bytes>,
        answer: &'a mut dyn Message,
    ) -> BoxFuture<'a, Result<Received, Error>> {
        Box::pin(async move {
            let mut received = self.judge(&operation.statuses(), response).await?;
            self.read(&mut received, answer, self.retry.attempt).await.map(|()| received)
        })
    }
}

//! The steps of a call one by one, for those who send by themselves or look at what stands between.

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
    /// Validates, seals and encodes `request`, without sending it: to be compared, stored
    /// ([`Encoded::to_bytes`]), and sent by [`Client::resend`].
    ///
    /// # Errors
    /// The request breaks a rule, or a sensitive member cannot be encrypted. Nothing was sent.
    pub fn encode<E: Endpoint>(&self, request: &E) -> Result<Encoded, Error> {
        self.encode_object(&E::OPERATION, request)
    }

    /// The same for a request whose type is known at run time only.
    ///
    /// # Errors
    /// As [`Client::encode`]; or `request` is no object.
    pub fn encode_dyn(&self, operation: &Operation, request: &dyn Message) -> Result<Encoded, Error> {
        match request.node() {
            Node::Object(request) => self.encode_object(operation, request),
            _ => Err(EncodeError::NotAnObject.not_sent()),
        }
    }

    /// The signed request, for those who send by themselves. [`Client::accept`] reads the answer. The signature is
    /// good for less than five minutes.
    ///
    /// # Errors
    /// As [`Client::encode`], and the signer's.
    pub async fn prepare<E: Endpoint>(&self, request: &E) -> Result<http::Request<Bytes>, Error> {
        self.prepare_object(&E::OPERATION, request).await
    }

    /// Verifies and decodes the answer to a request that [`Client::prepare`] made.
    ///
    /// Unlike [`Client::send`], it does not see the request, and cannot compare the two.
    ///
    /// # Errors
    /// As [`Client::send`].
    pub async fn accept<E: Endpoint>(&self, response: http::Response<Bytes>) -> Result<Answer<E::Response>, Error> {
        let mut answer = E::Response::blank();
        self.accept_response(&E::OPERATION, response, &mut answer).await.map(|received| Answer::new(answer, received))
    }

    /// Sends a request that [`Client::prepare`] made, once, and gives the whole answer as it came: for looking at what stands
    /// between. Nothing of it is verified; [`Client::accept`] believes it, or says why not.
    ///
    /// # Errors
    /// There is no whole answer within `limit`, or it is too large.
    pub async fn send_prepared(
        &self,
        request: http::Request<Bytes>,
        limit: Duration,
    ) -> Result<Response<Bytes>, Error> {
        self.usable()?;
        self.exchange_within(request, &mut self.alarm(limit), limit).await
    }

    /// Sends a request that is not signed through this client's transport, once, and gives the head of the answer, which
    /// is not verified: for looking at a connection, as [`probe`](crate::transport::probe()) does.
    ///
    /// # Errors
    /// There is no answer within `limit`; [`TransportError::trouble`] tells why.
    pub async fn probe(&self, request: http::Request<Bytes>, limit: Duration) -> Result<Parts, TransportError> {
        probe(&*self.inner.transport, self.inner.timer.as_deref(), request, limit).await
    }

    /// Decrypts the sensitive members of something that was received otherwise than by this client, with the
    /// merchant's private key.
    ///
    /// # Errors
    /// The first member that does not open.
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

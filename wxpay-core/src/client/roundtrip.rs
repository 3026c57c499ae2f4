//! One request, signed and sent once; and its answer, received whole.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Response};
use http_body_util::BodyExt as _;

use super::Client;
use crate::crypto::BoxFuture;
use crate::encode::Encoded;
use crate::error::{Error, ErrorKind, Outcome};
use crate::sign::{Scheme, authorization, nonce, request_message, sign};
use crate::transport::{Body, Stage, Timer, TransportError};
use crate::verify;

impl Client {
    /// Signs and sends within `limit`. While it is being signed nothing is sent; after that it may arrive.
    pub(super) async fn roundtrip(
        &self,
        encoded: &Encoded,
        host: &str,
        limit: Duration,
    ) -> Result<Response<Bytes>, Error> {
        self.usable()?;
        let mut alarm = self.alarm(limit);
        let not_signed = || Error::new(ErrorKind::Sign(format!("not within {limit:?}")), Outcome::NotSent);
        let signed = alarm.or(self.signed(encoded, host)).await.ok_or_else(not_signed)??;
        self.exchanged(signed, &mut alarm, limit).await
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
        self.exchanged(request, &mut self.alarm(limit), limit).await
    }

    async fn exchanged(
        &self,
        request: http::Request<Bytes>,
        alarm: &mut Alarm,
        limit: Duration,
    ) -> Result<Response<Bytes>, Error> {
        let exchange = async {
            let (head, body) = self.inner.transport.send(request).await.map_err(unanswered)?.into_parts();
            Ok(Response::from_parts(head, self.collected(body).await?))
        };
        let late = || TransportError { stage: Stage::Exchanging, source: format!("not within {limit:?}").into() };
        alarm.or(exchange).await.ok_or_else(|| unanswered(late()))?
    }

    pub(super) async fn signed(&self, encoded: &Encoded, host: &str) -> Result<http::Request<Bytes>, Error> {
        let merchant = &self.inner.merchant;
        let not_signed = |reason: String| Error::new(ErrorKind::Sign(reason), Outcome::NotSent);
        let wanted = Scheme::of_path(&encoded.target);
        if wanted != merchant.scheme {
            let given = merchant.scheme.id;
            return Err(not_signed(format!("it is called with a `{}`, and this client has a `{given}`", wanted.id)));
        }
        let timestamp = self.now().to_string();
        let nonce = nonce().map_err(|error| not_signed(error.0))?;
        let message = request_message(encoded.method.as_str(), &encoded.target, &timestamp, &nonce, &encoded.signed);
        let signature = sign(&*merchant.signer, &message).await.map_err(|error| not_signed(error.0))?;
        let credentials =
            authorization(merchant.scheme, &merchant.id, &merchant.serial, &timestamp, &nonce, &signature);

        let not_written = |error: http::Error| Error::new(ErrorKind::Encode(error.to_string()), Outcome::NotSent);
        let mut request = http::Request::builder()
            .method(&encoded.method)
            .uri([host, &encoded.target].concat())
            .body(encoded.body.clone())
            .map_err(not_written)?;
        if let Some(telling) = self.telling.as_ref().filter(|_| !encoded.body.is_empty()) {
            request.extensions_mut().insert(telling.clone());
        }
        let headers = request.headers_mut();
        headers.reserve(encoded.headers.len() + OWN_HEADERS);
        headers.extend(encoded.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, self.inner.user_agent.clone());
        if !encoded.body.is_empty() && !encoded.headers.contains_key(CONTENT_TYPE) {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        let mut credentials = HeaderValue::try_from(credentials).map_err(|error| not_written(error.into()))?;
        credentials.set_sensitive(true);
        headers.insert(AUTHORIZATION, credentials);
        if let Some(serial) = &encoded.serial {
            let serial = HeaderValue::try_from(serial).map_err(|error| not_written(error.into()))?;
            headers.insert(&verify::SERIAL, serial);
        }
        Ok(request)
    }

    /// An answer in one piece, as most are, is not copied.
    pub(super) async fn collected(&self, mut body: Body) -> Result<Bytes, Error> {
        let (mut first, mut all) = (Bytes::new(), BytesMut::new());
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|source| unanswered(TransportError { stage: Stage::Exchanging, source }))?;
            let Ok(data) = frame.into_data() else { continue };
            if first.len().max(all.len()) + data.len() > self.inner.answer_limit {
                return Err(Error::new(ErrorKind::TooLarge(self.inner.answer_limit), Outcome::Unknown));
            }
            if first.is_empty() {
                first = data;
                continue;
            }
            if all.is_empty() {
                all.extend_from_slice(&first);
            }
            all.extend_from_slice(&data);
        }
        Ok(if all.is_empty() { first } else { all.freeze() })
    }

    pub(super) fn alarm(&self, after: Duration) -> Alarm {
        Alarm::new(self.inner.timer.as_deref(), after)
    }
}

/// Rings once, if there is a timer.
pub(crate) struct Alarm(Option<BoxFuture<'static, ()>>);

impl Alarm {
    pub(crate) fn new(timer: Option<&dyn Timer>, after: Duration) -> Self {
        Self(timer.map(|timer| timer.sleep(after)))
    }

    /// What `work` comes to, or `None` if the alarm rings first.
    pub(crate) async fn or<T>(&mut self, work: impl Future<Output = T>) -> Option<T> {
        let Some(alarm) = &mut self.0 else { return Some(work.await) };
        let mut work = pin!(work);
        poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending => alarm.as_mut().poll(context).map(|()| None),
        })
        .await
    }
}

/// What is added to the headers that an endpoint declares.
const OWN_HEADERS: usize = 5;

pub(super) fn unanswered(error: TransportError) -> Error {
    let outcome = match error.stage {
        Stage::Connecting => Outcome::NotSent,
        Stage::Exchanging => Outcome::Unknown,
    };
    Error::new(ErrorKind::Transport(error), outcome)
}

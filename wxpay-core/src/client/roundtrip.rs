//! One request, signed and sent once, and its whole answer.

use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::Response;
use http_body_util::BodyExt as _;

use super::Client;
use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind, Outcome, SignError};
use crate::transport::{Alarm, Body, Stage, TransportError};

impl Client {
    /// Signs and sends within `limit`. While it is signed, nothing is sent; after that, the request may arrive.
    pub(super) async fn send_once(
        &self,
        encoded: &Encoded,
        host: &str,
        limit: Duration,
    ) -> Result<Response<Bytes>, Error> {
        self.usable()?;
        let mut alarm = self.alarm(limit);
        let not_signed = || Error::new(ErrorKind::Sign(SignError::Late(limit)), Outcome::NotSent);
        let signed = alarm.or(self.sign(encoded, host)).await.ok_or_else(not_signed)??;
        self.exchange_within(signed, &mut alarm, limit).await
    }

    pub(super) async fn exchange_within(
        &self,
        request: http::Request<Bytes>,
        alarm: &mut Alarm,
        limit: Duration,
    ) -> Result<Response<Bytes>, Error> {
        let exchange = async {
            let (head, body) = self.inner.transport.send(request).await.map_err(unanswered)?.into_parts();
            Ok(Response::from_parts(head, self.collect(body).await?))
        };
        let late = || TransportError { stage: Stage::Exchanging, source: format!("not within {limit:?}").into() };
        alarm.or(exchange).await.ok_or_else(|| unanswered(late()))?
    }

    /// Receives the whole answer. One that comes in one piece, as most do, is not copied.
    pub(super) async fn collect(&self, mut body: Body) -> Result<Bytes, Error> {
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

pub(super) fn unanswered(error: TransportError) -> Error {
    let outcome = match error.stage {
        Stage::Connecting => Outcome::NotSent,
        Stage::Exchanging => Outcome::Unknown,
    };
    Error::new(ErrorKind::Transport(error), outcome)
}

//! One file: a signed request, an unsigned answer, and the digest that proves it.

use std::time::Instant;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue, Response};
use http_body_util::BodyExt as _;
use tokio::io::AsyncWrite;
use tracing::Instrument as _;

use super::plain::Plain;
use super::{Asked, failed};
use crate::client::Client;
use crate::client::observe::{Attempt, Call, Request};
use crate::client::roundtrip::unanswered;
use crate::download::{Download, Downloaded, Progress};
use crate::error::{Error, ErrorKind, Outcome, SignError};
use crate::hook::tell;
use crate::transport::{Body, Stage, TransportError};

impl Client {
    /// Appends the file `asked` to what was downloaded so far. Sends once.
    pub(super) async fn one_file<W>(
        &self,
        download: &Download,
        asked: &Asked,
        plain: Plain,
        done: Downloaded,
        to: &mut W,
    ) -> Result<Downloaded, Error>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let (encoded, host) = (&asked.encoded, &asked.host);
        let request = Request::of(encoded, self.inner.merchant.id());
        let began = Instant::now();
        let work = async {
            let result = self.file_into(download, asked, plain, done, to).await;
            let result = result.map_err(|error| error.sent(1).about(encoded.clone()));
            let (error, duration) = (result.as_ref().err(), began.elapsed());
            let (status, request_id) = error.map_or((None, None), |error| (error.status(), error.request_id()));
            let outcome = error.map(Error::outcome);
            let (observers, question) = (&self.inner.observers, false);
            observers.attempt(&Attempt { request, host, number: 1, status, request_id, outcome, duration });
            observers.call(&Call { request, sends: 1, status, request_id, error, question, duration });
            result
        };
        work.instrument(request.span()).await
    }

    async fn file_into<W>(
        &self,
        download: &Download,
        asked: &Asked,
        mut plain: Plain,
        done: Downloaded,
        to: &mut W,
    ) -> Result<Downloaded, Error>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let (headers, mut body) = self.file_answer(asked).await?;
        let length: Option<u64> = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let total = length.map(|length| length.saturating_add(done.received));
        let mut received = done.received;
        while let Some(piece) = self.piece(&mut body).await? {
            received += piece.len() as u64;
            plain.push(&piece, to).await.map_err(failed)?;
            if let Some(progress) = &download.progress {
                tell("Download::progress", || progress(Progress { received, total, written: plain.written() }));
            }
        }
        let written = plain.finish(to).await.map_err(failed)?;
        Ok(Downloaded { received, written })
    }

    /// Returns headers and body of a success; judges any other answer as usual.
    async fn file_answer(&self, asked: &Asked) -> Result<(HeaderMap, Body), Error> {
        let limit = self.retry.attempt;
        let mut alarm = self.alarm(limit);
        let not_signed = || Error::new(ErrorKind::Sign(SignError::Late(limit)), Outcome::NotSent);
        let mut signed = alarm.or(self.sign(&asked.encoded, &asked.host)).await.ok_or_else(not_signed)??;
        signed.headers_mut().insert(ACCEPT, HeaderValue::from_static("*/*"));
        let answer = alarm.or(self.inner.transport.send(signed)).await;
        let answer = answer.unwrap_or_else(|| Err(self.silence())).map_err(unanswered)?;
        let (head, body) = answer.into_parts();
        if head.status == http::StatusCode::OK {
            return Ok((head.headers, body));
        }
        let body = alarm.or(self.collect(body)).await.ok_or_else(|| unanswered(self.silence()))??;
        // Another 2xx, even a signed one, is not a file.
        let judged = self.judge(asked.encoded.statuses(), Response::from_parts(head, body)).await;
        let error = judged.err().unwrap_or_else(|| Error::new(ErrorKind::UnexpectedStatus, Outcome::Unknown));
        Err(if asked.is_proved { error.of_download() } else { error })
    }

    /// Returns the next piece, or `None` at the end. The time limit is for each piece, not for the file.
    async fn piece(&self, body: &mut Body) -> Result<Option<Bytes>, Error> {
        let mut alarm = self.alarm(self.retry.attempt);
        loop {
            let frame = alarm.or(body.frame()).await.ok_or_else(|| unanswered(self.silence()))?;
            let Some(frame) = frame else { return Ok(None) };
            let broken = |source| unanswered(TransportError { stage: Stage::Exchanging, source });
            if let Ok(piece) = frame.map_err(broken)?.into_data() {
                return Ok(Some(piece));
            }
        }
    }

    fn silence(&self) -> TransportError {
        TransportError { stage: Stage::Exchanging, source: format!("nothing within {:?}", self.retry.attempt).into() }
    }
}

//! One download: a signed request to a host of WeChat Pay, an unsigned answer, and the digest that proves it.

mod file;
mod place;
mod plain;

use std::borrow::Cow;
use std::path::Path;
use std::time::Instant;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue, Method, Response};
use http_body_util::BodyExt as _;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tracing::Instrument as _;

use self::file::PartFile;
use self::place::{Place, place};
use self::plain::Plain;
use super::Client;
use super::observe::{self, Attempt, Call, Request};
use super::roundtrip::unanswered;
use crate::download::{Download, DownloadError, Downloaded, Progress};
use crate::encode::Encoded;
use crate::endpoint::{self, Operation};
use crate::error::{Error, ErrorKind, Outcome};
use crate::transport::{Body, Stage, TransportError};

impl Client {
    /// Downloads a file into `to`, piece by piece, in constant memory. Only when this says so is what was written the
    /// file that WeChat Pay promised; until then it is anybody's. Where it shall be a file, [`Client::download_file`]
    /// leaves none that was not proved.
    ///
    /// It is sent once. Downloading changes nothing at WeChat Pay, so that it may be repeated; when the URL has expired,
    /// ask for another.
    ///
    /// # Errors
    /// [`ErrorKind::Download`] if the URL is not to be trusted, or the file is not what was promised; [`ErrorKind::Api`]
    /// if WeChat Pay refused, as it does with an expired URL; [`ErrorKind::Transport`] if the file broke off.
    pub async fn download<W>(&self, download: &Download, to: &mut W) -> Result<Downloaded, Error>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let place = place(&download.url, self.inner.hosts.all()).map_err(not_sent)?;
        let plain = Plain::new(download, self.inner.backend).map_err(not_sent)?;
        let serial = self.inner.platform.newest(self.now()).map(|key| key.serial().to_owned());
        let encoded = encoded(&place, serial);
        let request = Request::of(&encoded, self.inner.merchant.id());
        let (began, host) = (Instant::now(), &place.host);
        let work = async {
            let result = self.file_into(download, &place, &encoded, plain, to).await;
            let result = result.map_err(|error| error.sent(1).about(encoded.clone()));
            let (error, duration) = (result.as_ref().err(), began.elapsed());
            let (status, request_id) = error.map_or((None, None), |error| (error.status(), error.request_id()));
            let outcome = error.map(Error::outcome);
            let observer = self.inner.observer.as_deref();
            observe::attempt(observer, &Attempt { request, host, number: 1, status, request_id, outcome, duration });
            observe::call(observer, &Call { request, sends: 1, error, duration });
            result
        };
        work.instrument(request.span()).await
    }

    /// Downloads into a file, which is there when its digest holds, and not before: until then it is written beside, for
    /// its owner's eyes only, and deleted on any failure. A file that was there is
    /// replaced; a device is not. It needs a tokio runtime.
    ///
    /// # Errors
    /// As [`Client::download`].
    pub async fn download_file(&self, download: &Download, path: impl AsRef<Path> + Send) -> Result<Downloaded, Error> {
        let local = |error, outcome| Error::new(ErrorKind::Download(DownloadError::Write(error)), outcome);
        let mut part = PartFile::create(path.as_ref()).map_err(|error| local(error, Outcome::NotSent))?;
        let downloaded = self.download(download, &mut part.file).await?;
        part.keep().await.map_err(|error| local(error, Outcome::Unknown))?;
        Ok(downloaded)
    }

    async fn file_into<W>(
        &self,
        download: &Download,
        place: &Place,
        encoded: &Encoded,
        mut plain: Plain,
        to: &mut W,
    ) -> Result<Downloaded, Error>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let (headers, mut body) = self.file_answer(place, encoded).await?;
        let total = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        let mut received = 0;
        while let Some(piece) = self.piece(&mut body).await? {
            received += piece.len() as u64;
            plain.push(&piece, to).await.map_err(failed)?;
            if let Some(progress) = &download.progress {
                progress(Progress { received, total, written: plain.written() });
            }
        }
        let written = plain.finish(to).await.map_err(failed)?;
        to.flush().await.map_err(|error| failed(DownloadError::Write(error)))?;
        Ok(Downloaded { received, written })
    }

    /// The head of a success, and the body to come; anything else is judged as every answer is.
    async fn file_answer(&self, place: &Place, encoded: &Encoded) -> Result<(HeaderMap, Body), Error> {
        let limit = self.retry.attempt;
        let mut alarm = self.alarm(limit);
        let not_signed = || Error::new(ErrorKind::Sign(format!("not within {limit:?}")), Outcome::NotSent);
        let mut signed = alarm.or(self.signed(encoded, &place.host)).await.ok_or_else(not_signed)??;
        signed.headers_mut().insert(ACCEPT, HeaderValue::from_static("*/*"));
        let answer = alarm.or(self.inner.transport.send(signed)).await;
        let answer = answer.unwrap_or_else(|| Err(self.silence())).map_err(unanswered)?;
        let (head, body) = answer.into_parts();
        if head.status == http::StatusCode::OK {
            return Ok((head.headers, body));
        }
        let body = alarm.or(self.collected(body)).await.ok_or_else(|| unanswered(self.silence()))??;
        // Another 2xx that happens to be signed is no file either.
        let judged = self.received(&OPERATION, Response::from_parts(head, body)).await;
        Err(judged.err().unwrap_or_else(|| Error::new(ErrorKind::UnexpectedStatus, Outcome::Unknown)))
    }

    /// The next piece, or `None` at the end. The file may take as long as it wants; silence may not.
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

/// The request, as every step knows requests. A refusal shall be signed with the key `serial`.
fn encoded(place: &Place, serial: Option<String>) -> Encoded {
    Encoded {
        method: Method::GET,
        template: Cow::Borrowed(place.template),
        target: place.target.clone(),
        headers: HeaderMap::new(),
        body: Bytes::new(),
        serial,
        number: None,
        echoes: Vec::new(),
    }
}

fn not_sent(error: DownloadError) -> Error {
    Error::new(ErrorKind::Download(error), Outcome::NotSent)
}

fn failed(error: DownloadError) -> Error {
    Error::new(ErrorKind::Download(error), Outcome::Unknown)
}

/// For judging errors, whose reading depends on no place.
const OPERATION: Operation = Operation::new(endpoint::Method::Get, place::BILL, "Downloads a file");

//! Downloads of one file, or several in a row, into a writer or a file.

mod file;
mod one;
mod place;
mod plain;
mod requested;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};

use self::file::PartFile;
use self::place::{is_proved, place};
use self::plain::Plain;
use super::Client;
use crate::crypto::BoxFuture;
use crate::download::{Download, DownloadError, Downloaded, File, Renewal, Source};
use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind, Outcome};

impl Client {
    /// Downloads a file into `to`, piece by piece, in constant memory. The written bytes are proved to be WeChat Pay's file only
    /// when this returns `Ok`; do not trust them before, decrypted or not. [`Client::download_file`] leaves no file behind that
    /// was not proved.
    ///
    /// The request is sent once. A download changes nothing at WeChat Pay, so it may be repeated; if the URL has expired, ask for
    /// another.
    ///
    /// # Errors
    /// [`ErrorKind::Download`] if the URL is not trusted or has expired, or the file is not the promised one; [`ErrorKind::Api`]
    /// if WeChat Pay refused for another reason; [`ErrorKind::Transport`] if the transfer broke off.
    pub async fn download<W>(&self, download: &Download, to: &mut W) -> Result<Downloaded, Error>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        self.usable()?;
        let mut places = self.places(&download.files).map_err(not_sent)?;
        let (mut since, mut renewed) = (download.renewal.as_ref().map_or(0, |renewal| renewal.since), None);
        let mut done = Downloaded { received: 0, written: 0 };
        for number in 0..download.files.len() {
            let now = self.now();
            if let Some(renewal) = download.renewal.as_ref().filter(|renewal| now.abs_diff(since) >= renewal.age) {
                since = now;
                let files = renewed_files(renewal, &download.files).await?;
                places = self.places(&files).map_err(failed)?;
                renewed = Some(files);
            }
            let files = renewed.as_ref().unwrap_or(&download.files);
            let (Some(file), Some(place)) = (files.get(number), places.get(number)) else { break };
            let plain = Plain::new(file, self.inner.backend, done.written, download.limit).map_err(failed)?;
            done = self.one_file(download, place, plain, done, to).await?;
        }
        to.flush().await.map_err(|error| failed(DownloadError::Write(error)))?;
        Ok(done)
    }

    /// Downloads into a file, which appears at `path` only after the download has succeeded. Until then it is written beside it
    /// under another name, readable by its owner only, and deleted on any failure. An existing file is replaced; a device or a
    /// folder is not. Needs a tokio runtime.
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

    /// Returns the same download, with its URLs renewed: if they are older than `age` when the next file is due, `ask` is called
    /// for new ones. The age counts from now. The new download must have the same files, by their digests.
    pub fn renewing<F>(
        &self,
        download: Download,
        age: Duration,
        ask: impl Fn() -> F + Send + Sync + 'static,
    ) -> Download
    where
        F: Future<Output = Result<Download, Error>> + Send + 'static,
    {
        let ask = Arc::new(move || Box::pin(ask()) as BoxFuture<'static, _>);
        Download { renewal: Some(Renewal { since: self.now(), age: age.as_secs(), ask }), ..download }
    }

    /// The requests for the files; fails unless each of them may be requested and can be proved.
    fn places(&self, files: &[File]) -> Result<Vec<Asked>, DownloadError> {
        let places = files.iter().map(|file| {
            let asked = self.asked(&file.source)?;
            if file.promise.is_none() && asked.is_proved {
                return Err(DownloadError::NoDigest(asked.encoded.template().to_owned()));
            }
            Plain::new(file, self.inner.backend, 0, 0).map(|_| asked)
        });
        places.collect()
    }

    fn asked(&self, source: &Source) -> Result<Asked, DownloadError> {
        match source {
            Source::Url(url) => {
                let place = place(url, &self.inner.hosts)?;
                let is_proved = !place.is_unproved();
                // Names the platform key with which WeChat Pay signs a refusal.
                let encoded = self.encode_line(Method::GET, place.template, place.target);
                Ok(Asked { host: place.host, encoded, is_proved })
            }
            Source::Request(request) => {
                let encoded = request.encoded.clone();
                if encoded.caller() != &*self.inner.caller {
                    let (encoded_for, client) = (encoded.caller().to_owned(), self.inner.caller.to_string());
                    return Err(DownloadError::OtherCaller { encoded_for: encoded_for.into(), client: client.into() });
                }
                let is_proved = is_proved(encoded.template());
                Ok(Asked { host: self.inner.hosts.of(request.host).current().to_owned(), encoded, is_proved })
            }
        }
    }
}

/// The request for a file.
struct Asked {
    /// The base URL.
    host: String,
    encoded: Encoded,
    /// A signed answer gives the digest of such a file, and its URL expires.
    is_proved: bool,
}

/// Asks for new URLs of the same files.
async fn renewed_files(renewal: &Renewal, files: &[File]) -> Result<Vec<File>, Error> {
    let fresh = (renewal.ask)().await?.files;
    let same = fresh.iter().map(|file| &file.promise).eq(files.iter().map(|file| &file.promise));
    if same { Ok(fresh) } else { Err(failed(DownloadError::Changed)) }
}

pub(super) fn not_sent(error: DownloadError) -> Error {
    Error::new(ErrorKind::Download(error), Outcome::NotSent)
}

fn failed(error: DownloadError) -> Error {
    Error::new(ErrorKind::Download(error), Outcome::Unknown)
}

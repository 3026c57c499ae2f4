//! Downloads, for code without async.

use std::future::ready;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::AsyncWrite;

use super::Client;
use crate::download::{Download, Downloaded, RequestedFile};
use crate::endpoint::{FileEndpoint, Operation};
use crate::error::Error;
use crate::payload::Message;

impl Client {
    /// Downloads a file into `to`, piece by piece, in constant memory. The written bytes are proved to be WeChat Pay's file only
    /// when this returns `Ok`.
    ///
    /// # Errors
    /// As [`client::Client::download`](crate::client::Client::download).
    pub fn download<W: io::Write + Send>(&self, download: &Download, to: &mut W) -> Result<Downloaded, Error> {
        self.worker.wait(self.inner.download(download, &mut Blocking(to)))
    }

    /// Downloads into a file, which appears at `path` only after the download has succeeded.
    ///
    /// # Errors
    /// As [`client::Client::download_file`](crate::client::Client::download_file).
    pub fn download_file(&self, download: &Download, path: impl AsRef<Path> + Send) -> Result<Downloaded, Error> {
        self.worker.wait(self.inner.download_file(download, path))
    }

    /// Validates and encodes the request for a file, and sends nothing.
    ///
    /// # Errors
    /// As [`client::Client::file`](crate::client::Client::file).
    pub fn file<E: FileEndpoint>(&self, request: &E) -> Result<RequestedFile, Error> {
        self.worker.wait(self.inner.file(request))
    }

    /// Prepares the download of a file whose request has a type that is known only at run time.
    ///
    /// # Errors
    /// As [`client::Client::file_dyn`](crate::client::Client::file_dyn).
    pub fn file_dyn(&self, operation: &Operation, request: &(dyn Message + Sync)) -> Result<RequestedFile, Error> {
        self.worker.wait(self.inner.file_dyn(operation, request))
    }

    /// Returns the same download, with its URLs renewed by `ask` when they are older than `age`; as
    /// [`client::Client::renewing`](crate::client::Client::renewing).
    pub fn renewing(
        &self,
        download: Download,
        age: Duration,
        ask: impl Fn() -> Result<Download, Error> + Send + Sync + 'static,
    ) -> Download {
        self.inner.renewing(download, age, move || ready(ask()))
    }
}

/// Writes in the thread that polls, which is the caller's.
struct Blocking<'a, W>(&'a mut W);

impl<W: io::Write> AsyncWrite for Blocking<'_, W> {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, piece: &[u8]) -> Poll<io::Result<usize>> {
        Poll::Ready(self.0.write(piece))
    }

    fn poll_flush(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(self.0.flush())
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(context)
    }
}

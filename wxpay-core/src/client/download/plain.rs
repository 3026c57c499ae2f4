//! What arrives, made plain: unpacked, counted, digested, passed on. The digest is compared at the end of it.

use std::io::{self, Write as _};

use flate2::write::MultiGzDecoder;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};

use crate::crypto::{Backend, Digester};
use crate::download::{Download, DownloadError};

pub(super) struct Plain {
    unpacking: Option<MultiGzDecoder<Vec<u8>>>,
    content: Content,
}

/// The plain content so far.
struct Content {
    digester: Box<dyn Digester>,
    promised: Vec<u8>,
    written: u64,
    limit: u64,
}

impl Plain {
    pub(super) fn new(download: &Download, backend: Option<Backend>) -> Result<Self, DownloadError> {
        let (algorithm, promised) = download.digest()?;
        let digester = (backend.ok_or(DownloadError::NoBackend)?.digester)(algorithm);
        Ok(Self {
            unpacking: download.gunzip.then(|| MultiGzDecoder::new(Vec::new())),
            content: Content { digester, promised, written: 0, limit: download.limit },
        })
    }

    /// How many plain bytes were passed on.
    pub(super) fn written(&self) -> u64 {
        self.content.written
    }

    /// The next piece.
    pub(super) async fn push<W>(&mut self, piece: &[u8], to: &mut W) -> Result<(), DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let Some(unpacking) = &mut self.unpacking else { return self.content.pass(piece, to).await };
        let mut rest = piece;
        while !rest.is_empty() {
            // One step unpacks into at most one buffer of the decoder, so that no bomb can grow in memory.
            let taken = unpacking.write(rest).map_err(DownloadError::Gzip)?;
            rest = rest.get(taken..).unwrap_or_default();
            self.content.pass(unpacking.get_ref(), to).await?;
            unpacking.get_mut().clear();
            if taken == 0 {
                return Err(DownloadError::Gzip(io::ErrorKind::InvalidData.into()));
            }
        }
        Ok(())
    }

    /// The end: how many plain bytes there were, if they are those that were promised.
    pub(super) async fn finish<W>(mut self, to: &mut W) -> Result<u64, DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        if let Some(mut unpacking) = self.unpacking {
            unpacking.try_finish().map_err(DownloadError::Gzip)?;
            self.content.pass(unpacking.get_ref(), to).await?;
        }
        let Content { digester, promised, written, .. } = self.content;
        // Both are public: there is nothing to be learnt from the time it takes.
        if digester.finish() == promised { Ok(written) } else { Err(DownloadError::Digest) }
    }
}

impl Content {
    async fn pass<W>(&mut self, piece: &[u8], to: &mut W) -> Result<(), DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let written = self.written.saturating_add(piece.len() as u64);
        if written > self.limit {
            return Err(DownloadError::TooLarge(self.limit));
        }
        self.digester.update(piece);
        to.write_all(piece).await.map_err(DownloadError::Write)?;
        self.written = written;
        Ok(())
    }
}

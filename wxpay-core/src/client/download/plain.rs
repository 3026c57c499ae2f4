//! A file as it arrives: opened, unpacked, counted, digested, passed on. Tag and digest are compared at its end.

use std::io::{self, Write as _};

use flate2::write::MultiGzDecoder;
use tokio::io::{AsyncWrite, AsyncWriteExt as _};

use crate::crypto::{Backend, Digester, Opener};
use crate::download::{DownloadError, File, FileKey};

pub(super) struct Plain {
    opening: Option<Opening>,
    rest: Unsealed,
}

/// The decryption of an encrypted file.
struct Opening {
    opener: Box<dyn Opener>,
    /// The last piece, decrypted.
    piece: Vec<u8>,
}

/// The file after decryption, if it is encrypted.
struct Unsealed {
    unpacking: Option<MultiGzDecoder<Vec<u8>>>,
    content: Content,
}

/// The plain content so far.
struct Content {
    proof: Option<Proof>,
    written: u64,
    limit: u64,
}

/// The digest of the content, and the promised one.
struct Proof {
    digester: Box<dyn Digester>,
    promised: Vec<u8>,
}

impl Plain {
    /// Prepares for a file that follows `written` bytes of others; together they may have up to `limit` bytes.
    pub(super) fn new(file: &File, backend: Option<Backend>, written: u64, limit: u64) -> Result<Self, DownloadError> {
        let backend = || backend.ok_or(DownloadError::NoBackend);
        let proof = file.promise.as_ref().map(|promise| {
            let (algorithm, promised) = promise.digest()?;
            Ok::<_, DownloadError>(Proof { digester: backend()?.digester(algorithm), promised })
        });
        let opening = file.key.as_ref().map(|FileKey { key, nonce }| {
            let opener = backend()?.gcm_opener(key.expose(), nonce).map_err(|_| DownloadError::Key)?;
            Ok::<_, DownloadError>(Opening { opener, piece: Vec::new() })
        });
        let unpacking = file.gunzip.then(|| MultiGzDecoder::new(Vec::new()));
        let content = Content { proof: proof.transpose()?, written, limit };
        Ok(Self { opening: opening.transpose()?, rest: Unsealed { unpacking, content } })
    }

    /// The number of plain bytes that were passed on.
    pub(super) fn written(&self) -> u64 {
        self.rest.content.written
    }

    /// Passes on the next piece.
    pub(super) async fn push<W>(&mut self, piece: &[u8], to: &mut W) -> Result<(), DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let Some(Opening { opener, piece: opened }) = &mut self.opening else { return self.rest.push(piece, to).await };
        opened.clear();
        opener.push(piece, opened).map_err(|_| DownloadError::Sealed)?;
        self.rest.push(opened, to).await
    }

    /// Ends the file. Returns the number of plain bytes, if tag and digest are right.
    pub(super) async fn finish<W>(mut self, to: &mut W) -> Result<u64, DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        if let Some(Opening { opener, piece: mut opened }) = self.opening {
            opened.clear();
            opener.finish(&mut opened).map_err(|_| DownloadError::Sealed)?;
            self.rest.push(&opened, to).await?;
        }
        self.rest.finish(to).await
    }
}

impl Unsealed {
    async fn push<W>(&mut self, piece: &[u8], to: &mut W) -> Result<(), DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        let Some(unpacking) = &mut self.unpacking else { return self.content.pass(piece, to).await };
        let mut rest = piece;
        while !rest.is_empty() {
            // One step unpacks into at most one buffer of the decoder, so that a compression bomb cannot grow in memory.
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

    async fn finish<W>(mut self, to: &mut W) -> Result<u64, DownloadError>
    where
        W: AsyncWrite + Unpin + Send + ?Sized,
    {
        if let Some(mut unpacking) = self.unpacking {
            unpacking.try_finish().map_err(DownloadError::Gzip)?;
            self.content.pass(unpacking.get_ref(), to).await?;
        }
        let Content { proof, written, .. } = self.content;
        // Both are public, so the time of the comparison reveals nothing.
        let holds = proof.is_none_or(|Proof { digester, promised }| digester.finish() == promised);
        if holds { Ok(written) } else { Err(DownloadError::Digest) }
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
        if let Some(proof) = &mut self.proof {
            proof.digester.update(piece);
        }
        to.write_all(piece).await.map_err(DownloadError::Write)?;
        self.written = written;
        Ok(())
    }
}

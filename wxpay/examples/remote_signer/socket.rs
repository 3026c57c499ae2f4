//! The application's side: a [`Signer`] and [`Decryptor`] that asks the keeper of the key.

use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::UnixStream;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use wxpay::crypto::{BoxFuture, CryptoError, Decryptor, Signer, Zeroizing};

use super::frame::{self, DECRYPT, DONE, FAILED, PUBLIC_KEY, SIGN, wrong};

/// A private key that another process holds. Cheap to clone.
#[derive(Clone)]
pub(crate) struct RemoteKey(Arc<Inner>);

struct Inner {
    socket: PathBuf,
    limit: Duration,
    /// Open connections without an unanswered question.
    idle: Mutex<Vec<UnixStream>>,
    places: Semaphore,
}

impl RemoteKey {
    /// The key behind `socket`, whose keeper has `limit` to answer. Nothing is connected yet.
    pub(crate) fn behind(socket: impl Into<PathBuf>, limit: Duration) -> Self {
        let places = Semaphore::new(CONNECTIONS);
        Self(Arc::new(Inner { socket: socket.into(), limit, idle: Mutex::default(), places }))
    }

    /// Asks for the public key, as SPKI in DER.
    pub(crate) async fn public_key(&self) -> Result<Vec<u8>, CryptoError> {
        self.ask(PUBLIC_KEY, &[]).await.map(|spki| spki.to_vec())
    }

    async fn ask(&self, kind: u8, content: &[u8]) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
        let failed = |reason: String| CryptoError::other(format!("the key's keeper: {reason}"));
        match timeout(self.0.limit, self.0.ask(kind, content)).await {
            Err(_) => Err(failed(format!("no answer within {:?}", self.0.limit))),
            Ok(Err(error)) => Err(failed(error.to_string())),
            Ok(Ok((DONE, answer))) => Ok(answer),
            Ok(Ok((_, reason))) => Err(failed(String::from_utf8_lossy(&reason).into_owned())),
        }
    }
}

impl Signer for RemoteKey {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        Box::pin(async move { self.ask(SIGN, message).await.map(|signature| signature.to_vec()) })
    }
}

impl Decryptor for RemoteKey {
    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        Box::pin(self.ask(DECRYPT, ciphertext))
    }
}

impl Inner {
    /// Asks on an idle connection or a new one. A connection is kept only after a complete answer. If the exchange fails or
    /// the caller is dropped, it is closed, so that the next caller cannot read an answer to another question.
    async fn ask(&self, kind: u8, content: &[u8]) -> io::Result<(u8, Zeroizing<Vec<u8>>)> {
        let _place = self.places.acquire().await.map_err(io::Error::other)?;
        let kept = self.idle().pop();
        if let Some(mut kept) = kept {
            if let Ok(answer) = converse(&mut kept, kind, content).await {
                self.idle().push(kept);
                return Ok(answer);
            }
            // The keeper was restarted: the other connections are dead too, and signing twice does no harm.
            self.idle().clear();
        }
        let mut fresh = UnixStream::connect(&self.socket).await?;
        let answer = converse(&mut fresh, kind, content).await?;
        self.idle().push(fresh);
        Ok(answer)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<UnixStream>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn converse(stream: &mut UnixStream, kind: u8, content: &[u8]) -> io::Result<(u8, Zeroizing<Vec<u8>>)> {
    frame::write(stream, kind, content).await?;
    match frame::read(stream).await? {
        Some((kind @ (DONE | FAILED), answer)) => Ok((kind, answer)),
        Some((kind, _)) => Err(wrong(format!("an answer of the unknown kind {kind}"))),
        None => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// Number of connections at the same time. Further callers wait, within their limit.
const CONNECTIONS: usize = 16;

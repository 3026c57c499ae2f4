//! A request that no declaration describes: signed, sent and verified as every other.

use bytes::Bytes;
use http::Method;

use super::{Answer, Client};
use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind, Outcome};
use crate::target::rewritable;

impl Client {
    /// Sends what no declaration describes, and gives the verified answer, whose [`Answer::body`] is all there is to read.
    ///
    /// `target` is path and query as they are signed and sent, percent-encoded; `body` is JSON, or empty. Nothing is
    /// validated, encrypted or decrypted. Only a `GET` is repeated, since nobody knows what makes another request safe.
    ///
    /// # Errors
    /// As [`Client::send`]; nothing is sent if a URL library would rewrite `target`.
    pub async fn send_raw(&self, method: Method, target: &str, body: impl Into<Bytes>) -> Result<Answer<()>, Error> {
        if !target.starts_with('/') || rewritable(target) {
            let reason = format!("`{target}` is no path, or has characters that must be percent-encoded");
            return Err(Error::new(ErrorKind::Encode(reason), Outcome::NotSent));
        }
        self.ready_certificates().await?;
        let serial = self.inner.platform.newest(self.now()).map(|key| key.serial().to_owned());
        let encoded = Encoded::raw(method, target.to_owned(), body.into(), serial);
        Box::pin(self.exchange(&encoded, &mut ())).await.map(|received| Answer::new((), received))
    }
}

//! A request that no declaration describes: signed, sent and verified like every other.

use std::borrow::Cow;

use bytes::Bytes;
use http::Method;

use super::{Answer, Client};
use crate::encoded::target::{check, path};
use crate::encoded::{Content, Encoded};
use crate::endpoint::HostRole;
use crate::error::{EncodeError, Error};

impl Client {
    /// Sends a request that no declaration describes, and returns the verified answer, to be read from [`Answer::body`].
    ///
    /// `target` is path and query as they are signed and sent, percent-encoded; `body` is JSON, or empty. Nothing is validated,
    /// encrypted or decrypted. Only a `GET` is repeated, since another request may not be safe to repeat.
    ///
    /// # Errors
    /// As [`Client::send`]; nothing is sent if a URL library would rewrite `target`.
    pub async fn send_raw(&self, method: Method, target: &str, body: impl Into<Bytes>) -> Result<Answer<()>, Error> {
        if let Err(problem) = check(target) {
            return Err(EncodeError::Target { target: target.into(), problem }.not_sent());
        }
        self.ready_certificates().await?;
        let encoded = self.encode_line(method, path(target).to_owned(), target.to_owned());
        let encoded = encoded.with_content(Content::of(body.into())).undeclared();
        Box::pin(self.exchange(&encoded, HostRole::Domestic, &mut ())).await.map(|received| Answer::new((), received))
    }

    /// A request line without content, of this client's merchant.
    pub(super) fn encode_line(
        &self,
        method: Method,
        template: impl Into<Cow<'static, str>>,
        target: String,
    ) -> Encoded {
        let serial = self.inner.platform.newest(self.now()).map(|key| key.serial().to_owned());
        Encoded::new(method, template, target, self.inner.caller.clone(), serial)
    }
}

//! Signing: from an encoded request to one that can be sent once.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Request};

use super::Client;
use crate::encoded::Encoded;
use crate::error::{EncodeError, Error, ErrorKind, Outcome, SignError};
use crate::keys::Merchant;
use crate::sign::{Scheme, authorization, nonce, request_message, sign};
use crate::verify::SERIAL;

impl Client {
    /// Signs the request for `host` with the current time.
    pub(super) async fn sign(&self, encoded: &Encoded, host: &str) -> Result<Request<Bytes>, Error> {
        let nonce = nonce().map_err(|error| not_signed(SignError::Signer(error)))?;
        let mut request = sign_request(&self.inner.merchant, encoded, host, self.now(), &nonce).await?;
        request.headers_mut().insert(USER_AGENT, self.inner.user_agent.clone());
        if let Some(telling) = self.telling.as_ref().filter(|_| !encoded.body().is_empty()) {
            request.extensions_mut().insert(telling.clone());
        }
        Ok(request)
    }
}

/// The request for `host`, signed by `merchant` at `time`, in seconds since 1970. The same arguments give the same request if the
/// signer is deterministic, as RSA with PKCS#1 v1.5 is.
async fn sign_request(
    merchant: &Merchant,
    encoded: &Encoded,
    host: &str,
    time: i64,
    nonce: &str,
) -> Result<Request<Bytes>, Error> {
    let wanted = Scheme::of_path(encoded.target());
    if wanted != merchant.scheme {
        return Err(not_signed(SignError::OtherScheme { needed: wanted, given: merchant.scheme }));
    }
    let time = time.to_string();
    let message = request_message(encoded.method().as_str(), encoded.target(), &time, nonce, encoded.signed());
    let signature = sign(&*merchant.signer, &message).await.map_err(|error| not_signed(SignError::Signer(error)))?;
    let credentials = authorization(merchant.scheme, &merchant.id, &merchant.serial, &time, nonce, &signature);

    let not_written = |error: http::Error| EncodeError::Http(error).not_sent();
    let mut request = Request::builder()
        .method(encoded.method())
        .uri([host, encoded.target()].concat())
        .body(encoded.body().clone())
        .map_err(not_written)?;
    let headers = request.headers_mut();
    headers.reserve(encoded.headers().len() + OWN_HEADERS);
    headers.extend(encoded.headers().iter().map(|(name, value)| (name.clone(), value.clone())));
    headers.insert(ACCEPT, const { HeaderValue::from_static("application/json") });
    if !encoded.body().is_empty() && !encoded.headers().contains_key(CONTENT_TYPE) {
        headers.insert(CONTENT_TYPE, const { HeaderValue::from_static("application/json") });
    }
    let mut credentials = HeaderValue::try_from(credentials).map_err(|error| not_written(error.into()))?;
    credentials.set_sensitive(true);
    headers.insert(AUTHORIZATION, credentials);
    if let Some(serial) = encoded.serial() {
        let serial = HeaderValue::try_from(serial).map_err(|error| not_written(error.into()))?;
        headers.insert(&SERIAL, serial);
    }
    Ok(request)
}

fn not_signed(error: SignError) -> Error {
    Error::new(ErrorKind::Sign(error), Outcome::NotSent)
}

/// The number of headers that are added to those of the endpoint.
const OWN_HEADERS: usize = 5;

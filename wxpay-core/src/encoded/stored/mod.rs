//! The stored form of a request.
//!
//! ```text
//! wxpay-encoded 1 LENGTH CRC32      the form's version, and the length and the CRC-32 of all that follows
//! {"method":"POST", ..}             everything but the body, as one line of JSON
//! BODY                              the body as it is sent
//! ```
//!
//! It is text, so that a person who looks into a database can read it; the body is stored unchanged, so that a video does not
//! grow. Each request has exactly one spelling: reading and writing give the same bytes. A newer version of this crate reads the
//! older versions of the form; an older one recognizes a newer form by the number.

mod read;
mod write;

use flate2::Crc;

use super::Encoded;

pub use self::read::HeadProblem;

impl Encoded {
    /// The stored form of the request, for a file or a column of bytes. It does not depend on when or where it is written.
    ///
    /// It has everything that is sent except the signature, with sensitive members encrypted, and no key. Other personal data,
    /// such as openids, is readable. Anybody who can write such bytes where they are read can have requests signed: protect them
    /// like your accounts.
    ///
    /// ```no_run
    /// use wxpay_core::Encoded;
    /// # use wxpay_core::client::Client;
    /// # use wxpay_core::endpoint::Endpoint;
    /// # fn store<E: Endpoint>(client: &Client, transfer: &E) -> Result<(), Box<dyn std::error::Error>> {
    ///
    /// // Before it is sent:
    /// std::fs::write("transfer-20260101.wxpay", client.encode(transfer)?.to_bytes())?;
    /// # Ok(())
    /// # }
    /// # async fn again<E: Endpoint>(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    /// // By another process, with a client of its own:
    /// let encoded = Encoded::from_bytes(&std::fs::read("transfer-20260101.wxpay")?)?;
    /// client.resend::<E>(&encoded).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let (head, body) = (write::head(self), self.body());
        let mut crc = Crc::new();
        [head.as_bytes(), b"\n", body].into_iter().for_each(|part| crc.update(part));
        let first = format!("{MAGIC} {VERSION} {} {:08x}\n", head.len() + 1 + body.len(), crc.sum());
        [first.as_bytes(), head.as_bytes(), b"\n", body].concat()
    }

    /// Reads the bytes of [`to_bytes`](Self::to_bytes), from this version of the crate or an older one.
    ///
    /// The bytes are not trusted. They are accepted only if nothing is missing or was changed by accident, which a CRC-32 shows,
    /// and also the fingerprint if nothing is encrypted; if the request can be sent unchanged, and to WeChat Pay alone; and if
    /// the answer has to repeat the path and the business number that are sent. They cannot prove that nobody has changed them on
    /// purpose. At most 64 MiB are accepted.
    ///
    /// # Errors
    /// The bytes are not a stored request, not complete, or of a newer version; or no client has encoded such a request.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StoredError> {
        if bytes.len() > LONGEST {
            return Err(StoredError::TooLarge { limit: LONGEST });
        }
        let encoded = read::request(read::checked(bytes)?)?;
        if encoded.to_bytes() != bytes { Err(StoredError::Spelling) } else { Ok(encoded) }
    }
}

/// Bytes that are not a stored request, or not one that may be sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoredError {
    /// The bytes do not begin like a stored request.
    #[error("not a stored request: expected `wxpay-encoded` and a version at its beginning")]
    Foreign,
    /// The bytes were written by a later version of this crate.
    #[error("stored by a newer version of wxpay, in form {version}; this one reads form 1")]
    Newer {
        /// The version of the form.
        version: u32,
    },
    /// There are more bytes than were stored, or fewer.
    #[error("not as it was stored: expected {expected} bytes after the first line, found {found}")]
    Length {
        /// Number of bytes that were stored.
        expected: u64,
        /// Number of bytes that were found.
        found: u64,
    },
    /// The bytes were changed after they were stored.
    #[error("changed since it was stored: the checksum does not match")]
    Checksum,
    /// There are more bytes than a request has.
    #[error("a stored request has at most {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The head is not a JSON object.
    #[error("the head is not a JSON object on a line of its own")]
    Head,
    /// A member of the head is missing, or has a value that no request has.
    #[error("`{member}` {problem}")]
    Member {
        /// The member's name.
        member: &'static str,
        /// The rule that it breaks.
        problem: HeadProblem,
    },
    /// The fingerprint is that of another request.
    #[error("the fingerprint is that of another request")]
    Fingerprint,
    /// The request may be sent, but is not spelled as this crate spells it.
    #[error("not written by wxpay, which spells the same request differently")]
    Spelling,
}

const MAGIC: &str = "wxpay-encoded";
const VERSION: u32 = 1;
/// More than any upload that WeChat Pay accepts.
const LONGEST: usize = 64 << 20;

#[cfg(all(test, any(feature = "aws-lc", feature = "rustcrypto")))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

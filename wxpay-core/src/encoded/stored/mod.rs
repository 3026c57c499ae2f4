//! The stored form of a request.
//!
//! ```text
//! wxpay-encoded 1 LENGTH CRC32      the form's version, and the length and the CRC-32 of all that follows
//! {"method":"POST", ..}             everything but the body, as one line of JSON
//! BODY                              the body as it is sent
//! ```
//!
//! Text, so that whoever looks into a database sees what it is; the body as it is, so that a video is no larger than it has to
//! be. There is one spelling of each request: what is read and written again is the same bytes. A newer version of this crate
//! reads the older versions of the form; an older one sees by the number that it cannot.

mod read;
mod write;

use flate2::Crc;

use super::Encoded;

pub use self::read::HeadProblem;

impl Encoded {
    /// The stored form of the request: for a file, or a column of bytes. It does not depend on when or where it is written.
    ///
    /// It has everything that is sent but the signature, sensitive members encrypted, and no key. What is not sensitive to WeChat
    /// Pay is there as it is, such as openids. Whoever can write such bytes where they are read can have requests signed: keep
    /// them as you keep your books.
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

    /// Reads what [`to_bytes`](Self::to_bytes) has written, in this version of the crate or an older one.
    ///
    /// The bytes are taken for what anybody may have written. They are taken only if nothing is missing or was changed by
    /// accident, which a CRC-32 tells, and the fingerprint too where nothing is encrypted; if what they say can be sent as it is
    /// and to WeChat Pay alone; and if the answer has to repeat the path and the business number that are sent. That nobody has
    /// changed them on purpose they cannot prove. At most 64 MiB are taken.
    ///
    /// # Errors
    /// They are not a stored request, or not a whole one, or one of a newer version; or one that no client has encoded.
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
    /// They begin otherwise.
    #[error("not a stored request: expected `wxpay-encoded` and a version at its beginning")]
    Foreign,
    /// A later version of this crate has written them.
    #[error("stored by a newer version of wxpay, in form {version}; this one reads form 1")]
    Newer {
        /// The version of the form.
        version: u32,
    },
    /// There are more of them, or fewer, than were stored.
    #[error("not as it was stored: {expected} bytes were stored behind the first line, and there are {found}")]
    Length {
        /// As many as were stored.
        expected: u64,
        /// As many as there are.
        found: u64,
    },
    /// They were changed since they were stored.
    #[error("changed since it was stored: the checksum is another")]
    Checksum,
    /// They are more than a request has.
    #[error("a stored request has at most {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// Their head is no JSON object.
    #[error("the head is not a JSON object on a line of its own")]
    Head,
    /// A member of the head is missing, or says what no request has.
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
    /// They say what a request may say, in another spelling than this crate's.
    #[error("written by something else than wxpay: the same request is spelled otherwise")]
    Spelling,
}

const MAGIC: &str = "wxpay-encoded";
const VERSION: u32 = 1;
/// No upload that WeChat Pay takes comes near it.
const LONGEST: usize = 64 << 20;

#[cfg(all(test, any(feature = "aws-lc", feature = "rustcrypto")))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests;

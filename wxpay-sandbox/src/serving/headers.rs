//! Headers as the real gateway writes them, down to the letter case of their names. HTTP calls names equal in any case, but official SDKs
//! keep them in a map that is case-sensitive, and WeChat Pay's own servers never show them that this is wrong.

use std::io;

use http::{Extensions, HeaderName, HeaderValue};
use http_body_util::Empty;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::error::Failure;
use crate::keys::credentials::hex;

/// What makes hyper write the names in [`HEAD`] as they stand there, when it is among the extensions of a request or an
/// answer.
///
/// hyper keeps such a map of what it read, and has no other way to make one: so it reads them once.
pub(crate) async fn spelling() -> io::Result<Extensions> {
    let (ours, mut theirs) = tokio::io::duplex(1024);
    let (mut sender, connection) = http1::Builder::new()
        .preserve_header_case(true)
        .handshake(TokioIo::new(ours))
        .await
        .map_err(io::Error::other)?;
    let answered = async {
        // hyper ends a connection on which an answer comes before the request.
        theirs.read_u8().await?;
        theirs.write_all(HEAD.as_bytes()).await?;
        theirs.flush().await?;
        // Nothing more comes, and the connection stays until the answer is read.
        std::future::pending::<io::Result<Extensions>>().await
    };
    let asked = async {
        let answer = sender.send_request(http::Request::new(Empty::<bytes::Bytes>::new())).await;
        Ok(answer.map_err(io::Error::other)?.into_parts().0.extensions)
    };
    tokio::select! {
        extensions = asked => extensions,
        failed = answered => failed,
        _ = connection => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// An opaque part, and behind its last dash the internal error code, `0` when all is well.
pub(crate) fn request_id(numeric: u64) -> Result<HeaderValue, Failure> {
    let id = format!("08{}-{numeric}", hex(18)?);
    HeaderValue::try_from(id).map_err(Failure::writing)
}

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// Whatever is not named here is written with a capital letter at each word's begin, which is how the gateway writes the
/// others. The names are those of the official sample answers.
const HEAD: &str = "HTTP/1.1 204 No Content\r\nRequest-ID: 0\r\n\r\n";
/// Says that an answer is an example, the same for every request.
pub(crate) const ANSWER: HeaderName = HeaderName::from_static("sandbox-answer");

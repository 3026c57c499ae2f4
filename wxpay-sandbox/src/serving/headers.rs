//! Headers as the real gateway writes them, including the letter case of their names. In HTTP names are equal in any case, but
//! official SDKs keep them in a case-sensitive map, and WeChat Pay's own servers never reveal that mistake.

use std::io;

use http::{Extensions, HeaderName, HeaderValue};
use http_body_util::Empty;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::error::Failure;
use crate::keys::credentials::hex;

/// An extension of a request or an answer that makes hyper write header names as in [`HEAD`].
///
/// hyper makes such a map only from headers that it reads, so this lets hyper read them once.
pub(crate) async fn spelling() -> io::Result<Extensions> {
    let (ours, mut theirs) = tokio::io::duplex(1024);
    let (mut sender, connection) = http1::Builder::new()
        .preserve_header_case(true)
        .handshake(TokioIo::new(ours))
        .await
        .map_err(io::Error::other)?;
    let answered = async {
        // hyper closes a connection whose answer comes before the request.
        theirs.read_u8().await?;
        theirs.write_all(HEAD.as_bytes()).await?;
        theirs.flush().await?;
        // Keeps the connection open until the answer is read.
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

/// A Request-ID: an opaque part, and after its last dash the internal error code, which is `0` for a success.
pub(crate) fn request_id(numeric: u64) -> Result<HeaderValue, Failure> {
    let id = format!("08{}-{numeric}", hex(18)?);
    HeaderValue::try_from(id).map_err(Failure::writing)
}

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");

/// Names with a special spelling, taken from the official sample answers. All others are written with a capital letter at the
/// start of each word, as the gateway does.
const HEAD: &str = "HTTP/1.1 204 No Content\r\nRequest-ID: 0\r\n\r\n";
/// Marks an answer as an example, the same for every request.
pub(crate) const ANSWER: HeaderName = HeaderName::from_static("sandbox-answer");

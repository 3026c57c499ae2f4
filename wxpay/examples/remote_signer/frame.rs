//! What goes over the socket: a length in four bytes, big-endian, and so many bytes, the first of which says what the
//! others are. One question, one answer, then the next.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use wxpay::crypto::Zeroizing;

/// A question: the signature over the others, RSASSA-PKCS1-v1_5 with SHA-256.
pub(crate) const SIGN: u8 = 1;
/// A question: what the others hide, RSAES-OAEP with SHA-1.
pub(crate) const DECRYPT: u8 = 2;
/// A question: the public half of the key, as SPKI in DER.
pub(crate) const PUBLIC_KEY: u8 = 3;
/// An answer: the others are what was asked for.
pub(crate) const DONE: u8 = 16;
/// An answer: the others say why not.
pub(crate) const FAILED: u8 = 17;

/// Writes one frame.
pub(crate) async fn write(stream: &mut (impl AsyncWrite + Unpin), kind: u8, content: &[u8]) -> io::Result<()> {
    let length = u32::try_from(content.len() + 1).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| wrong(format!("{} bytes are too many", content.len())))?;
    // In one piece, and wiped: it may be what was decrypted.
    let mut frame = Zeroizing::new(Vec::with_capacity(content.len() + 5));
    frame.extend_from_slice(&length.to_be_bytes());
    frame.push(kind);
    frame.extend_from_slice(content);
    stream.write_all(&frame).await
}

/// Reads one frame; `None` if the other side has closed the connection before it.
pub(crate) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<(u8, Zeroizing<Vec<u8>>)>> {
    let mut length = [0; 4];
    if stream.read(&mut length[..1]).await? == 0 {
        return Ok(None);
    }
    stream.read_exact(&mut length[1..]).await?;
    let length = u32::from_be_bytes(length);
    if !(1..=LONGEST).contains(&length) {
        return Err(wrong(format!("a frame of {length} bytes")));
    }
    let kind = stream.read_u8().await?;
    let mut content = Zeroizing::new(vec![0; length as usize - 1]);
    stream.read_exact(&mut content).await?;
    Ok(Some((kind, content)))
}

pub(crate) fn wrong(problem: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

/// The largest frame: what is signed contains the request's body.
const LONGEST: u32 = 1 << 20;

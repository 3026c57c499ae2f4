//! The protocol on the socket. A frame is a length in four bytes, big-endian, then that number of bytes: one byte for the
//! kind, the others for the content. Each question gets one answer before the next question.

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use wxpay::crypto::Zeroizing;

/// A question: sign the content with RSASSA-PKCS1-v1_5 and SHA-256.
pub(crate) const SIGN: u8 = 1;
/// A question: decrypt the content with RSAES-OAEP and SHA-1.
pub(crate) const DECRYPT: u8 = 2;
/// A question: the public key, as SPKI in DER.
pub(crate) const PUBLIC_KEY: u8 = 3;
/// An answer: the content is the result.
pub(crate) const DONE: u8 = 16;
/// An answer: the content is the reason of the failure, as text.
pub(crate) const FAILED: u8 = 17;

/// Writes one frame.
pub(crate) async fn write(stream: &mut (impl AsyncWrite + Unpin), kind: u8, content: &[u8]) -> io::Result<()> {
    let length = u32::try_from(content.len() + 1).ok().filter(|length| *length <= LONGEST);
    let length = length.ok_or_else(|| wrong(format!("{} bytes are too many", content.len())))?;
    // In one piece, and zeroized: the content may be a decrypted secret.
    let mut frame = Zeroizing::new(Vec::with_capacity(content.len() + 5));
    frame.extend_from_slice(&length.to_be_bytes());
    frame.push(kind);
    frame.extend_from_slice(content);
    stream.write_all(&frame).await
}

/// Reads one frame; `None` if the other side closed the connection before the frame began.
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

/// Largest length of a frame, in bytes. A message to sign contains the request's body.
const LONGEST: u32 = 1 << 20;

//! The end of an HTTP/1.1 message.

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;

/// Reads one message with a body of `Content-Length`; `None` at the end of the connection.
pub(super) async fn message(stream: &mut TcpStream) -> std::io::Result<Option<Vec<u8>>> {
    let mut message = Vec::new();
    let mut piece = [0; 4096];
    loop {
        if complete_length(&message).is_some_and(|length| message.len() >= length) {
            return Ok(Some(message));
        }
        let count = stream.read(&mut piece).await?;
        if count == 0 {
            return Ok(None);
        }
        message.extend(piece.iter().take(count));
    }
}

/// Length of the message, once its head is there.
fn complete_length(message: &[u8]) -> Option<usize> {
    let head = body_start(message)?;
    let text = std::str::from_utf8(message.get(..head)?).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    Some(head + length.unwrap_or(0))
}

/// Position of the body in an HTTP/1.1 message, once its head is there.
#[must_use]
pub fn body_start(message: &[u8]) -> Option<usize> {
    message.windows(4).position(|window| window == b"\r\n\r\n").map(|end| end + 4)
}

/// The middle of a message's body, or of its head if there is no body.
pub(super) fn middle(message: &[u8]) -> usize {
    let body = body_start(message).filter(|start| *start < message.len()).unwrap_or(0);
    body + (message.len() - body) / 2
}

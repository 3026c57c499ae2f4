//! A proxy for clients that can only call WeChat Pay's hosts: it opens tunnels to those hosts, and all of them end here.

use std::io;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use wxpay::server::HOSTS;

/// Returns the connection when a TLS handshake is next on it: at once, or after a `CONNECT` to one of WeChat Pay's hosts.
/// Anything else is answered with the reason, and the result is `None`.
pub(crate) async fn admitted(mut stream: TcpStream) -> io::Result<Option<TcpStream>> {
    let mut first = [0];
    let begun = stream.peek(&mut first).await?;
    if begun == 0 || first == [HANDSHAKE] {
        return Ok(Some(stream));
    }
    match judged(&head(&mut stream).await?) {
        Ok(()) => {
            stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await?;
            Ok(Some(stream))
        }
        Err(reason) => {
            let length = reason.len();
            let answer = format!(
                "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n\
                 Connection: close\r\n\r\n{reason}"
            );
            stream.write_all(answer.as_bytes()).await?;
            stream.shutdown().await?;
            Ok(None)
        }
    }
}

/// Reads a request's head, and nothing behind it: the rest belongs to the handshake.
async fn head(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while head.len() < LARGEST && !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(head)
}

/// Checks a `CONNECT`; an error is the reason that no tunnel is opened.
fn judged(head: &[u8]) -> Result<(), String> {
    let line = head.split(|byte| *byte == b'\r').next().unwrap_or_default();
    let line = String::from_utf8_lossy(line);
    let mut words = line.split(' ');
    let (Some("CONNECT"), Some(target), Some("HTTP/1.1" | "HTTP/1.0"), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return Err(
            "This port of the WeChat Pay sandbox speaks https. As a proxy it accepts only CONNECT.\n".to_owned()
        );
    };
    let known = target.rsplit_once(':').filter(|(_, port)| *port == "443");
    match known.is_some_and(|(host, _)| HOSTS.iter().any(|known| known.eq_ignore_ascii_case(host))) {
        true if head.ends_with(b"\r\n\r\n") => Ok(()),
        true => Err("The headers of this CONNECT are too large.\n".to_owned()),
        false => Err(format!(
            "The WeChat Pay sandbox is a proxy for {} at port 443 only: give it to the one process that \
             calls WeChat Pay, and name other hosts in NO_PROXY.\n",
            HOSTS.join(", ")
        )),
    }
}

/// The first byte of a TLS handshake (<https://www.rfc-editor.org/rfc/rfc8446#section-5.1>).
const HANDSHAKE: u8 = 22;
/// Size limit of a `CONNECT` head, in bytes.
const LARGEST: usize = 8 << 10;

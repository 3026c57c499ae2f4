//! Redirects, and answers without an end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use wxpay::error::{ErrorKind, Outcome};
use wxpay_sandbox::Sandbox;
use wxpay_tests::wire::Raw;

use crate::transport::{ONCE, numbered};

#[tokio::test]
async fn nobody_is_followed_elsewhere() {
    let sandbox = Sandbox::start().await.unwrap();
    let elsewhere = Raw::saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".to_owned()).await;
    for status in [301, 302, 303, 307, 308] {
        let target = format!("{}/v3/test/numbered", elsewhere.url);
        let answer = format!("HTTP/1.1 {status} Elsewhere\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n");
        let server = Raw::saying(answer).await;
        let client = sandbox.client_builder().hosts([&server.url]).build().unwrap();
        let error = client.send(&numbered("A1")).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::UnexpectedStatus), "{error}");
        assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1), "{error}");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
        // The signed request went to the one host only.
        assert!(server.heads()[0].to_lowercase().contains("\r\nauthorization: wechatpay2-"));
        assert_eq!((server.visits(), elsewhere.visits()), (1, 0));
    }
}

const LIMIT: usize = 64 << 10;
const PIECE: usize = 16 << 10;

/// Sends `piece` for ever, and counts.
async fn endless(mut stream: TcpStream, head: &str, piece: Vec<u8>, sent: Arc<AtomicUsize>) -> std::io::Result<()> {
    stream.write_all(head.as_bytes()).await?;
    loop {
        stream.write_all(&piece).await?;
        sent.fetch_add(1, Ordering::Relaxed);
    }
}

#[tokio::test]
async fn an_answer_is_not_read_past_the_limit_whether_it_says_its_length_or_not() {
    let sandbox = Sandbox::start().await.unwrap();
    let declared = ("Content-Length: 1000000000000", vec![b' '; PIECE]);
    let chunk = [format!("{PIECE:x}\r\n").as_bytes(), &[b' '; PIECE], b"\r\n"].concat();
    for (length, piece) in [declared, ("Transfer-Encoding: chunked", chunk), ("Connection: close", vec![b' '; PIECE])] {
        let sent = Arc::<AtomicUsize>::default();
        let (head, counter) = (format!("HTTP/1.1 200 OK\r\n{length}\r\n\r\n"), sent.clone());
        let server = Raw::start(move |stream| {
            let (head, piece, sent) = (head.clone(), piece.clone(), counter.clone());
            async move { endless(stream, &head, piece, sent).await }
        })
        .await;
        let client = sandbox.client_builder().hosts([&server.url]).retry(ONCE).answer_limit(LIMIT).build().unwrap();
        let error = client.send(&numbered("A1")).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::TooLarge(LIMIT)), "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
        // The connection is closed and not read further: the server can send only what the kernel buffers.
        let mut before = usize::MAX;
        while before != sent.load(Ordering::Relaxed) {
            before = sent.load(Ordering::Relaxed);
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        assert!(before * PIECE < 64 << 20, "{length}: {before} pieces");
    }
}

#[tokio::test]
async fn an_answer_as_large_as_the_limit_is_read() {
    let sandbox = Sandbox::builder().endpoint(crate::transport::answer).start().await.unwrap();
    let text = "x".repeat(1000);
    let exactly = serde_json::json!({ "text": text }).to_string().len();
    for (limit, fits) in [(exactly, true), (exactly - 1, false)] {
        let client = sandbox.client_builder().answer_limit(limit).retry(ONCE).build().unwrap();
        assert_eq!(client.send(&numbered(&text)).await.is_ok(), fits, "{limit}");
    }
}

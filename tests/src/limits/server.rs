//! A cheap WeChat Pay: HTTP/1.1 over a bare socket, with one answer that is signed anew every few seconds.

use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::Duration;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::{ANSWER, PLATFORM_ID, Parties, der, now};

/// Serves on a free port, prints the port on standard output, and ends when standard input ends.
///
/// # Errors
/// No port is free, or standard output is closed.
pub fn serve(parties: &Parties) -> io::Result<()> {
    std::thread::spawn(|| {
        let ended = io::copy(&mut io::stdin(), &mut io::sink());
        std::process::exit(i32::from(ended.is_err()));
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let key = KeyPair::from_pkcs8(&der(&parties.platform_key)).expect("an RSA key");
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("{}", listener.local_addr()?.port());
        io::stdout().flush()?;
        let (fresh, answer) = watch::channel(signed(&key));
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(SIGNED_EVERY).await;
                fresh.send_replace(signed(&key));
            }
        });
        loop {
            let (connection, _) = listener.accept().await?;
            connection.set_nodelay(true)?;
            // The client notices a broken connection by itself.
            tokio::spawn(answer_all(connection, answer.clone()));
        }
    })
}

async fn answer_all(mut connection: TcpStream, answer: watch::Receiver<Arc<[u8]>>) -> io::Result<()> {
    let mut received = Vec::with_capacity(4096);
    loop {
        while let Some(length) = request_length(&received) {
            received.drain(..length);
            let bytes = Arc::clone(&answer.borrow());
            connection.write_all(&bytes).await?;
        }
        if connection.read_buf(&mut received).await? == 0 {
            return Ok(());
        }
    }
}

/// The length of the first request, once it has arrived completely.
fn request_length(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let name = b"content-length:";
    let lines = received.get(..head)?.split(|byte| *byte == b'\n');
    let length = lines.filter_map(|line| line.split_at_checked(name.len())).find_map(|(start, value)| {
        let value = start.eq_ignore_ascii_case(name).then_some(value)?;
        std::str::from_utf8(value).ok()?.trim().parse::<usize>().ok()
    });
    let whole = head + length.unwrap_or(0);
    (received.len() >= whole).then_some(whole)
}

/// The whole answer, as bytes of HTTP.
fn signed(key: &KeyPair) -> Arc<[u8]> {
    let headers = signature_headers(key);
    let headers = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect::<String>();
    let length = ANSWER.len();
    format!(
        "HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\nKeep-Alive: timeout=8\r\nCache-Control: no-cache, must-revalidate\r\n\
         Request-ID: 08F78BB5AF0610D302189F8CB0D10118A9A5A0AD05-0\r\n{headers}\r\n{ANSWER}"
    )
    .into_bytes()
    .into()
}

/// The headers of an answer signed now.
#[must_use]
pub fn signature_headers(key: &KeyPair) -> [(&'static str, String); 5] {
    let (timestamp, nonce) = (now().to_string(), "c5ac7061fccab6bf3e254dcf98995b8c");
    let mut signature = vec![0; key.public_modulus_len()];
    let message = format!("{timestamp}\n{nonce}\n{ANSWER}\n");
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message.as_bytes(), &mut signature).expect("a signature");
    [
        ("Wechatpay-Timestamp", timestamp),
        ("Wechatpay-Nonce", nonce.to_owned()),
        ("Wechatpay-Serial", PLATFORM_ID.to_owned()),
        ("Wechatpay-Signature", BASE64.encode(signature)),
        ("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048".to_owned()),
    ]
}

/// Far below the 300 s after which the answer is too old.
const SIGNED_EVERY: Duration = Duration::from_secs(5);

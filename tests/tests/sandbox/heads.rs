//! The heads that the sandbox sends, byte for byte as WeChat Pay sends them. HTTP ignores the case of names; the official Java
//! client does not, and verifies nothing if they differ.

use std::sync::Arc;
use std::time::Duration;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio_rustls::{TlsAcceptor, TlsConnector};
use wxpay::client::Client;
use wxpay_sandbox::Sandbox;
use wxpay_tests::{in_a_process_of_its_own, order};

/// An answer as <https://pay.weixin.qq.com/docs/merchant/development/interface-rules/build-verify-sign-src.html> shows it, with
/// the `Date` of <https://pay.weixin.qq.com/wiki/doc/api_external/ch/wechatpay/wechatpay4_1.shtml>. `..` stands for a value that
/// varies.
const ANSWER: [&str; 14] = [
    "Cache-Control: no-cache, must-revalidate",
    "Connection: keep-alive",
    "Content-Language: zh-CN",
    "Content-Length: ..",
    "Content-Type: application/json; charset=utf-8",
    "Date: ..",
    "Keep-Alive: timeout=8",
    "Request-ID: ..",
    "Wechatpay-Nonce: ..",
    "Wechatpay-Serial: ..",
    "Wechatpay-Signature-Type: WECHATPAY2-SHA256-RSA2048",
    "Wechatpay-Signature: ..",
    "Wechatpay-Timestamp: ..",
    "X-Content-Type-Options: nosniff",
];

/// A notification as <https://developers.weixin.qq.com/community/develop/doc/0008a2e30f89c8103631c2b636ac00> shows it.
const NOTIFICATION: [&str; 12] = [
    "Accept: */*",
    "Content-Length: ..",
    "Content-Type: application/json",
    "Host: ..",
    "Pragma: no-cache",
    "Request-ID: ..",
    "User-Agent: Mozilla/4.0",
    "Wechatpay-Nonce: ..",
    "Wechatpay-Serial: ..",
    "Wechatpay-Signature-Type: WECHATPAY2-SHA256-RSA2048",
    "Wechatpay-Signature: ..",
    "Wechatpay-Timestamp: ..",
];

#[tokio::test]
async fn an_answer_is_spelled_as_the_real_one() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let stream = TcpStream::connect(sandbox.address()).await.unwrap();
    assert_spelled(answered(stream, &client).await, &ANSWER);
}

#[tokio::test]
async fn an_answer_behind_tls_is_spelled_as_the_real_one() {
    let sandbox = Sandbox::builder().tls(true).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let authority = sandbox.tls_authority().unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(authority.as_bytes()).unwrap()).unwrap();
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let stream = TcpStream::connect(sandbox.address()).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap();
    assert_spelled(answered(stream, &client).await, &ANSWER);
}

/// The connection ends after an answer if the client asks for it.
#[tokio::test]
async fn whoever_asks_that_the_connection_ends_is_told_that_it_does() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    stream.write_all(b"GET /v3/certificates HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await.unwrap();
    let head = head(&mut stream).await;
    assert!(head.contains("\r\nConnection: close\r\n"), "{head}");
}

#[tokio::test]
async fn a_notification_is_spelled_as_the_real_one() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = paid(&format!("http://{}/", listener.local_addr().unwrap())).await;
    let (mut stream, _) = listener.accept().await.unwrap();
    assert_spelled(head(&mut stream).await, &NOTIFICATION);
    drop(sandbox);
}

/// Runs in a process of its own, because a process has one list of trusted authorities.
#[test]
fn a_notification_by_https_is_spelled_as_the_real_one() {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let [believed, key] = ["believed.pem", "key.pem"].map(|name| folder.path().join(name));
    std::fs::write(&believed, cert.pem()).unwrap();
    std::fs::write(&key, signing_key.serialize_pem()).unwrap();
    let mut notified = in_a_process_of_its_own("heads::notified_by_https");
    let output = notified.env("SSL_CERT_FILE", &believed).env("KEY_FILE", &key).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[tokio::test]
#[ignore = "the test above runs it"]
async fn notified_by_https() {
    let file = |name: &str| std::fs::read(std::env::var_os(name).unwrap()).unwrap();
    let certificate = CertificateDer::from_pem_slice(&file("SSL_CERT_FILE")).unwrap();
    let key = PrivateKeyDer::from_pem_slice(&file("KEY_FILE")).unwrap();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let sandbox = paid(&format!("https://{}/", listener.local_addr().unwrap())).await;
    let (stream, _) = listener.accept().await.unwrap();
    let mut stream = TlsAcceptor::from(Arc::new(config)).accept(stream).await.unwrap();
    assert_spelled(head(&mut stream).await, &NOTIFICATION);
    drop(sandbox);
}

/// The head of the answer to an order.
async fn answered(mut stream: impl AsyncRead + AsyncWrite + Unpin, client: &Client) -> String {
    let request = client.prepare(&order(client, "20260101000001")).await.unwrap();
    let mut written = format!("{} {} HTTP/1.1\r\nHost: localhost\r\n", request.method(), request.uri().path());
    for (name, value) in request.headers() {
        written += &format!("{name}: {}\r\n", value.to_str().unwrap());
    }
    written += &format!("Content-Length: {}\r\n\r\n", request.body().len());
    stream.write_all(&[written.as_bytes(), request.body()].concat()).await.unwrap();
    let head = head(&mut stream).await;
    let (status, fields) = head.split_once("\r\n").unwrap();
    assert_eq!(status, "HTTP/1.1 200 OK");
    fields.to_owned()
}

/// A sandbox with a paid order whose notification goes to `notify_url`.
async fn paid(notify_url: &str) -> Sandbox {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let mut order = order(&client, "20260101000001");
    order.notify_url = notify_url.to_owned();
    client.send(&order).await.unwrap();
    sandbox.pay_order("20260101000001").unwrap();
    sandbox
}

/// Reads a head: the lines before the body.
async fn head(stream: &mut (impl AsyncRead + Unpin)) -> String {
    let mut head = Vec::new();
    let read = async {
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
    };
    tokio::time::timeout(Duration::from_secs(20), read).await.unwrap();
    String::from_utf8(head).unwrap()
}

/// Checks that each line occurs once, to the byte, and that there are no others.
#[track_caller]
fn assert_spelled(head: String, expected: &[&str]) {
    let varying = |name: &str| expected.contains(&&*format!("{name}: .."));
    let line = |line: &str| match line.split_once(": ") {
        Some((name, value)) if varying(name) && !value.is_empty() => format!("{name}: .."),
        _ => line.to_owned(),
    };
    let lines = head.lines().filter(|line| !line.is_empty() && !line.starts_with("POST "));
    let mut lines: Vec<_> = lines.map(line).collect();
    lines.sort();
    assert_eq!(lines, expected);
}

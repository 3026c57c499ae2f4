//! A sandbox behind TLS, and the certificate authority of its certificate.

use std::convert::Infallible;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, Request, Response, Version};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use wxpay::client::Builder;
use wxpay::transport::{Options, Proxy, Reqwest, Transport as _};
use wxpay_sandbox::Sandbox;

use crate::transport::{Answer, Numbered};

/// A server with TLS, which passes every request on to a sandbox.
pub(crate) struct Secure {
    pub(crate) url: String,
    /// The authority's certificate, as PEM.
    pub(crate) authority: String,
    pub(crate) sandbox: Sandbox,
    seen: Arc<Mutex<Vec<(Version, HeaderMap)>>>,
    connections: Arc<AtomicUsize>,
}

impl Secure {
    /// Starts a server that offers these protocols (`h2`, `http/1.1`).
    pub(crate) async fn offering(protocols: &[&str]) -> Self {
        let sandbox = Sandbox::builder().endpoint(crate::transport::answer).start().await.unwrap();
        let (authority, acceptor) = tls(protocols);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("https://localhost:{}", listener.local_addr().unwrap().port());
        let seen = Arc::<Mutex<Vec<_>>>::default();
        let connections = Arc::<AtomicUsize>::default();
        let (record, counter, to) = (seen.clone(), connections.clone(), sandbox.url());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::Relaxed);
                let (acceptor, record, to) = (acceptor.clone(), record.clone(), to.clone());
                tokio::spawn(async move {
                    // A client that does not trust the certificate hangs up.
                    let Ok(stream) = acceptor.accept(stream).await else { return };
                    let service = service_fn(move |request| passed_on(request, record.clone(), to.clone()));
                    let _ =
                        auto::Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(stream), service).await;
                });
            }
        });
        Self { url, authority, sandbox, seen, connections }
    }

    /// A client for the server, which sends once and does not know the authority.
    pub(crate) fn client(&self) -> Builder {
        self.sandbox.client_builder().hosts([&self.url]).retry(crate::transport::ONCE)
    }

    /// The HTTP version and the headers of every request.
    pub(crate) fn seen(&self) -> Vec<(Version, HeaderMap)> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }
}

async fn passed_on(
    request: Request<Incoming>,
    record: Arc<Mutex<Vec<(Version, HeaderMap)>>>,
    to: String,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (mut head, body) = request.into_parts();
    record.lock().unwrap().push((head.version, head.headers.clone()));
    head.uri = format!("{to}{}", head.uri.path_and_query().unwrap()).parse().unwrap();
    head.headers.remove("host");
    head.version = Version::HTTP_11;
    let request = Request::from_parts(head, body.collect().await.unwrap().to_bytes());
    let plain = Reqwest::new(Options::default().with_proxy(Proxy::Direct)).unwrap();
    let (mut head, body) = plain.send(request).await.unwrap().into_parts();
    head.version = Version::default();
    head.headers.remove("connection");
    Ok(Response::from_parts(head, Full::new(body.collect().await.unwrap().to_bytes())))
}

/// An authority, and the server's half of TLS with a certificate of this authority for `localhost`.
fn tls(protocols: &[&str]) -> (String, TlsAcceptor) {
    let authority = authority();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(["localhost".to_owned()]).unwrap().signed_by(&key, &authority.1).unwrap();
    let private = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![leaf.der().clone()], private);
    let mut config = config.unwrap();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    (authority.0, TlsAcceptor::from(Arc::new(config)))
}

/// A certificate authority: its certificate as PEM, and the issuer.
pub(crate) fn authority() -> (String, Issuer<'static, KeyPair>) {
    let mut parameters = CertificateParams::default();
    parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let certificate = parameters.self_signed(&key).unwrap();
    (certificate.pem(), Issuer::new(parameters, key))
}

/// Checks that a client with these settings works.
pub(crate) async fn assert_works(client: Builder) {
    let text = client.build().unwrap().send(&Numbered { out_trade_no: "A1".into() }).await.unwrap();
    assert_eq!(text, Answer { text: "A1".into() });
}

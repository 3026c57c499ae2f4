//! The way to WeChat Pay and back, for tests: a transport with scripted answers, WeChat Pay's signatures, and servers on a free
//! port.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use wxpay::crypto::{Backend, BoxFuture, PrivateKey};
use wxpay::server::signature_headers;
use wxpay::sign::Scheme;
use wxpay::transport::{Body, Stage, Transport, TransportError};

use crate::capture;
use crate::keys::Key;

/// The result of a request.
pub type Reply = Result<Response<Body>, TransportError>;

/// A transport that answers by a function, keeps the requests, and shows them to the search for leaks.
pub struct Scripted {
    answer: Box<dyn Fn(Request<Bytes>) -> BoxFuture<'static, Reply> + Send + Sync>,
    sent: Mutex<Vec<Request<Bytes>>>,
}

impl Scripted {
    /// Answers each request by `answer`.
    pub fn new<F>(answer: impl Fn(Request<Bytes>) -> F + Send + Sync + 'static) -> Arc<Self>
    where
        F: Future<Output = Reply> + Send + 'static,
    {
        Arc::new(Self { answer: Box::new(move |request| Box::pin(answer(request))), sent: Mutex::default() })
    }

    /// Fails to connect.
    #[must_use]
    pub fn unreachable() -> Arc<Self> {
        Self::new(async |_| Err(lost(Stage::Connecting)))
    }

    /// All requests so far.
    #[must_use]
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The requests since the last call of this method.
    pub fn take(&self) -> Vec<Request<Bytes>> {
        std::mem::take(&mut *self.sent.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Transport for Scripted {
    fn send(&self, request: Request<Bytes>) -> BoxFuture<'_, Reply> {
        capture::sent(request.headers(), request.body());
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
        (self.answer)(request)
    }
}

/// A failure at this stage.
#[must_use]
pub fn lost(stage: Stage) -> TransportError {
    TransportError::new(stage, "lost, as the test says")
}

/// WeChat Pay's side of a merchant: signs answers and notifications.
#[derive(Clone)]
pub struct Platform {
    /// The key.
    pub key: PrivateKey,
    /// The ID or serial by which the merchant knows it.
    pub serial: String,
}

impl Platform {
    /// Signs with this key.
    ///
    /// # Panics
    /// No backend is compiled in.
    #[must_use]
    pub fn new(key: &Key, serial: &str) -> Self {
        let key = key.private(Backend::preferred().expect("a backend"));
        Self { key, serial: serial.to_owned() }
    }

    /// Signs as a sandbox does, with the private half of its public key.
    ///
    /// # Panics
    /// The credentials are not a sandbox's.
    #[cfg(feature = "sandbox")]
    #[must_use]
    pub fn of(credentials: &wxpay_sandbox::Credentials) -> Self {
        let backend = Backend::preferred().expect("a backend");
        let key = crate::keys::private(backend, &credentials.public_key_private_half);
        Self { key, serial: credentials.public_key_id.clone() }
    }

    /// The headers of a message that is signed at `time`.
    ///
    /// # Panics
    /// The key does not sign.
    pub async fn headers(&self, time: i64, nonce: &str, body: &[u8]) -> HeaderMap {
        signature_headers(Scheme::MERCHANT, &*self.key.signer, &self.serial, time, nonce, body)
            .await
            .expect("a key that is here signs")
    }

    /// An answer that is signed at `time`.
    ///
    /// # Panics
    /// The status is invalid.
    pub async fn answer(&self, time: i64, status: u16, body: impl Into<Bytes>) -> Response<Bytes> {
        let body = body.into();
        let headers = self.headers(time, "N", &body).await;
        let mut response = Response::new(body);
        *response.status_mut() = status.try_into().expect("a status");
        *response.headers_mut() = headers;
        response
    }
}

/// Serves an application on a free port of this machine, for as long as the runtime runs. Returns its URL.
///
/// # Panics
/// No port is free.
pub async fn serve(application: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = url_of(&listener);
    tokio::spawn(async move { axum::serve(listener, application).await });
    url
}

/// An address of this machine without a listener.
///
/// # Panics
/// No port is free.
pub async fn nobody() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    listener.local_addr().expect("it is bound")
}

/// A server that need not even speak HTTP: runs `talk` for every connection, and counts them.
pub struct Raw {
    /// Its address.
    pub url: String,
    visits: Arc<AtomicUsize>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Raw {
    /// Starts a server whose `talk` gets the connection after the request's head is read.
    ///
    /// # Panics
    /// No port is free.
    pub async fn start<T, F>(talk: T) -> Self
    where
        T: Fn(TcpStream) -> F + Send + Sync + 'static,
        F: Future<Output = std::io::Result<()>> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = url_of(&listener);
        let (visits, heads) = (Arc::<AtomicUsize>::default(), Arc::<Mutex<Vec<String>>>::default());
        let (counter, read) = (visits.clone(), heads.clone());
        let talk = Arc::new(talk);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::Relaxed);
                let (talk, read) = (talk.clone(), read.clone());
                tokio::spawn(async move {
                    let head = head(&mut stream).await;
                    read.lock().unwrap_or_else(PoisonError::into_inner).push(head);
                    // A client that hangs up early is not a failure of this server.
                    let _ = talk(stream).await;
                });
            }
        });
        Self { url, visits, heads }
    }

    /// Starts a server that always writes the same words.
    pub async fn saying(words: String) -> Self {
        Self::start(move |mut stream| {
            let words = words.clone();
            async move { stream.write_all(words.as_bytes()).await }
        })
        .await
    }

    /// Starts a server that reads and never answers.
    pub async fn silent() -> Self {
        Self::start(|mut stream| async move {
            stream.read_to_end(&mut Vec::new()).await?;
            Ok(())
        })
        .await
    }

    /// Number of connections.
    #[must_use]
    pub fn visits(&self) -> usize {
        self.visits.load(Ordering::Relaxed)
    }

    /// The heads of the requests.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Reads a request's head, byte by byte, so that what follows stays unread.
///
/// # Panics
/// The head is not UTF-8.
pub async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => break,
        }
    }
    String::from_utf8(head).expect("a head is text")
}

fn url_of(listener: &TcpListener) -> String {
    format!("http://{}", listener.local_addr().expect("it is bound"))
}

//! The way to WeChat Pay and back, for tests: a transport that answers as a test says, what WeChat Pay signs, and servers
//! on a free port.

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

/// The fate of a request.
pub type Reply = Result<Response<Body>, TransportError>;

/// A transport that answers as a function says, keeps what was sent, and shows it to the search for leaks.
pub struct Scripted {
    answer: Box<dyn Fn(Request<Bytes>) -> BoxFuture<'static, Reply> + Send + Sync>,
    sent: Mutex<Vec<Request<Bytes>>>,
}

impl Scripted {
    /// One that answers each request so.
    pub fn new<F>(answer: impl Fn(Request<Bytes>) -> F + Send + Sync + 'static) -> Arc<Self>
    where
        F: Future<Output = Reply> + Send + 'static,
    {
        Arc::new(Self { answer: Box::new(move |request| Box::pin(answer(request))), sent: Mutex::default() })
    }

    /// One that reaches nobody.
    #[must_use]
    pub fn unreachable() -> Arc<Self> {
        Self::new(async |_| Err(lost(Stage::Connecting)))
    }

    /// Everything that was sent so far.
    #[must_use]
    pub fn sent(&self) -> Vec<Request<Bytes>> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The requests since this was last asked.
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

/// A failure on the way.
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

    /// The headers of what is sent at that time.
    ///
    /// # Panics
    /// The key does not sign.
    pub async fn headers(&self, time: i64, nonce: &str, body: &[u8]) -> HeaderMap {
        signature_headers(Scheme::MERCHANT, &*self.key.signer, &self.serial, time, nonce, body)
            .await
            .expect("a key that is here signs")
    }

    /// An answer, signed at that time.
    ///
    /// # Panics
    /// There is no such status.
    pub async fn answer(&self, time: i64, status: u16, body: impl Into<Bytes>) -> Response<Bytes> {
        let body = body.into();
        let headers = self.headers(time, "N", &body).await;
        let mut response = Response::new(body);
        *response.status_mut() = status.try_into().expect("a status");
        *response.headers_mut() = headers;
        response
    }
}

/// Serves an application on a free port of this machine, for as long as the runtime runs; its URL.
///
/// # Panics
/// There is no free port.
pub async fn serve(application: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = url_of(&listener);
    tokio::spawn(async move { axum::serve(listener, application).await });
    url
}

/// An address of this machine where nobody listens.
///
/// # Panics
/// There is no free port.
pub async fn nobody() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    listener.local_addr().expect("it is bound")
}

/// A server that need not even speak HTTP: does `talk` with everybody who comes, and counts them.
pub struct Raw {
    /// Its address.
    pub url: String,
    visits: Arc<AtomicUsize>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Raw {
    /// One whose `talk` gets the connection once it has read the request's head.
    ///
    /// # Panics
    /// There is no free port.
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
                    // Whoever hangs up early is no failure of this server.
                    let _ = talk(stream).await;
                });
            }
        });
        Self { url, visits, heads }
    }

    /// One that always says the same.
    pub async fn saying(words: String) -> Self {
        Self::start(move |mut stream| {
            let words = words.clone();
            async move { stream.write_all(words.as_bytes()).await }
        })
        .await
    }

    /// One that listens, and says nothing.
    pub async fn silent() -> Self {
        Self::start(|mut stream| async move {
            stream.read_to_end(&mut Vec::new()).await?;
            Ok(())
        })
        .await
    }

    /// The number of connections that came.
    #[must_use]
    pub fn visits(&self) -> usize {
        self.visits.load(Ordering::Relaxed)
    }

    /// The heads of their requests.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Reads a request's head, byte by byte, so that nothing behind it is read.
///
/// # Panics
/// It is not text.
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

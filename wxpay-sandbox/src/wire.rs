//! A proxy between client and sandbox, for tests: it keeps what went over the wire, and can change the answers.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A running proxy on a free port of this machine. It stops when it is dropped.
pub struct Wire {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Vec<u8>>>>,
    task: JoinHandle<()>,
}

/// Changes an answer: head and body in one, as on the wire.
pub type Change = Arc<dyn Fn(&mut Vec<u8>) + Send + Sync>;

impl Wire {
    /// Forwards to `upstream`, and passes every answer through `change`.
    ///
    /// # Errors
    /// It cannot listen.
    pub async fn start(
        upstream: SocketAddr,
        change: impl Fn(&mut Vec<u8>) + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let (requests, change): (Arc<Mutex<Vec<_>>>, Change) = (Arc::default(), Arc::new(change));
        let kept = requests.clone();
        let task = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let (kept, change) = (kept.clone(), change.clone());
                tokio::spawn(async move {
                    if let Err(error) = forward(client, upstream, &kept, &change).await {
                        tracing::debug!(%error, "a connection ended");
                    }
                });
            }
        });
        Ok(Self { address, requests, task })
    }

    /// Forwards to `upstream` and changes nothing.
    ///
    /// # Errors
    /// It cannot listen.
    pub async fn tap(upstream: SocketAddr) -> std::io::Result<Self> {
        Self::start(upstream, |_| {}).await
    }

    /// Its base URL.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every request so far, byte for byte.
    #[must_use]
    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn forward(
    mut client: TcpStream,
    upstream: SocketAddr,
    kept: &Mutex<Vec<Vec<u8>>>,
    change: &Change,
) -> std::io::Result<()> {
    let mut server = TcpStream::connect(upstream).await?;
    while let Some(request) = message(&mut client).await? {
        server.write_all(&request).await?;
        kept.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        let Some(mut answer) = message(&mut server).await? else { return Ok(()) };
        change(&mut answer);
        client.write_all(&answer).await?;
    }
    Ok(())
}

/// One HTTP/1.1 message with its body of `Content-Length`; `None` at the end of the connection.
async fn message(stream: &mut TcpStream) -> std::io::Result<Option<Vec<u8>>> {
    let mut message = Vec::new();
    let mut piece = [0; 4096];
    loop {
        if let Some(length) = complete_length(&message)
            && message.len() >= length
        {
            return Ok(Some(message));
        }
        let count = stream.read(&mut piece).await?;
        if count == 0 {
            return Ok(None);
        }
        message.extend(piece.iter().take(count));
    }
}

/// How long the message will be, once its head is there.
fn complete_length(message: &[u8]) -> Option<usize> {
    let head = body_start(message)?;
    let text = std::str::from_utf8(message.get(..head)?).ok()?;
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    });
    Some(head + length.unwrap_or(0))
}

/// Where the body of an HTTP/1.1 message begins, once its head is there.
#[must_use]
pub fn body_start(message: &[u8]) -> Option<usize> {
    message.windows(4).position(|window| window == b"\r\n\r\n").map(|end| end + 4)
}

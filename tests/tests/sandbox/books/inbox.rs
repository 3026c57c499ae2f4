//! An application that is notified: it verifies with the SDK's own receiver, and replies as the test says.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use wxpay::client::Client;
use wxpay::notification::Notification;
use wxpay::notify::Event;
use wxpay_sandbox::Sandbox;

/// The application's reply.
#[derive(Clone, Copy)]
pub(crate) enum Reply {
    /// 204 if the notification is genuine, otherwise the SDK's refusal.
    Accept,
    /// 500, even if it is genuine.
    Refuse,
    /// No reply.
    Silence,
}

/// An attempt to notify.
pub(crate) struct Arrived {
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    /// The notification that the SDK reads, or its error.
    pub(crate) read: Result<Notification<Event>, String>,
}

pub(crate) struct Inbox {
    pub(crate) url: String,
    arrived: UnboundedReceiver<Arrived>,
}

impl Inbox {
    /// Opens an inbox of the sandbox's first merchant. `reply` gets the number of the attempt, counted from 0.
    pub(crate) async fn open(sandbox: &Sandbox, reply: impl Fn(usize) -> Reply + Send + 'static) -> Self {
        Self::of(sandbox.client().unwrap(), reply).await
    }

    /// Opens an inbox of this client's merchant.
    pub(crate) async fn of(client: Client, reply: impl Fn(usize) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("http://{}/notify", listener.local_addr().unwrap());
        let notifications = client.notifications().unwrap();
        let (sender, arrived) = unbounded_channel();
        tokio::spawn(async move {
            let mut silent = Vec::new();
            for attempt in 0.. {
                let Ok((mut stream, _)) = listener.accept().await else { return };
                let (headers, body) = request(&mut stream).await;
                let received = notifications.receive::<Event>(&headers, &body).await;
                let status = match (reply(attempt), &received) {
                    (Reply::Accept, Ok(_)) => Some(204),
                    (Reply::Accept, Err(error)) => Some(error.status().as_u16()),
                    (Reply::Refuse, _) => Some(500),
                    (Reply::Silence, _) => None,
                };
                let read = received.map_err(|error| error.to_string());
                if sender.send(Arrived { headers, body, read }).is_err() {
                    return;
                }
                match status {
                    Some(status) => {
                        let body = if status == 204 { "" } else { r#"{"code":"FAIL","message":"no"}"# };
                        let length = body.len();
                        let reply = format!(
                            "HTTP/1.1 {status} x\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                        );
                        stream.write_all(reply.as_bytes()).await.unwrap();
                    }
                    None => silent.push(stream),
                }
            }
        });
        Self { url, arrived }
    }

    /// Waits for the next attempt.
    pub(crate) async fn next(&mut self) -> Arrived {
        let next = tokio::time::timeout(Duration::from_secs(20), self.arrived.recv());
        next.await.expect("no notification came").unwrap()
    }

    /// Waits for the next attempt, which has to be genuine, and returns its event.
    pub(crate) async fn event(&mut self) -> Event {
        self.next().await.read.unwrap().resource
    }

    /// Returns true if no other attempt has come so far.
    pub(crate) fn is_empty(&mut self) -> bool {
        self.arrived.try_recv().is_err()
    }
}

async fn request(stream: &mut TcpStream) -> (HeaderMap, Bytes) {
    let mut request = Vec::new();
    loop {
        assert!(stream.read_buf(&mut request).await.unwrap() > 0, "a request that breaks off");
        let Some(start) = wxpay_sandbox::wire::body_start(&request) else { continue };
        let headers = headers(&request[..start]);
        let length: usize = headers["content-length"].to_str().unwrap().parse().unwrap();
        if request.len() == start + length {
            return (headers, Bytes::copy_from_slice(&request[start..]));
        }
    }
}

fn headers(head: &[u8]) -> HeaderMap {
    let lines = std::str::from_utf8(head).unwrap().lines().skip(1);
    let pairs = lines.filter_map(|line| line.split_once(": "));
    pairs.map(|(name, value)| (name.parse::<http::HeaderName>().unwrap(), value.parse().unwrap())).collect()
}

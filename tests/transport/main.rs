//! The way to WeChat Pay: other transports, layers, proxies, authorities, HTTP/2, answers that must not be followed or
//! read to their end, calls that are dropped, calls without async.

mod answers;
mod blocking;
mod dropped;
mod elsewhere;
mod extremes;
mod layers;
mod led;
mod other;
mod proxy;
mod secure;
mod surface;
mod telling;
mod tls;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use wxpay::client::RetryPolicy;
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/test/numbered", response = Answer, number = "out_trade_no")]
struct Numbered {
    out_trade_no: String,
}

#[wxpay_object]
#[derive(Debug, PartialEq)]
struct Answer {
    text: String,
}

/// Repeats what it was asked about.
fn answer(request: &Numbered) -> Answer {
    Answer { text: request.out_trade_no.clone() }
}

fn numbered(out_trade_no: &str) -> Numbered {
    Numbered { out_trade_no: out_trade_no.to_owned() }
}

/// A server that is not even HTTP: does `talk` with everybody who comes, and counts them.
struct Raw {
    url: String,
    visits: Arc<AtomicUsize>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Raw {
    /// `talk` gets the connection once it has read the request's head.
    async fn start<T, F>(talk: T) -> Self
    where
        T: Fn(TcpStream) -> F + Send + Sync + 'static,
        F: Future<Output = std::io::Result<()>> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (visits, heads) = (Arc::<AtomicUsize>::default(), Arc::<Mutex<Vec<String>>>::default());
        let (counter, read) = (visits.clone(), heads.clone());
        let talk = Arc::new(talk);
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::Relaxed);
                let (talk, read) = (talk.clone(), read.clone());
                tokio::spawn(async move {
                    let head = head(&mut stream).await;
                    read.lock().unwrap().push(head);
                    // Whoever hangs up early is no failure of this server.
                    let _ = talk(stream).await;
                });
            }
        });
        Self { url, visits, heads }
    }

    /// Always says the same.
    async fn saying(words: String) -> Self {
        Self::start(move |mut stream| {
            let words = words.clone();
            async move { stream.write_all(words.as_bytes()).await }
        })
        .await
    }

    /// Listens, and says nothing.
    async fn silent() -> Self {
        Self::start(|mut stream| async move {
            stream.read_to_end(&mut Vec::new()).await?;
            Ok(())
        })
        .await
    }

    fn visits(&self) -> usize {
        self.visits.load(Ordering::Relaxed)
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().unwrap().clone()
    }
}

/// A request's head, byte by byte, so that nothing behind it is read.
async fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => break,
        }
    }
    String::from_utf8(head).unwrap()
}

/// One attempt.
const ONCE: RetryPolicy = RetryPolicy::OFF;

#[test]
fn nothing_leaks() {
    let emitted = wxpay_tests::leaks::nothing_leaks();
    for emitter in ["wxpay_core::client", "reqwest::connect", "hyper_util::client", "h2::", "rustls::client"] {
        assert!(emitted.contains(emitter), "nothing of {emitter} was captured");
    }
}

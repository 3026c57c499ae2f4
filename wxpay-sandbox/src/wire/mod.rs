//! A proxy between client and sandbox, for tests: it keeps what went over the wire, can change the answers, and can do
//! to a connection what networks do.

mod connection;
mod message;

pub use message::body_start;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// What goes wrong with an exchange, below HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Accident {
    /// The connection is reset when the request has begun to arrive, and before any of it is read.
    ResetUnread,
    /// The connection is reset when the request is read, and before it goes further.
    ResetRead,
    /// The connection is reset when the sandbox has answered.
    ResetProcessed,
    /// The connection is reset in the middle of the answer.
    ResetInAnswer,
    /// The request goes no further, and the connection stays open.
    StallBefore,
    /// The sandbox's answer goes no further, and the connection stays open.
    StallAfter,
    /// The answer comes byte by byte, with so long a pause between two.
    Drip(Duration),
    /// The connection is closed in the middle of the answer.
    Truncated,
    /// The request goes no further, and the answer is no HTTP.
    Garbage,
    /// The answer comes whole, and then the connection is closed without a word: the next request finds it dead.
    Closed,
}

/// An exchange, as far as it got.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exchange {
    /// Its running number on this wire, from 0.
    pub number: usize,
    /// The running number of its connection on this wire, from 0.
    pub connection: usize,
    /// What went wrong with it, if anything did.
    pub accident: Option<Accident>,
    /// The request, byte for byte; of one that was not read, what had arrived.
    pub request: Vec<u8>,
    /// The sandbox's answer, as it was before anything happened to it; empty if there was none.
    pub answer: Vec<u8>,
    /// Whether nothing more will happen to it.
    pub over: bool,
}

/// A running proxy on a free port of this machine. It stops when it is dropped.
pub struct Wire {
    address: SocketAddr,
    /// Bound and never listening: nobody else gets the port while this wire refuses.
    _port: TcpSocket,
    line: Arc<Line>,
    /// The runtime that it was started on: it may be told to listen again on a thread without one.
    runtime: Handle,
    task: Mutex<Option<JoinHandle<()>>>,
}

/// What every connection of a wire sees.
struct Line {
    upstream: SocketAddr,
    change: Change,
    accidents: Accidents,
    log: Mutex<Log>,
}

/// Changes an answer: head and body in one, as on the wire.
type Change = Box<dyn Fn(&mut Vec<u8>) + Send + Sync>;

/// What goes wrong with the exchange of that number.
type Accidents = Box<dyn Fn(usize) -> Option<Accident> + Send + Sync>;

#[derive(Default)]
struct Log {
    connections: usize,
    begun: usize,
    exchanges: Vec<Exchange>,
}

impl Wire {
    /// Forwards to `upstream`, and passes every answer through `change`.
    ///
    /// # Errors
    /// It cannot listen.
    pub async fn start(
        upstream: SocketAddr,
        change: impl Fn(&mut Vec<u8>) + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        Self::new(upstream, Box::new(change), Box::new(|_| None))
    }

    /// Forwards to `upstream` and changes nothing.
    ///
    /// # Errors
    /// It cannot listen.
    pub async fn tap(upstream: SocketAddr) -> std::io::Result<Self> {
        Self::start(upstream, |_| {}).await
    }

    /// Forwards to `upstream`, and asks `accidents` by each exchange's running number, from 0, what goes wrong with it.
    ///
    /// # Errors
    /// It cannot listen.
    pub async fn faulty(
        upstream: SocketAddr,
        accidents: impl Fn(usize) -> Option<Accident> + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        Self::new(upstream, Box::new(|_| {}), Box::new(accidents))
    }

    fn new(upstream: SocketAddr, change: Change, accidents: Accidents) -> std::io::Result<Self> {
        let port = socket((Ipv4Addr::LOCALHOST, 0).into())?;
        let address = port.local_addr()?;
        let line = Arc::new(Line { upstream, change, accidents, log: Mutex::default() });
        let wire = Self { address, _port: port, line, runtime: Handle::current(), task: Mutex::default() };
        wire.listen()?;
        Ok(wire)
    }

    /// Its base URL.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Listens no more: new connections are refused until [`Wire::listen`]. Those that are open stay open.
    pub async fn refuse(&self) {
        let task = self.task().take();
        if let Some(task) = task {
            task.abort();
            // Cancelled, as it was just told to be: the listener is closed now.
            let _ = task.await;
        }
    }

    /// Listens again; at first it does.
    ///
    /// # Errors
    /// It cannot listen.
    pub fn listen(&self) -> std::io::Result<()> {
        let mut task = self.task();
        if task.is_none() {
            let _entered = self.runtime.enter();
            let listener = socket(self.address)?.listen(BACKLOG)?;
            *task = Some(tokio::spawn(accept(listener, self.line.clone())));
        }
        Ok(())
    }

    /// Every request so far, byte for byte.
    #[must_use]
    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.line.log().exchanges.iter().map(|exchange| exchange.request.clone()).collect()
    }

    /// Every exchange so far. One is here before its client can know how it went.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.line.log().exchanges.clone()
    }

    /// Every exchange that is over, which are forgotten then.
    #[must_use]
    pub fn take_exchanges(&self) -> Vec<Exchange> {
        let exchanges = &mut self.line.log().exchanges;
        let (over, others) = std::mem::take(exchanges).into_iter().partition(|exchange| exchange.over);
        *exchanges = others;
        over
    }

    fn task(&self) -> MutexGuard<'_, Option<JoinHandle<()>>> {
        self.task.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if let Some(task) = self.task().take() {
            task.abort();
        }
    }
}

impl Line {
    fn connected(&self) -> usize {
        let mut log = self.log();
        log.connections += 1;
        log.connections - 1
    }

    /// An exchange has begun: its number, and what goes wrong with it.
    fn begin(&self) -> (usize, Option<Accident>) {
        let number = {
            let mut log = self.log();
            log.begun += 1;
            log.begun - 1
        };
        (number, (self.accidents)(number))
    }

    /// It is kept, and it is over when the guard is dropped.
    fn asked(&self, exchange: Exchange) -> Open<'_> {
        let number = exchange.number;
        self.log().exchanges.push(exchange);
        Open { line: self, number }
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An exchange that is not over.
struct Open<'a> {
    line: &'a Line,
    number: usize,
}

impl Open<'_> {
    fn answered(&self, answer: &[u8]) {
        self.change(|exchange| exchange.answer = answer.to_vec());
    }

    fn change(&self, change: impl FnOnce(&mut Exchange)) {
        let mut log = self.line.log();
        if let Some(exchange) = log.exchanges.iter_mut().rev().find(|exchange| exchange.number == self.number) {
            change(exchange);
        }
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.change(|exchange| exchange.over = true);
    }
}

async fn accept(listener: TcpListener, line: Arc<Line>) {
    while let Ok((client, _)) = listener.accept().await {
        let line = line.clone();
        tokio::spawn(async move {
            if let Err(error) = line.carry(client).await {
                tracing::debug!(%error, "a connection ended");
            }
        });
    }
}

/// A socket at that address, which may have others.
fn socket(address: SocketAddr) -> std::io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    #[cfg(unix)]
    socket.set_reuseport(true)?;
    #[cfg(not(unix))]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

const BACKLOG: u32 = 1024;

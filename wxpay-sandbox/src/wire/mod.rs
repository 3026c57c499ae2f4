//! A proxy between client and sandbox, for tests: it records the traffic, can change answers, and can disturb connections as
//! networks do.

mod connection;
mod message;

pub use message::body_start;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::Handle;
use tokio::task::JoinHandle;

/// An accident of an exchange, below HTTP.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Accident {
    /// The connection is reset when the request begins to arrive, before any of it is read.
    ResetUnread,
    /// The connection is reset after the request is read, before it is forwarded.
    ResetRead,
    /// The connection is reset after the sandbox has answered.
    ResetProcessed,
    /// The connection is reset in the middle of the answer.
    ResetInAnswer,
    /// The request is not forwarded, and the connection stays open.
    StallBefore,
    /// The sandbox's answer is not forwarded, and the connection stays open.
    StallAfter,
    /// The answer arrives byte by byte, with this pause between two bytes.
    Drip(Duration),
    /// The connection is closed in the middle of the answer.
    Truncated,
    /// The request is not forwarded, and the answer is not HTTP.
    Garbage,
    /// The answer arrives, and then the connection is closed silently: the next request finds it dead.
    Closed,
}

/// An exchange, as far as it got.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exchange {
    /// Running number on this wire, from 0.
    pub number: usize,
    /// Running number of its connection on this wire, from 0.
    pub connection: usize,
    /// The accident, if there was one.
    pub accident: Option<Accident>,
    /// The request, byte for byte; if it was not read, the bytes that had arrived.
    pub request: Vec<u8>,
    /// The sandbox's answer before any change; empty if there was none.
    pub answer: Vec<u8>,
    /// True if the exchange has ended.
    pub over: bool,
}

/// A running proxy on a free port of this machine. It stops when it is dropped.
pub struct Wire {
    address: SocketAddr,
    /// Bound, but not listening: nobody else gets the port while this wire refuses connections.
    _port: TcpSocket,
    line: Arc<Line>,
    /// The runtime that it was started on. It may be told to listen again on a thread without a runtime.
    runtime: Handle,
    task: Mutex<Option<JoinHandle<()>>>,
}

/// The state that all connections share.
struct Line {
    upstream: SocketAddr,
    change: Change,
    accidents: Accidents,
    log: Mutex<Log>,
}

/// Changes an answer: head and body together, as on the wire.
type Change = Box<dyn Fn(&mut Vec<u8>) + Send + Sync>;

/// The accident of the exchange with that number.
type Accidents = Box<dyn Fn(usize) -> Option<Accident> + Send + Sync>;

#[derive(Default)]
struct Log {
    connections: usize,
    begun: usize,
    exchanges: Vec<Exchange>,
}

impl Wire {
    /// Forwards to `upstream`, and passes each answer through `change`.
    ///
    /// # Errors
    /// The wire cannot listen.
    pub async fn start(
        upstream: SocketAddr,
        change: impl Fn(&mut Vec<u8>) + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        Self::new(upstream, Box::new(change), Box::new(|_| None))
    }

    /// Forwards to `upstream` and changes nothing.
    ///
    /// # Errors
    /// The wire cannot listen.
    pub async fn tap(upstream: SocketAddr) -> std::io::Result<Self> {
        Self::start(upstream, |_| {}).await
    }

    /// Forwards to `upstream`. `accidents` decides the accident of each exchange by its running number, from 0.
    ///
    /// # Errors
    /// The wire cannot listen.
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

    /// Base URL of the proxy.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Stops listening: new connections are refused until [`Wire::listen`]. Open connections stay open.
    pub async fn refuse(&self) {
        let task = self.task().take();
        if let Some(task) = task {
            task.abort();
            // The task was cancelled just now: the listener is closed.
            let _ = task.await;
        }
    }

    /// Listens again. A new wire listens.
    ///
    /// # Errors
    /// The wire cannot listen.
    pub fn listen(&self) -> std::io::Result<()> {
        let mut task = self.task();
        if task.is_none() {
            let _entered = self.runtime.enter();
            let listener = socket(self.address)?.listen(BACKLOG)?;
            *task = Some(tokio::spawn(accept(listener, self.line.clone())));
        }
        Ok(())
    }

    /// All requests, byte for byte.
    #[must_use]
    pub fn requests(&self) -> Vec<Vec<u8>> {
        self.line.log().exchanges.iter().map(|exchange| exchange.request.clone()).collect()
    }

    /// All exchanges. An exchange is recorded before its client can know the result.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.line.log().exchanges.clone()
    }

    /// Takes all exchanges that have ended, and forgets them.
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

    /// Begins an exchange: returns its number and its accident.
    fn begin(&self) -> (usize, Option<Accident>) {
        let number = {
            let mut log = self.log();
            log.begun += 1;
            log.begun - 1
        };
        (number, (self.accidents)(number))
    }

    /// Records an exchange. It ends when the guard is dropped.
    fn asked(&self, exchange: Exchange) -> Open<'_> {
        let number = exchange.number;
        self.log().exchanges.push(exchange);
        Open { line: self, number }
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An exchange that has not ended.
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

/// A socket at that address, which other sockets may share.
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

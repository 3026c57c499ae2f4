//! The sandbox with its faults, the proxies with their accidents, and clients that mark their requests.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use wxpay::client::{Attempt, Client, Observer, RetryPolicy};
use wxpay::crypto::BoxFuture;
use wxpay::error::Outcome;
use wxpay::settle::Asking;
use wxpay::transport::{Body, Options, Proxy, Reqwest, Transport, TransportError};
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::faults::{Damage, Denial, Failure, Fault, RateCode, Rule};
use wxpay_sandbox::wire::{Accident, Wire};

use super::compare::Call;
use super::seen::{MARK, Seen};
use super::{Failed, Soak};

tokio::task_local! {
    /// The number of the current task's call.
    pub(super) static CALL: u64;
}

/// Everything that a soak runs on.
pub(super) struct Stage {
    pub(super) soak: Soak,
    pub(super) sandbox: Sandbox,
    /// The `notify_url` of orders.
    pub(super) notify_url: String,
    /// The main host and the backup host.
    wires: [Wire; 2],
    /// Hosts without a listener.
    dead: [Wire; 2],
    /// Clients with both hosts, with a dead main host, and with dead hosts only.
    clients: [Client; 3],
    counter: Arc<Counter>,
    numbers: AtomicU64,
    calls: Mutex<Vec<Call>>,
    made: AtomicUsize,
    began: Instant,
    seen: Mutex<Seen>,
}

impl Stage {
    pub(super) async fn new(soak: Soak) -> Result<Arc<Self>, Failed> {
        let sandbox = Sandbox::start().await?;
        sandbox.faults().seed(soak.seed);
        faults().for_each(|rule| sandbox.faults().add(rule));
        let accidents = |wire: u64| move |number: usize| accident(soak.seed ^ wire << 32, number);
        let wires = [
            Wire::faulty(sandbox.address(), accidents(1)).await?,
            Wire::faulty(sandbox.backup_address(), accidents(2)).await?,
        ];
        let dead = [Wire::tap(sandbox.address()).await?, Wire::tap(sandbox.address()).await?];
        for wire in &dead {
            wire.refuse().await;
        }
        let counter = Arc::new(Counter::default());
        let transport = Arc::new(Marked(Reqwest::new(Options::default().with_proxy(Proxy::Direct))?));
        let client = |hosts: [&Wire; 2]| {
            let policy = RetryPolicy::STANDARD.attempt(ATTEMPT).pauses(SHORTEST, SHORTEST * 8);
            let asking = Asking::STANDARD.pauses(SHORTEST * 4, PATIENCE / 4).patience(PATIENCE).total(ATTEMPT * 10);
            let builder = sandbox.client_builder().allow_other_callers(true);
            let builder = builder.hosts(hosts.map(Wire::url)).retry(policy).asking(asking);
            builder.answer_limit(LIMIT).transport(transport.clone()).observer(counter.clone()).build()
        };
        let clients = [client([&wires[0], &wires[1]])?, client([&dead[0], &wires[1]])?, client([&dead[0], &dead[1]])?];
        Ok(Arc::new(Self {
            soak,
            sandbox,
            notify_url: thankful().await?,
            wires,
            dead,
            clients,
            counter,
            numbers: AtomicU64::new(1),
            calls: Mutex::default(),
            made: AtomicUsize::new(0),
            began: Instant::now(),
            seen: Mutex::default(),
        }))
    }

    /// A client, nearly always the one with both hosts.
    pub(super) fn client(&self, random: &mut fastrand::Rng) -> &Client {
        &self.clients[match random.u8(0..100) {
            0..93 => 0,
            93..97 => 1,
            _ => 2,
        }]
    }

    /// The client with both hosts.
    pub(super) fn sure_client(&self) -> &Client {
        &self.clients[0]
    }

    /// A number that was not used before.
    pub(super) fn number(&self) -> u64 {
        self.numbers.fetch_add(1, Ordering::Relaxed)
    }

    /// Returns true while calls remain to be made.
    pub(super) fn goes_on(&self) -> bool {
        self.made.load(Ordering::Relaxed) < self.soak.calls
    }

    /// Number of attempts of a call that were not refused a connection, as the client counts them.
    pub(super) fn reached(&self, id: u64) -> usize {
        self.counter.0.lock().unwrap().remove(&id).unwrap_or_default()
    }

    pub(super) fn keep(&self, call: Call) {
        self.calls.lock().unwrap().push(call);
        let made = self.made.fetch_add(1, Ordering::Relaxed) + 1;
        if made.is_multiple_of(PROGRESS) {
            let seconds = self.began.elapsed().as_secs_f64();
            eprintln!("{made} calls in {seconds:.0} s, {:.0} a second", made as f64 / seconds);
        }
    }

    pub(super) fn take_calls(&self) -> Vec<Call> {
        std::mem::take(&mut *self.calls.lock().unwrap())
    }

    /// Records what the proxies see, for as long as it runs.
    pub(super) async fn watch(self: Arc<Self>) {
        loop {
            self.look();
            tokio::time::sleep(LOOK).await;
        }
    }

    fn look(&self) {
        for wire in &self.wires {
            let exchanges = wire.take_exchanges();
            let mut seen = self.seen.lock().unwrap();
            exchanges.iter().for_each(|exchange| seen.note(exchange));
        }
    }

    /// Everything that the proxies have seen, once no exchange is under way.
    pub(super) async fn all_seen(&self) -> Seen {
        let until = Instant::now() + ATTEMPT;
        while self.wires.iter().any(|wire| !wire.exchanges().is_empty()) && Instant::now() < until {
            self.look();
            tokio::time::sleep(LOOK).await;
        }
        let mut seen = std::mem::take(&mut *self.seen.lock().unwrap());
        seen.stray += self.dead.iter().map(|wire| wire.exchanges().len()).sum::<usize>();
        seen
    }
}

/// The sandbox's faults, which hit about a sixth of the requests.
fn faults() -> impl Iterator<Item = Rule> {
    let unavailable = Failure::Unavailable { retry_after: None };
    let failures = [Failure::Accepted, Failure::SystemError, Failure::BadGateway, unavailable, Failure::GatewayTimeout];
    let failures = failures.into_iter().flat_map(|failure| [failure.before(), failure.after()]);
    let denials = [
        Denial::BadRequest,
        Denial::Unauthorized,
        Denial::NotFound,
        Denial::TooManyRequests(RateCode::FrequencyLimited),
        Denial::TooManyRequests(RateCode::RatelimitExceeded),
        Denial::TooManyRequests(RateCode::FrequencyLimitExceed),
        Denial::TooManyRequests(RateCode::RateLimited),
    ];
    let damage = [
        Damage::WrongSignature,
        Damage::NoSignature,
        Damage::UnknownSerial,
        Damage::Probe,
        Damage::Clock(-600),
        Damage::Clock(600),
        Damage::TruncatedJson,
        Damage::Oversized(LIMIT + 1),
    ];
    let often = failures.chain(denials.map(Fault::from)).chain(damage.map(Fault::from));
    let silence = [Failure::NoAnswer.before(), Failure::NoAnswer.after()];
    let often = often.map(|fault| Rule::new(fault).chance(OFTEN));
    often.chain(silence.map(|fault| Rule::new(fault).chance(RARELY)))
}

/// The accident of an exchange, for about a sixth of them; the same for the same seed and number.
fn accident(seed: u64, number: usize) -> Option<Accident> {
    let mut random = fastrand::Rng::with_seed(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ number as u64);
    let often = [
        Accident::ResetUnread,
        Accident::ResetRead,
        Accident::ResetProcessed,
        Accident::ResetInAnswer,
        Accident::Truncated,
        Accident::Garbage,
    ];
    let rarely = [Accident::StallBefore, Accident::StallAfter];
    match random.u32(0..1000) {
        0..190 => Some(often[random.usize(..often.len())]),
        190..193 => Some(rarely[random.usize(..rarely.len())]),
        _ => None,
    }
}

/// The ready-made transport, which adds the call's number in a header that is not signed.
struct Marked(Reqwest);

impl Transport for Marked {
    fn send(&self, mut request: Request<Bytes>) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        if let Ok(id) = CALL.try_with(|id| *id) {
            request.headers_mut().insert(MARK, HeaderValue::from(id));
        }
        self.0.send(request)
    }
}

/// Counts the attempts of each call that were not refused a connection.
#[derive(Default)]
struct Counter(Mutex<HashMap<u64, usize>>);

impl Observer for Counter {
    fn attempt(&self, attempt: &Attempt<'_>) {
        if attempt.outcome != Some(Outcome::NotSent)
            && let Ok(id) = CALL.try_with(|id| *id)
        {
            *self.0.lock().unwrap().entry(id).or_default() += 1;
        }
    }
}

/// Starts a server that accepts every notification, and returns its URL.
async fn thankful() -> std::io::Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let url = format!("http://{}/notify", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(thank(stream));
        }
    });
    Ok(url)
}

async fn thank(mut stream: TcpStream) -> std::io::Result<()> {
    let (mut request, mut piece) = (Vec::new(), [0; 4096]);
    while !request.windows(4).any(|window| window == b"\r\n\r\n") {
        let count = stream.read(&mut piece).await?;
        if count == 0 {
            return Ok(());
        }
        request.extend_from_slice(&piece[..count]);
    }
    stream.write_all(b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n").await?;
    while stream.read(&mut piece).await? > 0 {}
    Ok(())
}

/// Time limit of an attempt. Only silence takes so long.
const ATTEMPT: Duration = Duration::from_secs(4);
const SHORTEST: Duration = Duration::from_millis(1);
/// Time after which the client believes that a thing is missing. A request is processed before the client can ask about it.
const PATIENCE: Duration = Duration::from_millis(100);
/// Interval between two looks at the proxies' records.
const LOOK: Duration = Duration::from_millis(20);
const PROGRESS: usize = 10_000;
/// Maximum size of an answer, in bytes.
const LIMIT: usize = 16 * 1024;
const OFTEN: f64 = 0.0079;
const RARELY: f64 = 0.0005;

//! A process with many calls: its throughput, the delays of its other tasks, its memory.
//!
//! ```text
//! scale workers            # calls a second with 1, 2, 4 and 8 worker threads
//! scale executor           # how late other tasks are while 64 callers sign on the same threads
//! scale soak [CALLS]       # memory after each tenth of a million calls
//! scale merchants [N]      # memory and time of ten thousand clients, with transports of their own and with one
//! ```

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder as RuntimeBuilder, Runtime};
use wxpay::client::{Builder, Client};
use wxpay::crypto::{Backend, BoxFuture, CryptoError, Signer};
use wxpay::keys::private_key_der;
use wxpay::pay::AppPrepay;
use wxpay::transport::{Options, Proxy, Reqwest};
use wxpay_tests::limits::by_hand::{ByHand, Order};
use wxpay_tests::limits::load::{Server, Told, concurrently};
use wxpay_tests::limits::process::{cpu, memory};
use wxpay_tests::limits::{MCHID, MERCHANT_SERIAL, OUT_TRADE_NO, PLATFORM_ID};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |default: u32| words.get(1).and_then(|word| word.parse().ok()).unwrap_or(default);
    match words.first() {
        Some(&"server") => Server::run(),
        Some(&"workers") => workers(),
        Some(&"executor") => executor(),
        Some(&"soak") => soak(number(1_000_000)),
        Some(&"merchants") => merchants(number(10_000)),
        _ => eprintln!("scale workers | executor | soak [CALLS] | merchants [N]"),
    }
}

/// A client and its request.
type Caller = (Client, AppPrepay);

fn caller(builder: Builder) -> Arc<Caller> {
    let client = builder.build().expect("a client");
    let order = wxpay_tests::order(&client, OUT_TRADE_NO);
    Arc::new((client, order))
}

async fn send(caller: Arc<Caller>) {
    caller.0.send(&caller.1).await.expect("an answer");
}

fn runtime(workers: usize) -> Runtime {
    RuntimeBuilder::new_multi_thread().worker_threads(workers).enable_all().build().expect("a runtime")
}

fn workers() {
    let Server { told: Told { parties, host }, .. } = &Server::start();
    println!("{:>7} {:>20} {:>20}", "workers", "by hand", "SDK");
    for workers in [1, 2, 4, 8] {
        let by_hand = runtime(workers).block_on(async {
            let caller = Arc::new((ByHand::new(parties, host), Order::new()));
            let call = |caller: Arc<(ByHand, Order)>| async move { caller.0.call(&caller.1).await.expect("an answer") };
            concurrently(&caller, call, 1000).await;
            timed(concurrently(&caller, call, 8000), 8000).await
        });
        let sdk = runtime(workers).block_on(async {
            let caller = caller(parties.client_builder(host));
            concurrently(&caller, send, 1000).await;
            timed(concurrently(&caller, send, 8000), 8000).await
        });
        println!("{workers:>7} {by_hand:>20} {sdk:>20}");
    }
}

async fn timed(work: impl Future<Output = ()>, calls: u32) -> String {
    let (began, used) = (Instant::now(), cpu());
    work.await;
    let (elapsed, used) = (began.elapsed().as_secs_f64(), cpu() - used);
    format!("{:.0}/s {:.0} µs CPU", f64::from(calls) / elapsed, used.as_secs_f64() * 1e6 / f64::from(calls))
}

/// Signs on a thread for blocking work.
struct Elsewhere(Arc<dyn Signer>);

impl Signer for Elsewhere {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        let (signer, message) = (Arc::clone(&self.0), message.to_vec());
        Box::pin(async move {
            let signed = tokio::task::spawn_blocking(move || wxpay_tests::ready(signer.sign(&message)));
            signed.await.map_err(CryptoError::other)?
        })
    }
}

fn executor() {
    let Server { told: Told { parties, host }, .. } = &Server::start();
    let key = private_key_der(&parties.merchant_key).expect("a key");
    let elsewhere = Elsewhere(Backend::aws_lc().private_key(&key).expect("an RSA key").signer);
    let elsewhere = Client::builder()
        .mchid(MCHID)
        .merchant_serial(MERCHANT_SERIAL)
        .signer(Arc::new(elsewhere))
        .platform_public_key_pem(PLATFORM_ID, &parties.platform_public_key)
        .hosts([host]);
    println!("Delay of a task after a sleep of 1 ms, in µs, beside 64 callers on 2 workers:\n");
    println!("{:<28} {:>8} {:>8} {:>8} {:>8}   calls", "", "median", "99 %", "99.9 %", "longest");
    let two = || runtime(2);
    report("nobody calls", &two().block_on(lateness(None)), "");
    for (name, builder) in
        [("signing where it is", parties.client_builder(host)), ("signing on other threads", elsewhere)]
    {
        let (caller, runtime) = (caller(builder), two());
        let (late, speed) = runtime.block_on(async {
            concurrently(&caller, send, 1000).await;
            let done = Arc::new(AtomicBool::new(false));
            let ticker = tokio::spawn(lateness(Some(Arc::clone(&done))));
            let speed = timed(concurrently(&caller, send, 40_000), 40_000).await;
            done.store(true, Ordering::Relaxed);
            (ticker.await.expect("a task"), speed)
        });
        report(name, &late, &speed);
    }
}

/// The delays of a task that sleeps for a millisecond again and again, for 5 s or until `done`.
async fn lateness(done: Option<Arc<AtomicBool>>) -> Vec<Duration> {
    let (began, mut late) = (Instant::now(), Vec::new());
    let over = || done.as_ref().map_or(began.elapsed() > Duration::from_secs(5), |done| done.load(Ordering::Relaxed));
    while !over() {
        let asleep = Instant::now();
        tokio::time::sleep(Duration::from_millis(1)).await;
        late.push(asleep.elapsed().saturating_sub(Duration::from_millis(1)));
    }
    late.sort_unstable();
    late
}

fn report(name: &str, late: &[Duration], speed: &str) {
    let at = |share: f64| late[((late.len() - 1) as f64 * share) as usize].as_micros();
    println!("{name:<28} {:>8} {:>8} {:>8} {:>8}   {speed}", at(0.5), at(0.99), at(0.999), at(1.0));
}

fn soak(calls: u32) {
    let tenth_of_them = calls as usize / 10;
    let Server { told: Told { parties, host }, .. } = &Server::start();
    let caller = caller(parties.client_builder(host));
    runtime(2).block_on(async {
        concurrently(&caller, send, 1000).await;
        println!("{:>9} {:>12}", "calls", "memory (KiB)");
        println!("{:>9} {:>12}", 1000, memory());
        for tenth in 1..=10 {
            concurrently(&caller, send, tenth_of_them).await;
            println!("{:>9} {:>12}", 1000 + tenth_of_them * tenth, memory());
        }
    });
}

fn merchants(count: u32) {
    let Server { told: Told { parties, host }, .. } = &Server::start();
    let options = Options::default().with_proxy(Proxy::Direct);
    let transport = Arc::new(Reqwest::new(options).expect("TLS starts"));
    let make = |number: u32, shared: bool| {
        let builder = parties.client_builder(host).mchid(format!("{}", 1_900_000_000 + number));
        let builder = if shared { builder.transport(transport.clone()) } else { builder };
        builder.build().expect("a client")
    };
    let runtime = runtime(2);
    let entered = runtime.enter();
    for (name, count, shared) in [("one transport for all", count, true), ("a transport each", count / 10, false)] {
        let (before, began) = (memory(), Instant::now());
        let clients: Vec<Client> = (0..count).map(|number| make(number, shared)).collect();
        let (made, after) = (began.elapsed(), memory());
        let each = |total: f64| total / f64::from(count);
        let (time, memory) = (each(made.as_secs_f64() * 1e3), each((after - before) as f64));
        println!("{name}: {count} clients, {memory:.1} KiB and {time:.2} ms each");
        let last = clients.last().expect("a client");
        runtime.block_on(async { last.send(&wxpay_tests::order(last, OUT_TRADE_NO)).await.expect("an answer") });
    }
    drop(entered);
}

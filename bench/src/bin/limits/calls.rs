//! Measures whole calls. Each side runs in a process of its own, and so does the server.

use std::sync::Arc;
use std::time::Instant;

use serde::{Deserialize, Serialize};
use wxpay::client::Client;
use wxpay::pay::AppPrepay;
use wxpay_tests::limits::by_hand::{ByHand, Order};
use wxpay_tests::limits::load::{Server, Told, concurrently, line, spawn, told};
use wxpay_tests::limits::{OUT_TRADE_NO, process};

use crate::table::{Figure, quartiles};

/// A side that makes calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    ByHand,
    Sdk,
}

/// The measurements of a side's process.
#[derive(Deserialize, Serialize)]
struct Measured {
    /// At concurrency 64, on tokio's default runtime.
    calls_per_second: f64,
    /// CPU time per call in that run, user and kernel, in microseconds.
    cpu: f64,
    /// Peak resident memory after that run, in MiB.
    memory: f64,
    /// Calls one after the other, on a current-thread runtime.
    one_thread: Sequence,
    /// Calls one after the other, by a task on tokio's default runtime.
    default_runtime: Sequence,
}

/// Calls one after the other; times in microseconds.
#[derive(Clone, Copy, Deserialize, Serialize)]
struct Sequence {
    /// Median of the calls' durations.
    latency: f64,
    /// CPU time per call, user and kernel.
    cpu: f64,
    /// Number of times per call that a thread gave up its processor to wait.
    waits: f64,
}

impl Side {
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::ByHand, Self::Sdk].into_iter().find(|side| side.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::ByHand => "by-hand",
            Self::Sdk => "sdk",
        }
    }
}

/// Runs the server, and both sides in each round.
pub(crate) fn measure(rounds: usize) -> Vec<Figure> {
    let server = Server::start();
    let run = |side: Side| -> Measured {
        let mut child = spawn(&["side", side.name()], &server.told);
        let measured = serde_json::from_str(&line(&mut child)).expect("the measurements of a side");
        child.wait().expect("a side ends");
        measured
    };
    let pairs: Vec<(Measured, Measured)> = (0..rounds)
        .map(|round| {
            if round % 2 == 0 {
                let by_hand = run(Side::ByHand);
                (run(Side::Sdk), by_hand)
            } else {
                (run(Side::Sdk), run(Side::ByHand))
            }
        })
        .collect();
    figures(&pairs)
}

fn figures(pairs: &[(Measured, Measured)]) -> Vec<Figure> {
    let each = |pair: fn(&Measured, &Measured) -> (f64, f64)| pairs.iter().map(|(sdk, hand)| pair(sdk, hand)).collect();
    vec![
        Figure {
            name: "cpu_per_call",
            ratio: "CPU time per call of the SDK's process at concurrency 64, user and kernel, divided by that by hand",
            target: 1.05,
            pairs: each(|sdk, hand| (sdk.cpu, hand.cpu)),
            unit: "µs",
        },
        Figure {
            name: "calls_per_second",
            ratio: "calls a second by hand at concurrency 64, divided by those of the SDK",
            target: 1.05,
            pairs: each(|sdk, hand| (hand.calls_per_second, sdk.calls_per_second)),
            unit: "/s",
        },
        Figure {
            name: "latency",
            ratio: "median latency of the SDK's calls one after the other on a current-thread runtime, divided by that by hand",
            target: 1.05,
            pairs: each(|sdk, hand| (sdk.one_thread.latency, hand.one_thread.latency)),
            unit: "µs",
        },
        Figure {
            name: "cpu_one_by_one",
            ratio: "CPU time per call in the run of `latency`, divided by that by hand",
            target: 1.05,
            pairs: each(|sdk, hand| (sdk.one_thread.cpu, hand.one_thread.cpu)),
            unit: "µs",
        },
        Figure {
            name: "default_latency",
            ratio: "median latency of a task's calls one after the other on tokio's default runtime, divided by that by hand",
            target: 1.05,
            pairs: each(|sdk, hand| (sdk.default_runtime.latency, hand.default_runtime.latency)),
            unit: "µs",
        },
        Figure {
            name: "default_cpu",
            ratio: "CPU time per call in the run of `default_latency`, divided by that by hand",
            target: 1.05,
            pairs: each(|sdk, hand| (sdk.default_runtime.cpu, hand.default_runtime.cpu)),
            unit: "µs",
        },
        Figure {
            name: "default_waits",
            ratio: "waits of threads per call in the run of `default_latency`, divided by those by hand",
            target: 1.05,
            pairs: each(|sdk, hand| (sdk.default_runtime.waits, hand.default_runtime.waits)),
            unit: "waits",
        },
        Figure {
            name: "memory",
            ratio: "peak resident memory of the SDK's process at concurrency 64, divided by that by hand",
            target: 1.25,
            pairs: each(|sdk, hand| (sdk.memory, hand.memory)),
            unit: "MiB",
        },
    ]
}

/// Runs the process of a side: measures its calls and prints the measurements.
pub(crate) fn side(side: Side) {
    let Told { parties, host } = told();
    let measured = match side {
        Side::ByHand => {
            let make = || {
                let (by_hand, order) = (ByHand::new(&parties, &host), Order::new());
                Arc::new((by_hand, order))
            };
            run(make, |both| async move { both.0.call(&both.1).await.expect("an answer").prepay_id })
        }
        Side::Sdk => {
            let make = || {
                let client = parties.client_builder(&host).build().expect("a client");
                let order = wxpay_tests::order(&client, OUT_TRADE_NO);
                Arc::new((client, order))
            };
            run(make, |both: Arc<(Client, AppPrepay)>| async move {
                both.0.send(&both.1).await.expect("an answer").prepay_id
            })
        }
    };
    println!("{}", serde_json::to_string(&measured).expect("numbers"));
}

fn run<T, F>(make: impl Fn() -> Arc<T>, call: impl Fn(Arc<T>) -> F + Copy + Send + 'static) -> Measured
where
    T: Send + Sync + 'static,
    F: Future<Output = String> + Send + 'static,
{
    let many = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let (elapsed, cpu) = many.block_on(async {
        let caller = make();
        concurrently(&caller, call, WARM_UP).await;
        let (began, cpu) = (Instant::now(), process::cpu());
        concurrently(&caller, call, CALLS).await;
        (began.elapsed().as_secs_f64(), (process::cpu() - cpu).as_secs_f64())
    });
    let memory = process::peak_memory();
    let default_runtime = many.block_on(async {
        let caller = make();
        tokio::spawn(one_by_one(caller, call)).await.expect("calls")
    });
    drop(many);
    let one = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let one_thread = one.block_on(async { one_by_one(make(), call).await });
    Measured {
        calls_per_second: CALLS as f64 / elapsed,
        cpu: cpu * 1e6 / CALLS as f64,
        memory: memory as f64 / 1024.0,
        one_thread,
        default_runtime,
    }
}

async fn one_by_one<T, F>(caller: Arc<T>, call: impl Fn(Arc<T>) -> F) -> Sequence
where
    F: Future<Output = String>,
{
    let (cpu, waits) = (process::cpu(), process::waits());
    let mut latencies = Vec::with_capacity(SEQUENTIAL);
    for _ in 0..SEQUENTIAL {
        let began = Instant::now();
        std::hint::black_box(call(Arc::clone(&caller)).await);
        latencies.push(began.elapsed().as_secs_f64() * 1e6);
    }
    let calls = SEQUENTIAL as f64;
    let cpu = (process::cpu() - cpu).as_secs_f64() * 1e6 / calls;
    let waits = (process::waits() - waits) as f64 / calls;
    Sequence { latency: quartiles(latencies)[1], cpu, waits }
}

const WARM_UP: usize = 1000;
const CALLS: usize = 4000;
const SEQUENTIAL: usize = 500;

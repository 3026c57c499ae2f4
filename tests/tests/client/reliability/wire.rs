//! Repeated calls over real sockets: every cell of the table, with the ready-made transport and two proxies to the sandbox's two
//! hosts.

mod cause;
mod keep_alive;
mod table;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use wxpay::client::{Attempt, Builder as ClientBuilder, Call, Client, Observer, RetryPolicy};
use wxpay::crypto::BoxFuture;
use wxpay::endpoint::Endpoint;
use wxpay::error::Outcome;
use wxpay::transport::{Options, Proxy, Reqwest, Timeouts, Timer, Transport};
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::faults::{Denial, Failure, RateCode, Rule};
use wxpay_sandbox::wire::{Accident, Wire};
use wxpay_tests::in_a_process_of_its_own;

use self::cause::{Cause, cause, takes_too_long};
use self::table::{CLIENT_CLOCK_OFF, Fault, Processed, TABLE, TOO_MANY_REFUNDS};
use crate::reliability::limits::system_time;
use crate::reliability::{Answer, Get, LIMIT, Numbered, Plain, Refund};

/// The attempts that meet the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    First,
    FirstTwo,
    All,
}

impl When {
    fn times(self) -> usize {
        [1, 2, usize::MAX][self as usize]
    }
}

/// A sandbox, the proxies to its two hosts, and the counters.
struct Scene {
    sandbox: Sandbox,
    wires: Arc<[Wire; 2]>,
    /// Number of requests that the sandbox processed.
    processed: Arc<AtomicUsize>,
    told: Arc<Told>,
    transport: Arc<dyn Transport>,
}

impl Scene {
    async fn new(transport: &Arc<dyn Transport>, accident: Option<Accident>, times: usize) -> Self {
        let processed = Arc::new(AtomicUsize::new(0));
        let count = || {
            let processed = processed.clone();
            move || {
                processed.fetch_add(1, Ordering::SeqCst);
                Answer { text: "fine, and long enough to be cut".into() }
            }
        };
        let (get, numbered, plain, refund) = (count(), count(), count(), count());
        let sandbox = Sandbox::builder()
            .endpoint(move |_: &Get| get())
            .endpoint(move |_: &Numbered| numbered())
            .endpoint(move |_: &Plain| plain())
            .endpoint(move |_: &Refund| refund());
        let sandbox = sandbox.start().await.unwrap();

        let left = Arc::new(AtomicUsize::new(times));
        let accidents = || {
            let left = left.clone();
            let one_less = |left: usize| left.checked_sub(1);
            move |_| accident.filter(|_| left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok())
        };
        let wires = [
            Wire::faulty(sandbox.address(), accidents()).await.unwrap(),
            Wire::faulty(sandbox.backup_address(), accidents()).await.unwrap(),
        ];
        Self { sandbox, wires: Arc::new(wires), processed, told: Arc::default(), transport: transport.clone() }
    }

    /// A client that calls both hosts.
    fn builder(&self, attempt: Duration) -> ClientBuilder {
        let policy = RetryPolicy::STANDARD.attempt(attempt).pauses(PAUSE, PAUSE * 2);
        let builder = self.sandbox.client_builder().hosts(self.wires.iter().map(Wire::url)).retry(policy);
        builder.transport(self.transport.clone()).answer_limit(LIMIT).observer(self.told.clone())
    }

    /// A scene with the fault for some attempts, and the client that meets it.
    async fn of(transport: &Arc<dyn Transport>, fault: Fault, when: When) -> (Self, Client) {
        let scene = match cause(fault) {
            Cause::Accident(accident) => Self::new(transport, Some(accident), when.times()).await,
            Cause::Refusal | Cause::Sandbox(_) => Self::new(transport, None, 0).await,
        };
        match cause(fault) {
            Cause::Accident(_) => {}
            Cause::Sandbox(fault) => {
                let rule = Rule::new(fault);
                let rule = if when == When::All { rule } else { rule.times(when.times() as u32) };
                scene.sandbox.faults().add(rule);
            }
            Cause::Refusal => {
                scene.wires[0].refuse().await;
                if when != When::First {
                    scene.wires[1].refuse().await;
                }
            }
        }
        let mut builder = scene.builder(if takes_too_long(fault) { SHORT } else { LONG });
        if when == When::FirstTwo && fault == Fault::Refused {
            builder = builder.timer(Arc::new(Reviver(scene.wires.clone())));
        }
        let client = builder.build().unwrap();
        (scene, client)
    }

    /// Every request that reached a proxy.
    fn seen(&self) -> Vec<Vec<u8>> {
        self.wires.iter().flat_map(Wire::requests).collect()
    }

    /// The result of a call, as a cell has it; an error if the counters contradict it.
    async fn play(&self, client: &Client, request: &impl Endpoint, processed: Processed) -> Result<String, String> {
        let result = client.execute(request).await;
        let (sends, reached) = (self.told.sends.load(Ordering::SeqCst), self.told.reached.load(Ordering::SeqCst));
        let done = self.processed.load(Ordering::SeqCst);
        let came_to = match &result {
            Ok(_) => "ok",
            Err(error) => match error.outcome() {
                Outcome::NotSent => "not sent",
                Outcome::Refused => "refused",
                Outcome::Unknown => "unknown",
            },
        };
        let cell = format!("{sends} {came_to}");
        let seen = self.seen();
        let all_done = match processed {
            Processed::Yes => seen.len(),
            Processed::No => usize::from(result.is_ok()),
        };
        let checks = [
            (result.as_ref().err().is_none_or(|error| error.sends() as usize == sends), "the error counts otherwise"),
            (seen.len() == reached, "the proxies saw another number of requests"),
            (seen.iter().collect::<BTreeSet<_>>().len() == seen.len(), "a request was seen twice"),
            (done == all_done, "the sandbox processed another number of requests"),
            (matches!(came_to, "ok" | "unknown") || done == 0, "it was done nevertheless"),
        ];
        match checks.iter().find(|(holds, _)| !holds) {
            None => Ok(cell),
            Some((_, problem)) => Err(format!(
                "{cell}: {problem} (reached {reached}, seen {}, done {done}): {:?}",
                seen.len(),
                result.err()
            )),
        }
    }
}

/// Counts what the client reports.
#[derive(Default)]
struct Told {
    sends: AtomicUsize,
    /// Attempts that were not refused a connection.
    reached: AtomicUsize,
}

impl Observer for Told {
    fn attempt(&self, attempt: &Attempt<'_>) {
        if attempt.outcome != Some(Outcome::NotSent) {
            self.reached.fetch_add(1, Ordering::SeqCst);
        }
    }

    fn call(&self, call: &Call<'_>) {
        self.sends.fetch_add(call.sends as usize, Ordering::SeqCst);
    }
}

/// Makes both hosts listen again in the first pause.
struct Reviver(Arc<[Wire; 2]>);

impl Timer for Reviver {
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if duration <= PAUSE * 2 {
            self.0.iter().for_each(|wire| wire.listen().unwrap());
        }
        Box::pin(tokio::time::sleep(duration))
    }
}

/// Takes half a minute, in a process that is not captured. Other suites meet such faults over sockets too.
#[test]
fn every_cell_of_the_table_is_as_it_says_over_sockets() {
    let output = in_a_process_of_its_own("reliability::wire::every_cell").output().unwrap();
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the test above runs it"]
async fn every_cell() {
    // One transport for all cells, because starting TLS takes long.
    let (mut running, transport) = (JoinSet::new(), transport());
    let busy = Arc::new(Semaphore::new(8));
    for (fault, processed, get, numbered, plain) in TABLE {
        for when in [When::First, When::FirstTwo, When::All] {
            for (kind, expected) in ["GET", "numbered", "plain"].iter().zip([get, numbered, plain]) {
                let (busy, transport) = (busy.clone(), transport.clone());
                running.spawn(async move {
                    let permit = busy.acquire_owned().await.unwrap();
                    let (scene, client) = Scene::of(&transport, fault, when).await;
                    // A case that only waits does not occupy a permit.
                    let waits = fault == Fault::Drip || takes_too_long(fault);
                    let _permit = Some(permit).filter(|_| !waits);
                    let played = match *kind {
                        "GET" => scene.play(&client, &Get { appid: None }, processed).await,
                        "numbered" => scene.play(&client, &Numbered { out_trade_no: "A1".into() }, processed).await,
                        _ => scene.play(&client, &Plain { text: None }, processed).await,
                    };
                    let expected = expected[when as usize];
                    (played.as_deref() != Ok(expected))
                        .then(|| format!("{fault:?} on {when:?}, {kind}: expected `{expected}`, was {played:?}"))
                });
            }
        }
    }
    let cells = running.len();
    let wrong: Vec<_> = running.join_all().await.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{} of {cells} cells:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(cells, TABLE.len() * 9);
    println!("{cells} cells over sockets");
}

#[tokio::test]
async fn too_many_refunds_are_unknown_by_every_name() {
    let codes = [
        RateCode::FrequencyLimited,
        RateCode::RatelimitExceeded,
        RateCode::FrequencyLimitExceed,
        RateCode::RateLimited,
    ];
    for code in codes {
        let scene = Scene::new(&transport(), None, 0).await;
        scene.sandbox.faults().add(Rule::new(Denial::TooManyRequests(code)));
        let client = scene.builder(LONG).build().unwrap();
        let played = scene.play(&client, &Refund { out_refund_no: "R1".into() }, Processed::No).await;
        assert_eq!(played.as_deref(), Ok(TOO_MANY_REFUNDS), "{code:?}");
    }
}

#[tokio::test]
async fn a_client_whose_clock_is_off_is_refused() {
    for seconds in [-600, 600] {
        let scene = Scene::new(&transport(), None, 0).await;
        let client = scene.builder(LONG).clock(move || system_time() + seconds).build().unwrap();
        let played = scene.play(&client, &Numbered { out_trade_no: "A1".into() }, Processed::No).await;
        assert_eq!(played.as_deref(), Ok(CLIENT_CLOCK_OFF), "{seconds} s");
    }
}

#[tokio::test]
async fn a_host_that_refuses_is_left_and_comes_back_and_one_that_answers_502_is_kept() {
    let scene = Scene::new(&transport(), None, 0).await;
    let client = scene.builder(LONG).build().unwrap();
    let get = Get { appid: None };
    let counts = || [0, 1].map(|place: usize| scene.wires[place].requests().len());
    scene.sandbox.faults().add(Rule::new(Failure::BadGateway.before()).times(1));
    client.send(&get).await.unwrap();
    assert_eq!(counts(), [1, 1], "that call goes to the other host");
    client.send(&get).await.unwrap();
    assert_eq!(counts(), [2, 1], "and the next one does not");

    // A client without open connections, while the main host is down.
    let ahead = Arc::new(AtomicI64::new(0));
    let clock = ahead.clone();
    let client = scene.builder(LONG).transport(transport()).clock(move || system_time() + clock.load(Ordering::SeqCst));
    let client = client.build().unwrap();
    scene.wires[0].refuse().await;
    client.send(&get).await.unwrap();
    scene.wires[0].listen().unwrap();
    client.send(&get).await.unwrap();
    assert_eq!(counts(), [2, 3], "a host that failed is avoided for a while");
    ahead.store(31, Ordering::SeqCst);
    client.send(&get).await.unwrap();
    client.send(&get).await.unwrap();
    assert_eq!(counts(), [4, 3], "and then called again");
}

/// The ready-made transport.
fn transport() -> Arc<dyn Transport> {
    let timeouts = Timeouts::new(LONG, LONG);
    Arc::new(Reqwest::new(Options::default().with_timeouts(timeouts).with_proxy(Proxy::Direct)).unwrap())
}

/// Time limit of an attempt that is meant to take too long.
const SHORT: Duration = Duration::from_secs(2);
/// Longer than any answer takes.
const LONG: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(2);

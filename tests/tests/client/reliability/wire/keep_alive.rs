//! Connections that are kept open and die. If a kept connection was dead before it took any of a request, hyper sends the request
//! again without asking, and reqwest cannot switch that off. Such a request was never sent: these tests pin that no server sees a
//! request twice that was counted once.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay_sandbox::wire::{Accident, Exchange, Wire};
use wxpay_sandbox::{Sandbox, SandboxError};

use crate::reliability::{Answer, Plain};

/// The server side, on threads of its own: it acts while the client's only thread is busy.
struct Server {
    _runtime: Runtime,
    _sandbox: Sandbox,
    wire: Wire,
    client: Client,
}

impl Server {
    fn new(accidents: impl Fn(usize) -> Option<Accident> + Send + Sync + 'static) -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let started = runtime.block_on(async {
            let sandbox = Sandbox::builder().endpoint(|_: &Plain| Answer { text: "fine".into() }).start().await?;
            let wire = Wire::faulty(sandbox.address(), accidents).await?;
            Ok::<_, SandboxError>((sandbox, wire))
        });
        let (sandbox, wire) = started.unwrap();
        let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
        Self { _runtime: runtime, _sandbox: sandbox, wire, client }
    }

    /// The exchanges, of which no request was seen twice.
    fn exchanges(&self) -> Vec<Exchange> {
        let exchanges = self.wire.exchanges();
        let mut times = BTreeMap::new();
        exchanges.iter().for_each(|exchange| *times.entry(exchange.request.clone()).or_insert(0) += 1);
        let twice: Vec<_> = times.iter().filter(|(_, times)| **times > 1).collect();
        assert!(twice.is_empty(), "seen more than once: {twice:?}");
        exchanges
    }
}

fn client_side(run: impl Future<Output = ()>) {
    Builder::new_current_thread().enable_all().build().unwrap().block_on(run);
}

fn plain(number: usize) -> Plain {
    Plain { text: Some(number.to_string()) }
}

#[test]
fn a_connection_that_died_between_two_calls_is_replaced() {
    let server = Server::new(|number| (number == 0).then_some(Accident::Closed));
    client_side(async {
        server.client.send(&plain(0)).await.unwrap();
        tokio::time::sleep(Duration::from_millis(100)).await;
        server.client.send(&plain(1)).await.unwrap();
    });
    let connections: Vec<_> = server.exchanges().iter().map(|exchange| exchange.connection).collect();
    assert_eq!(connections, [0, 1]);
}

#[test]
fn a_request_that_is_given_to_a_dead_connection_is_seen_once_or_unknown() {
    let server = Server::new(|number| (number == 0).then_some(Accident::Closed));
    client_side(async {
        server.client.send(&plain(0)).await.unwrap();
        // The only thread of the client's runtime sleeps, so the client does not learn that the connection was closed.
        std::thread::sleep(Duration::from_millis(100));
        let second = server.client.send(&plain(1)).await;
        let seen = server.exchanges().len();
        match second {
            Ok(_) => assert_eq!(seen, 2),
            Err(error) => assert_eq!((error.outcome(), error.sends(), seen), (Outcome::Unknown, 1, 1), "{error}"),
        }
    });
}

#[test]
fn a_request_that_a_dying_connection_took_is_unknown_and_not_sent_again() {
    for accident in [Accident::ResetUnread, Accident::ResetRead, Accident::ResetProcessed, Accident::Truncated] {
        let server = Server::new(move |number| (number == 1).then_some(accident));
        client_side(async {
            server.client.send(&plain(0)).await.unwrap();
            let error = server.client.send(&plain(1)).await.unwrap_err();
            assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1), "{accident:?}: {error}");
            server.client.send(&plain(2)).await.unwrap();
        });
        let connections: Vec<_> = server.exchanges().iter().map(|exchange| exchange.connection).collect();
        assert_eq!(connections, [0, 0, 1], "{accident:?}: the second went over the kept connection");
    }
}

#[test]
fn connections_that_close_just_as_a_request_is_written_never_double_it() {
    let alone = Builder::new_current_thread().enable_all().build().unwrap();
    let together = Builder::new_multi_thread().worker_threads(4).enable_all().build().unwrap();
    for (runtime, callers) in [(alone, 1), (together, 8)] {
        let server = Server::new(|_| Some(Accident::Closed));
        let calls = (0..callers).map(|caller| {
            let client = server.client.clone();
            runtime.spawn(async move { calls_that_cross(&client, caller * 1000).await })
        });
        let calls: Vec<_> = calls.collect();
        let (mut done, mut unknown) = (0, 0);
        runtime.block_on(async {
            for caller in calls {
                let came_to = caller.await.unwrap();
                (done, unknown) = (done + came_to.0, unknown + came_to.1);
            }
        });
        // A request with an unknown outcome was written to a closed connection: the server did not see it.
        assert_eq!((server.exchanges().len(), done + unknown), (done, callers * 300));
        let line = format!("{callers} callers, closing connections: {done} done, {unknown} unknown, none seen twice");
        wxpay_tests::report(&line);
    }
}

/// Makes 300 calls with pauses between none and long, so that some requests cross with the closing of their connection. Returns
/// the numbers of successes and of unknown outcomes.
async fn calls_that_cross(client: &Client, first: usize) -> (usize, usize) {
    let (mut done, mut unknown) = (0, 0);
    for number in 0..300 {
        let wait = Duration::from_micros(number % 60 * 5);
        if number % 2 == 0 {
            tokio::time::sleep(wait).await;
        } else {
            std::thread::sleep(wait);
        }
        match client.send(&plain(first + number as usize)).await {
            Ok(_) => done += 1,
            Err(error) => {
                assert_eq!((error.outcome(), error.sends()), (Outcome::Unknown, 1), "{error}");
                unknown += 1;
            }
        }
    }
    (done, unknown)
}

//! `prepare` and `verify`: the SDK's own work around a signature and a verification, over those themselves.

use std::hint::black_box;
use std::time::Duration;

use aws_lc_rs::rsa::KeyPair;
use bytes::Bytes;
use http::Response;
use wxpay::client::Client;
use wxpay::crypto::Backend;
use wxpay::pay::AppPrepay;
use wxpay_tests::limits::by_hand::ByHand;
use wxpay_tests::limits::process::thread_cpu;
use wxpay_tests::limits::{ANSWER, OUT_TRADE_NO, Parties, der, nothing, server};
use wxpay_tests::{order, ready};

use crate::table::Figure;

pub(crate) fn measure(rounds: usize) -> Vec<Figure> {
    let steps = Steps::new();
    steps.round();
    let rounds: Vec<Round> = (0..rounds).map(|_| steps.round()).collect();
    let pairs = |pair: fn(&Round) -> (f64, f64)| rounds.iter().map(pair).collect();
    vec![
        Figure {
            name: "prepare",
            ratio: "validate, seal, encode and sign the APP order with a signer that does nothing, over one bare RSA-2048 \
                    signature of aws-lc-rs; CPU time of the thread",
            target: 0.03,
            pairs: pairs(|round| (round.prepare, round.sign)),
            unit: "µs",
        },
        Figure {
            name: "verify",
            ratio: "verify and decode its answer with a verifier that does nothing, over one bare verification; CPU time \
                    of the thread",
            target: 0.30,
            pairs: pairs(|round| (round.accept, round.verify)),
            unit: "µs",
        },
    ]
}

struct Steps {
    by_hand: ByHand,
    client: Client,
    order: AppPrepay,
    answer: Response<Bytes>,
    message: Vec<u8>,
    signature: [u8; 256],
}

/// CPU time of each, in microseconds.
struct Round {
    prepare: f64,
    sign: f64,
    accept: f64,
    verify: f64,
}

impl Steps {
    fn new() -> Self {
        let parties = Parties::new();
        let by_hand = ByHand::new(&parties, "http://127.0.0.1:1");
        let client = nothing::client_builder(&parties, Backend::aws_lc()).build().expect("a client");
        let key = KeyPair::from_pkcs8(&der(&parties.platform_key)).expect("an RSA key");
        let mut answer = Response::builder().header("Request-ID", "08F78BB5AF0610D302189F8CB0D10118A9A5A0AD05-0");
        for (name, value) in server::signature_headers(&key) {
            answer = answer.header(name, value);
        }
        // About as long as what is signed for an order and its answer.
        let message = vec![b'm'; 256];
        let platform_key = ByHand::new(&Parties { merchant_key: parties.platform_key.clone(), ..parties }, "http://a");
        let signature = platform_key.sign(&message).expect("a signature");
        Self {
            order: order(&client, OUT_TRADE_NO),
            answer: answer.body(Bytes::from_static(ANSWER.as_bytes())).expect("an answer"),
            by_hand,
            client,
            message,
            signature,
        }
    }

    fn round(&self) -> Round {
        let answers = vec![self.answer.clone(); 2000];
        Round {
            prepare: micros(2000, || {
                for _ in 0..2000 {
                    black_box(ready(self.client.prepare(black_box(&self.order))).expect("a request"));
                }
            }),
            sign: micros(200, || {
                for _ in 0..200 {
                    black_box(self.by_hand.sign(black_box(&self.message)).expect("a signature"));
                }
            }),
            accept: micros(2000, || {
                for answer in answers {
                    black_box(ready(self.client.accept::<AppPrepay>(answer)).expect("an answer"));
                }
            }),
            verify: micros(2000, || {
                for _ in 0..2000 {
                    let (message, signature) = black_box((&self.message, &self.signature));
                    self.by_hand.verify_signature(message, signature).expect("a signature that fits");
                }
            }),
        }
    }
}

fn micros(times: u32, work: impl FnOnce()) -> f64 {
    let before = thread_cpu();
    work();
    let spent: Duration = thread_cpu() - before;
    spent.as_secs_f64() * 1e6 / f64::from(times)
}

//! Measures `prepare` and `verify`: the SDK's own work, compared with the one signature or verification that it surrounds.

use std::hint::black_box;

use wxpay::crypto::Backend;
use wxpay::pay::AppPrepay;
use wxpay_tests::limits::Parties;
use wxpay_tests::limits::by_hand::ByHand;
use wxpay_tests::limits::fixture::Fixture;
use wxpay_tests::limits::process::thread_cpu;
use wxpay_tests::ready;

use crate::table::Figure;

pub(crate) fn measure(rounds: usize) -> Vec<Figure> {
    let steps = Steps::new();
    steps.round();
    let rounds: Vec<Round> = (0..rounds).map(|_| steps.round()).collect();
    let pairs = |pair: fn(&Round) -> (f64, f64)| rounds.iter().map(pair).collect();
    vec![
        Figure {
            name: "prepare",
            ratio: "validate, seal, encode and sign the APP order with a signer that does nothing, divided by one bare \
                    RSA-2048 signature of aws-lc-rs; CPU time of the thread",
            target: 0.03,
            pairs: pairs(|round| (round.prepare, round.sign)),
            unit: "µs",
        },
        Figure {
            name: "verify",
            ratio: "verify and decode its answer with a verifier that does nothing, divided by one bare verification; \
                    CPU time of the thread",
            target: 0.30,
            pairs: pairs(|round| (round.accept, round.verify)),
            unit: "µs",
        },
    ]
}

struct Steps {
    by_hand: ByHand,
    signature: [u8; 256],
    fixture: Fixture,
}

/// CPU time of each step, in microseconds.
struct Round {
    prepare: f64,
    sign: f64,
    accept: f64,
    verify: f64,
}

impl Steps {
    fn new() -> Self {
        let parties = Parties::new();
        // The merchant signs with the platform's key, so that the signature can be verified.
        let pair = Parties { merchant_key: parties.platform_key.clone(), ..parties };
        let (by_hand, fixture) = (ByHand::new(&pair, "http://127.0.0.1:1"), Fixture::new(Backend::aws_lc()));
        Self { signature: by_hand.sign(&fixture.message).expect("a signature"), by_hand, fixture }
    }

    fn round(&self) -> Round {
        let Self { by_hand, signature, fixture: Fixture { client, order, answer, message, .. } } = self;
        let answers = vec![answer.clone(); MANY];
        Round {
            prepare: micros(MANY, || {
                for _ in 0..MANY {
                    black_box(ready(client.prepare(black_box(order))).expect("a request"));
                }
            }),
            sign: micros(MANY / 10, || {
                for _ in 0..MANY / 10 {
                    black_box(by_hand.sign(black_box(message)).expect("a signature"));
                }
            }),
            accept: micros(MANY, || {
                for answer in answers {
                    black_box(ready(client.accept::<AppPrepay>(answer)).expect("an answer"));
                }
            }),
            verify: micros(MANY, || {
                for _ in 0..MANY {
                    by_hand.verify_signature(black_box(message), black_box(signature)).expect("a signature that fits");
                }
            }),
        }
    }
}

fn micros(times: usize, work: impl FnOnce()) -> f64 {
    let before = thread_cpu();
    work();
    (thread_cpu() - before).as_secs_f64() * 1e6 / times as f64
}

/// Repetitions of each step in a round. Signing takes long, so it is repeated only a tenth as often.
const MANY: usize = 2000;

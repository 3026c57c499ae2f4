//! Does one step of a call this many times, and nothing else: `cargo xtask instructions` counts its instructions.
//!
//! ```text
//! steps            # the names
//! steps NAME N
//! ```

use std::hint::black_box;
use std::process::ExitCode;

use wxpay::crypto::Backend;
use wxpay::from_json;
use wxpay::pay::{AppPrepay, AppPrepayResponse};
use wxpay::validate::{Policy, validate};
use wxpay::verify::verify;
use wxpay_tests::limits::by_hand::Prepay;
use wxpay_tests::limits::fixture::Fixture;
use wxpay_tests::limits::{ANSWER, now, object};
use wxpay_tests::ready;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => STEPS.iter().for_each(|(name, _)| println!("{name}")),
        [name, times] => {
            let step = STEPS.iter().find(|(step, _)| step == name);
            let (Some((_, step)), Ok(times)) = (step, times.parse()) else { return usage() };
            let backend = if name.ends_with("(rustcrypto)") { Backend::rustcrypto() } else { Backend::aws_lc() };
            let fixture = Fixture::new(backend);
            // A call's timers need a runtime.
            let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
            let _inside = runtime.enter();
            repeat(*step, times, &fixture);
        }
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

/// The counted work; the name of this function selects it.
#[inline(never)]
fn repeat(step: Step, times: u32, fixture: &Fixture) {
    for _ in 0..times {
        step(black_box(fixture));
    }
}

fn usage() -> ExitCode {
    eprintln!("steps [NAME N]");
    ExitCode::FAILURE
}

type Step = fn(&Fixture);

/// Steps of the SDK with a signer, a verifier and a transport that do nothing; the parts below them; and both backends.
const STEPS: &[(&str, Step)] = &[
    ("validate", |fixture| {
        black_box(validate(&fixture.order, &Policy::default()));
    }),
    ("validate, seal, encode", |fixture| {
        black_box(fixture.client.encode(&fixture.order)).expect("bytes");
    }),
    ("prepare", |fixture| {
        black_box(ready(fixture.client.prepare(&fixture.order))).expect("a request");
    }),
    ("copy an answer", |fixture| {
        black_box(fixture.answer.clone());
    }),
    ("copy an answer, verify, decode", |fixture| {
        black_box(ready(fixture.client.accept::<AppPrepay>(fixture.answer.clone()))).expect("an answer");
    }),
    ("a call, answered in memory", |fixture| {
        black_box(ready(fixture.answered_client.send(&fixture.order))).expect("an answer");
    }),
    ("read the answer", |_| {
        black_box(from_json::<AppPrepayResponse>(black_box(ANSWER.as_bytes()))).expect("an answer");
    }),
    ("read the answer, derive", |_| {
        black_box(serde_json::from_slice::<Prepay>(black_box(ANSWER.as_bytes()))).expect("an answer");
    }),
    ("read twelve members", |_| {
        black_box(from_json::<object::declared::Twelve>(black_box(object::JSON.as_bytes()))).expect("the object");
    }),
    ("read twelve members, derive", |_| {
        let json = black_box(object::JSON.as_bytes());
        black_box(serde_json::from_slice::<object::derived::Twelve>(json)).expect("the object");
    }),
    ("write twelve members", |fixture| {
        black_box(serde_json::to_vec(&fixture.declared)).expect("JSON");
    }),
    ("write twelve members, derive", |fixture| {
        black_box(serde_json::to_vec(&fixture.derived)).expect("JSON");
    }),
    ("signature (aws-lc)", signature),
    ("signature (rustcrypto)", signature),
    ("verification (aws-lc)", verification),
    ("verification (rustcrypto)", verification),
    ("verify, truly (aws-lc)", |fixture| {
        let answer = &fixture.answer;
        let now = i64::try_from(now()).expect("seconds");
        black_box(verify(
            wxpay::sign::Scheme::MERCHANT,
            &fixture.platform,
            answer.headers(),
            answer.body().clone(),
            now,
        ))
        .expect("signed");
    }),
];

fn signature(fixture: &Fixture) {
    black_box(ready(fixture.private_key.signer.sign(&fixture.message))).expect("a signature");
}

fn verification(fixture: &Fixture) {
    assert!(fixture.public_key.verifier.verify(&fixture.message, &fixture.signature));
}

//! Each step of a call by itself. In a group, `bare` is the unavoidable part, which the others are compared with.
//!
//! ```text
//! cargo bench -p wxpay-bench --bench steps
//! ```

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use wxpay::crypto::Backend;
use wxpay::from_json;
use wxpay::pay::AppPrepay;
use wxpay::sign::{authorization, nonce, request_message};
use wxpay::validate::{Policy, validate};
use wxpay::verify::verify;
use wxpay_tests::limits::by_hand::PATH;
use wxpay_tests::limits::fixture::Fixture;
use wxpay_tests::limits::{MCHID, MERCHANT_SERIAL, now, object};
use wxpay_tests::ready;

criterion_group!(benches, own_work, json, sealing, signing, verifying);
criterion_main!(benches);

/// The SDK's own work, with a signature and a verification that do nothing.
fn own_work(criterion: &mut Criterion) {
    let Fixture { client, order, answer, message, private_key, .. } = Fixture::new(Backend::aws_lc());
    let mut group = criterion.benchmark_group("own work");
    group.bench_function("bare signature (aws-lc)", |bencher| {
        bencher.iter(|| ready(private_key.signer.sign(black_box(&message))));
    });
    group.bench_function("validate", |bencher| bencher.iter(|| validate(black_box(&order), &Policy::default())));
    group.bench_function("validate, seal, encode", |bencher| bencher.iter(|| client.encode(black_box(&order))));
    group.bench_function("prepare", |bencher| bencher.iter(|| ready(client.prepare(black_box(&order)))));
    group.bench_function("verify, decode", |bencher| {
        let accept = |answer| ready(client.accept::<AppPrepay>(answer)).expect("an answer");
        bencher.iter_batched(|| answer.clone(), accept, BatchSize::SmallInput);
    });
    group.bench_function("nonce", |bencher| bencher.iter(nonce));
    group.bench_function("message and header of a signature", |bencher| {
        let (serial, signature, timestamp) = (MERCHANT_SERIAL, "A".repeat(344), "1554208460");
        let (scheme, nonce) = (wxpay::sign::Scheme::MERCHANT, "593BEC0C930BF1AFEB40B4A08C8FB242");
        bencher.iter(|| {
            let message = request_message("POST", PATH, timestamp, nonce, black_box(&message));
            (message, authorization(scheme, MCHID, serial, timestamp, nonce, &signature))
        });
    });
    group.finish();
}

/// The tables, compared with serde's derive.
fn json(criterion: &mut Criterion) {
    let Fixture { declared, derived, .. } = Fixture::new(Backend::aws_lc());
    let mut group = criterion.benchmark_group("json of twelve members");
    group.bench_function("write, bare: serde's derive", |bencher| {
        bencher.iter(|| serde_json::to_vec(black_box(&derived)));
    });
    group.bench_function("write", |bencher| bencher.iter(|| serde_json::to_vec(black_box(&declared))));
    group.bench_function("read, bare: serde's derive", |bencher| {
        bencher.iter(|| serde_json::from_slice::<object::derived::Twelve>(black_box(object::JSON.as_bytes())));
    });
    group.bench_function("read", |bencher| {
        bencher.iter(|| from_json::<object::declared::Twelve>(black_box(object::JSON.as_bytes())));
    });
    group.finish();
}

/// A request with two sealed members, compared with two encryptions.
fn sealing(criterion: &mut Criterion) {
    for backend in Backend::all() {
        let Fixture { client, repayment, public_key, .. } = Fixture::new(*backend);
        let mut group = criterion.benchmark_group(format!("seal ({})", backend.name()));
        group.bench_function("bare: two encryptions", |bencher| {
            let encrypt = |plain: &str| public_key.encryptor.encrypt(plain.as_bytes()).expect("a ciphertext");
            bencher.iter(|| (encrypt(black_box("11010519491231002X")), encrypt(black_box("王小明"))));
        });
        group.bench_function("validate, seal, encode", |bencher| bencher.iter(|| client.encode(black_box(&repayment))));
        group.finish();
    }
}

fn signing(criterion: &mut Criterion) {
    for backend in Backend::all() {
        let Fixture { true_client, order, private_key, message, .. } = Fixture::new(*backend);
        let mut group = criterion.benchmark_group(format!("sign ({})", backend.name()));
        group.bench_function("bare", |bencher| {
            bencher.iter(|| ready(private_key.signer.sign(black_box(&message))));
        });
        group.bench_function("prepare", |bencher| bencher.iter(|| ready(true_client.prepare(black_box(&order)))));
        group.finish();
    }
}

fn verifying(criterion: &mut Criterion) {
    for backend in Backend::all() {
        let fixture = Fixture::new(*backend);
        let Fixture { true_client, answer, platform, public_key, message, signature, .. } = fixture;
        let signed = i64::try_from(now()).expect("seconds");
        let mut group = criterion.benchmark_group(format!("verify ({})", backend.name()));
        group.bench_function("bare", |bencher| {
            bencher.iter(|| public_key.verifier.verify(black_box(&message), &signature));
        });
        group.bench_function("verify", |bencher| {
            bencher.iter(|| {
                verify(wxpay::sign::Scheme::MERCHANT, &platform, answer.headers(), answer.body().clone(), signed)
            });
        });
        group.bench_function("verify, decode", |bencher| {
            let accept = |answer| ready(true_client.accept::<AppPrepay>(answer)).expect("an answer");
            bencher.iter_batched(|| answer.clone(), accept, BatchSize::SmallInput);
        });
        group.finish();
    }
}

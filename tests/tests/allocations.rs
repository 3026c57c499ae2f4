//! The number of allocations of a call, without signing, verifying and HTTP. BENCHMARKS.md has the same numbers: a change that
//! makes more or fewer allocations has to change both.

use allocation_counter::{AllocationInfo, measure};
use wxpay::crypto::Backend;
use wxpay::pay::AppPrepay;
use wxpay::validate::{Policy, validate};
use wxpay_tests::limits::fixture::Fixture;
use wxpay_tests::ready;

#[test]
fn validating_an_order() {
    let Fixture { order, .. } = fixture();
    let allocations = counted(|| assert!(validate(&order, &Policy::default()).is_empty()));
    assert_eq!(allocations, 2);
}

#[test]
fn encoding_an_order() {
    let Fixture { client, order, .. } = fixture();
    let allocations = counted(|| drop(client.encode(&order).unwrap()));
    assert_eq!(allocations, 9);
}

#[test]
fn preparing_an_order() {
    let Fixture { client, order, .. } = fixture();
    let allocations = counted(|| drop(ready(client.prepare(&order)).unwrap()));
    assert_eq!(allocations, 22);
}

#[test]
fn verifying_and_decoding_the_answer() {
    let Fixture { client, answer, .. } = fixture();
    let accept = |answer| drop(ready(client.accept::<AppPrepay>(answer)).unwrap());
    accept(answer.clone());
    let counts = measure(|| accept(answer));
    assert_eq!(counts.count_total, 6);
}

#[test]
fn opening_a_file_takes_the_memory_of_its_pieces() {
    for backend in Backend::all() {
        let piece = vec![0; 64 << 10];
        let mut opener = backend.gcm_opener(&[7; 32], b"a8607ef79034c49c").unwrap();
        let mut plain = Vec::new();
        let AllocationInfo { bytes_max, .. } = measure(|| {
            for _ in 0..32 {
                plain.clear();
                opener.push(&piece, &mut plain).unwrap();
            }
        });
        assert!(bytes_max < 4 * (64 << 10), "{}: {bytes_max} bytes for 2 MiB", backend.name());
    }
}

/// The number of allocations of `step`, without those that happen only once.
fn counted(step: impl Fn()) -> u64 {
    step();
    let AllocationInfo { count_total, count_current, .. } = measure(&step);
    assert_eq!(count_current, 0, "the step keeps memory");
    count_total
}

fn fixture() -> Fixture {
    Fixture::new(Backend::aws_lc())
}

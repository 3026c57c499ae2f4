//! Several instances of a server with one Redis between them: the guard that they share, and processes that share it.

mod guard;
mod processes;

use wxpay_tests::instances::Redis;

#[test]
fn nothing_leaks() {
    // Without a Redis no test uses a secret.
    let Some(_redis) = Redis::start() else { return };
    wxpay_tests::leaks::nothing_leaks();
}

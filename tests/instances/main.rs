//! Several instances of a server with one Redis between them: the guard that they share, and processes that share it.

mod guard;
mod processes;

#[test]
fn nothing_leaks() {
    wxpay_tests::leaks::nothing_leaks();
}

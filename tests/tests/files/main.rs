//! Files and books: downloads that prove themselves, and what is in them.

mod answers;
mod bill;
mod download;
mod encrypted;
mod flows;
mod made_up;
mod parts;
mod reconcile;
mod sandbox;
mod shop;
mod stage;
mod written;

#[test]
fn nothing_leaks() {
    wxpay_tests::leaks::nothing_leaks();
}

//! Files and books: downloads that prove themselves, and what is in them.

wxpay_tests::searched!();

mod answers;
mod bill;
mod download;
mod encrypted;
mod flows;
mod made_up;
mod parts;
mod reconcile;
mod requested;
mod sandbox;
mod shop;
mod stage;
mod uploads;
mod written;

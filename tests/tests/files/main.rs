//! Files and books: downloads that are verified, and their content.

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

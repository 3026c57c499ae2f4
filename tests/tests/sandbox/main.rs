//! The sandbox: its gateway, its books, its admin listener, its deliberate faults, and what it stores.

wxpay_tests::searched!();

mod admin;
mod books;
mod faults;
mod gateway;
mod heads;
mod storage;

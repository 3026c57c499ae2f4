//! The sandbox: its gateway, its books, its admin listener, what it does wrong on purpose and what it keeps.

wxpay_tests::searched!();

mod admin;
mod books;
mod faults;
mod gateway;
mod heads;
mod storage;

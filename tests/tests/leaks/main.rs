//! Nothing that is emitted shows a secret, and the proof that the search would find one: planted in every form, in what is
//! emitted on the wire's way, in what is printed.

wxpay_tests::searched!();

mod calls;
mod forms;
mod planted;
mod printed;
mod suites;

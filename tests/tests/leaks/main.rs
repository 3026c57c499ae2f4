//! Checks that values and errors print no secrets, and proves that the search would find one: in every form, in output on the way
//! to the wire, and in prints.

wxpay_tests::searched!();

mod calls;
mod forms;
mod planted;
mod printed;
mod suites;

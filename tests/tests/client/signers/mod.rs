//! Keys that are kept elsewhere, with the code of the examples: the effects of a signer's latency, failure and nonsense on a
//! call.

#![cfg(unix)]

mod brought;
mod chain;
mod decryptor;
mod dropped;
mod failures;
mod slow;
mod stage;
mod tokens;

#[path = "../../../../wxpay/examples/remote_signer/frame.rs"]
mod frame;
#[allow(dead_code)] // what makes a process of it
#[path = "../../../../wxpay/examples/remote_signer/keeper.rs"]
mod keeper;
#[path = "../../../../wxpay/examples/remote_signer/socket.rs"]
mod socket;
#[path = "../../../../wxpay/examples/pkcs11_signer/soft_hsm.rs"]
mod soft_hsm;
#[path = "../../../../wxpay/examples/pkcs11_signer/spki.rs"]
mod spki;
#[path = "../../../../wxpay/examples/pkcs11_signer/token.rs"]
mod token;

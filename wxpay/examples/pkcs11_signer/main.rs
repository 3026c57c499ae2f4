//! The private key in a token that speaks PKCS#11, such as an HSM: made there, and never outside. Here the token is
//! SoftHSM, and WeChat Pay a local one: no account, no network.
//!
//! ```text
//! cargo run --example pkcs11_signer
//! ```
//!
//! It exits with 0 if everything that it shows has happened, or if there is no SoftHSM (Debian: `softhsm2`), which in CI
//! is an error. `token.rs` is what an application would take over.

#[path = "../parts/mod.rs"]
mod parts;
mod show;
mod soft_hsm;
mod spki;
mod token;

use std::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    match soft_hsm::SoftHsm::of_this_process() {
        Some(token) => show::run(token).await,
        None => match soft_hsm::new_token()? {
            Some((mut again, _folder)) => match again.status()? {
                status if status.success() => Ok(()),
                status => Err(format!("with a token: {status}").into()),
            },
            None if std::env::var("CI").is_ok_and(|ci| ci == "true") => Err(soft_hsm::MISSING.into()),
            None => {
                eprintln!("NOTHING WAS SHOWN: {}", soft_hsm::MISSING);
                Ok(())
            }
        },
    }
}

//! A private key that is made in a PKCS#11 token, such as an HSM, and never leaves it. Here the token is SoftHSM, and
//! WeChat Pay is a local one: no account, no network.
//!
//! ```text
//! cargo run --example pkcs11_signer
//! ```
//!
//! It exits with 0 if every step succeeds. Without SoftHSM (Debian: `softhsm2`) it is skipped and exits with 0, but in CI
//! (`CI=true`) that is an error. Copy `token.rs` into your application.

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
                status => Err(format!("the process with the token failed: {status}").into()),
            },
            None if std::env::var("CI").is_ok_and(|ci| ci == "true") => Err(soft_hsm::MISSING.into()),
            None => {
                eprintln!("SKIPPED: {}", soft_hsm::MISSING);
                Ok(())
            }
        },
    }
}

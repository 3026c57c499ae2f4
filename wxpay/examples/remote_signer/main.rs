//! A private key in a separate process, behind a Unix socket: the process that talks to the network never sees the key.
//! It runs against a local WeChat Pay: no account, no network.
//!
//! ```text
//! cargo run --example remote_signer
//! ```
//!
//! The program starts itself a second time as the keeper of the key, creates an order, and receives the notification. Then
//! it kills the keeper and shows how a call fails. It exits with 0 only if every step succeeds.
//!
//! Copy `socket.rs` and `frame.rs` into your application, and run `keeper.rs` beside it under another user.

#[cfg(unix)]
mod frame;
#[cfg(unix)]
mod keeper;
#[cfg(unix)]
#[path = "../parts/mod.rs"]
mod parts;
#[cfg(unix)]
mod show;
#[cfg(unix)]
mod socket;

#[cfg(unix)]
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    match (arguments.next(), arguments.next()) {
        (None, _) => show::run().await,
        (Some(keep), Some(folder)) if keep == show::KEEP => keeper::run(folder.as_ref()).await,
        _ => Err("usage: remote_signer [keep FOLDER]".into()),
    }
}

#[cfg(not(unix))]
fn main() {
    println!("SKIPPED: this system has no Unix sockets");
}

//! The private key in a process of its own, behind a Unix socket: the process that talks to the network never sees it.
//! Against a local WeChat Pay: no account, no network.
//!
//! ```text
//! cargo run --example remote_signer
//! ```
//!
//! It starts itself a second time as the keeper of the key, orders, is notified, kills the keeper, and shows what that
//! does to a call. It exits with 0 only if everything that it shows has happened.
//!
//! `socket.rs` is what an application would take over; `keeper.rs` what would run beside it under another user.

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
    println!("There are no Unix sockets here.");
}

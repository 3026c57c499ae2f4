//! The log: `tracing` events on standard error. No event has a key, a body or a sensitive member.

use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::outcome::Failure;
use crate::tell::Log;

/// Logs warnings by default, more with `-v`, and with `RUST_LOG` what it says, such as `wxpay_core=debug,hyper=trace`.
pub(crate) fn start(verbose: u8) -> Result<(), Failure> {
    let targets = match std::env::var("RUST_LOG") {
        Ok(filter) => filter.parse().map_err(|error| Failure::Usage(format!("RUST_LOG: {error}")))?,
        // The outcome of its calls is reported by the command itself.
        Err(_) if verbose == 0 => Targets::new()
            .with_default(LevelFilter::WARN)
            .with_target("wxpay::call", LevelFilter::OFF)
            .with_target("wxpay::asked", LevelFilter::OFF),
        Err(_) if verbose == 1 => Targets::new().with_default(LevelFilter::DEBUG),
        Err(_) => Targets::new().with_default(LevelFilter::TRACE),
    };
    let written = tracing_subscriber::fmt::layer().with_writer(|| Log).with_ansi(false);
    tracing_subscriber::registry().with(written).with(targets).init();
    Ok(())
}

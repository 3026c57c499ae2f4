//! Several instances of a server: processes with one Redis between them.

mod process;
mod redis;

pub use process::{Instance, Setup};
pub use redis::Redis;

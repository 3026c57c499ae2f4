//! Keys, signatures and encrypted data, step by step, for every backend that is compiled in.

mod backends;
mod explain;
mod vectors;
mod verification;

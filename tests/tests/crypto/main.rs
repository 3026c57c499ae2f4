//! Keys, signatures and what is encrypted, step by step and over every backend that is compiled in.

mod backends;
mod explain;
mod vectors;
mod verification;

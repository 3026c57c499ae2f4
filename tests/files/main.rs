//! Files and books: downloads that prove themselves, and what is in them.

mod download;
mod stage;

//! Several instances of a server with one Redis: the guard that they share, and processes that share it.

mod guard;
mod processes;

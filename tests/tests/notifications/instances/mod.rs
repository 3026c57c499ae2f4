//! Several instances of a server with one Redis between them: the guard that they share, and processes that share it.

mod guard;
mod processes;

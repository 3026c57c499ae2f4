//! A server in a process of its own, and callers of it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

use super::{Parties, server};

/// Instructions for a process: one line on its standard input.
#[derive(Clone, Deserialize, Serialize)]
pub struct Told {
    /// The keys to use.
    pub parties: Parties,
    /// The server's address, for processes that call it.
    pub host: String,
}

/// The server's process, which ends when this is dropped.
pub struct Server {
    process: Child,
    /// The instructions for callers.
    pub told: Told,
}

impl Server {
    /// Starts this program again with the argument `server`.
    #[must_use]
    pub fn start() -> Self {
        let mut told = Told { parties: Parties::new(), host: String::new() };
        let mut process = spawn(&["server"], &told);
        told.host = format!("http://127.0.0.1:{}", line(&mut process));
        Self { process, told }
    }

    /// Runs the server, in the process that [`Server::start`] starts.
    pub fn run() {
        server::serve(&told().parties).expect("the server runs");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// Starts this program again with these arguments.
#[must_use]
pub fn spawn(role: &[&str], told: &Told) -> Child {
    let program = std::env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args(role)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a process of its own");
    let stdin = child.stdin.as_mut().expect("its standard input");
    writeln!(stdin, "{}", serde_json::to_string(told).expect("JSON")).expect("the child reads its input");
    child
}

/// Reads the line that a process prints.
pub fn line(child: &mut Child) -> String {
    let mut text = String::new();
    BufReader::new(child.stdout.as_mut().expect("its standard output"))
        .read_line(&mut text)
        .expect("the child prints a line");
    text.trim().to_owned()
}

/// Reads the instructions for this process.
#[must_use]
pub fn told() -> Told {
    let mut text = String::new();
    std::io::stdin().read_line(&mut text).expect("a line on standard input");
    serde_json::from_str(&text).expect("the instructions")
}

/// Makes `calls` calls in 64 concurrent tasks.
pub async fn concurrently<T, F, R>(caller: &Arc<T>, call: impl Fn(Arc<T>) -> F + Copy + Send + 'static, calls: usize)
where
    T: Send + Sync + 'static,
    F: Future<Output = R> + Send,
{
    let taken = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..CONCURRENCY)
        .map(|_| {
            let (taken, caller) = (Arc::clone(&taken), Arc::clone(caller));
            tokio::spawn(async move {
                while taken.fetch_add(1, Ordering::Relaxed) < calls {
                    std::hint::black_box(call(Arc::clone(&caller)).await);
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("every call succeeds");
    }
}

/// Number of concurrent calls.
pub const CONCURRENCY: usize = 64;

//! A server in a process of its own, and callers of it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};

use super::{Parties, server};

/// What a process is told on standard input, in one line.
#[derive(Clone, Deserialize, Serialize)]
pub struct Told {
    /// Whose keys to use.
    pub parties: Parties,
    /// Where the server is, for those that call it.
    pub host: String,
}

/// The server's process. It ends when this is dropped.
pub struct Server {
    process: Child,
    /// What callers are told.
    pub told: Told,
}

impl Server {
    /// Starts this program once more with the argument `server`.
    #[must_use]
    pub fn start() -> Self {
        let mut told = Told { parties: Parties::new(), host: String::new() };
        let mut process = spawn(&["server"], &told);
        told.host = format!("http://127.0.0.1:{}", line(&mut process));
        Self { process, told }
    }

    /// What the process of that argument does.
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

/// Starts this program once more with these arguments.
#[must_use]
pub fn spawn(role: &[&str], told: &Told) -> Child {
    let program = std::env::current_exe().expect("this program");
    start(Command::new(program).args(role), told)
}

/// Starts a program that asks what it is [`told`].
#[must_use]
pub fn start(program: &mut Command, told: &Told) -> Child {
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a process of its own");
    let stdin = child.stdin.as_mut().expect("its standard input");
    writeln!(stdin, "{}", serde_json::to_string(told).expect("JSON")).expect("it reads");
    child
}

/// The line that a process prints.
pub fn line(child: &mut Child) -> String {
    let mut text = String::new();
    BufReader::new(child.stdout.as_mut().expect("its standard output")).read_line(&mut text).expect("it tells");
    text.trim().to_owned()
}

/// What this process was told.
#[must_use]
pub fn told() -> Told {
    let mut text = String::new();
    std::io::stdin().read_line(&mut text).expect("a line on standard input");
    serde_json::from_str(&text).expect("what to do")
}

/// `calls` calls by 64 tasks that take the next one until none is left.
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

/// How many call at once.
pub const CONCURRENCY: usize = 64;

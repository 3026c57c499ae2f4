//! A Redis for one test: on a socket in a temporary folder, deleted with the test.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::report;

/// A running `redis-server`.
pub struct Redis {
    folder: TempDir,
    server: Child,
}

impl Redis {
    /// Starts a server that stores its data on disk. Returns `None`, and prints a line, if `redis-server` is not installed.
    ///
    /// # Panics
    /// The server does not start; or it is not installed and `CI` is `true`.
    #[must_use]
    pub fn start() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        match serve(&folder) {
            Ok(server) => Some(Self { folder, server }.ready()),
            Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("redis-server: {error}"),
            Err(error) => {
                report(&format!("SKIPPED: redis-server is needed for this test: {error}"));
                None
            }
        }
    }

    /// The URL, for a guard.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis+unix://{}", self.socket().display())
    }

    /// Kills the server, as a crash does.
    pub fn crash(&mut self) {
        self.server.kill().expect("it was running");
        self.server.wait().expect("it has ended");
    }

    /// Starts the server again with its data on disk.
    ///
    /// # Panics
    /// The server does not start.
    #[must_use]
    pub fn restart(mut self) -> Self {
        self.server = serve(&self.folder).expect("it was there before");
        self.ready()
    }

    /// Deletes the data on disk, while the server is stopped.
    ///
    /// # Panics
    /// There is no data.
    pub fn forget(&self) {
        std::fs::remove_dir_all(self.folder.path().join("appendonlydir")).expect("it has kept something");
    }

    /// Suspends the server, with its connections open, or lets it continue.
    ///
    /// # Panics
    /// The `kill` command is missing.
    pub fn hang(&self, hangs: bool) {
        let signal = if hangs { "-STOP" } else { "-CONT" };
        let killed = Command::new("kill").args([signal, &self.server.id().to_string()]).status();
        assert!(killed.expect("a `kill` command").success());
    }

    /// Sends a command and returns the answer.
    ///
    /// # Panics
    /// The server does not answer.
    #[must_use]
    pub fn says(&self, command: &str) -> String {
        self.asked(command).expect("it runs")
    }

    fn asked(&self, command: &str) -> std::io::Result<String> {
        let mut connection = UnixStream::connect(self.socket())?;
        connection.write_all(format!("{command}\r\n").as_bytes())?;
        let mut answer = [0; 512];
        let length = connection.read(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer[..length]).into_owned())
    }

    fn ready(self) -> Self {
        for _ in 0..1000 {
            if self.asked("PING").is_ok_and(|answer| answer == "+PONG\r\n") {
                return self;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("redis-server does not answer");
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join(SOCKET)
    }
}

impl Drop for Redis {
    fn drop(&mut self) {
        // A crashed server has already ended.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn serve(folder: &TempDir) -> std::io::Result<Child> {
    Command::new("redis-server")
        .args(["--port", "0", "--unixsocket", SOCKET, "--save", "", "--appendonly", "yes", "--appendfsync", "always"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .spawn()
}

const SOCKET: &str = "redis.sock";

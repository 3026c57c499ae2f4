//! A Redis of a test's own: on a socket in a temporary folder, gone with the test.

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
    /// Starts one, which keeps what it knows on disk. `None`, and a line that says so, where `redis-server` is not
    /// installed.
    ///
    /// # Panics
    /// It does not start; or it is not installed where `CI` is `true`.
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

    /// Where it is, for a guard.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis+unix://{}", self.socket().display())
    }

    /// Ends it at once, as a crash does.
    pub fn crash(&mut self) {
        self.server.kill().expect("it was running");
        self.server.wait().expect("it has ended");
    }

    /// Starts it again, with what it had kept on disk.
    ///
    /// # Panics
    /// It does not start.
    #[must_use]
    pub fn restart(mut self) -> Self {
        self.server = serve(&self.folder).expect("it was there before");
        self.ready()
    }

    /// Forgets what it had kept on disk, if it does not run.
    ///
    /// # Panics
    /// There is nothing to forget.
    pub fn forget(&self) {
        std::fs::remove_dir_all(self.folder.path().join("appendonlydir")).expect("it has kept something");
    }

    /// Stops answering, with its connections open, until it is to answer again.
    ///
    /// # Panics
    /// There is no `kill` command.
    pub fn hang(&self, hangs: bool) {
        let signal = if hangs { "-STOP" } else { "-CONT" };
        let killed = Command::new("kill").args([signal, &self.server.id().to_string()]).status();
        assert!(killed.expect("a `kill` command").success());
    }

    /// What it says to a command.
    ///
    /// # Panics
    /// It says nothing.
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
        // One that has crashed is gone already.
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

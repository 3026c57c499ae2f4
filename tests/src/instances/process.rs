//! One instance, as a process.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use wxpay::client::{Builder, Client};

/// The setup of an instance: the merchant's keys, of which each process has its own copy, and the Redis that they share.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Setup {
    /// The merchant number.
    pub mchid: String,
    /// The serial of the merchant's certificate.
    pub merchant_serial: String,
    /// The merchant's private key.
    pub merchant_private_key: String,
    /// The APIv3 key.
    pub api_v3_key: String,
    /// The ID of WeChat Pay's public key.
    pub public_key_id: String,
    /// WeChat Pay's public key.
    pub public_key: String,
    /// URL of the Redis.
    pub redis: String,
    /// Lease of a claim.
    pub lease: Duration,
    /// Time that handling a notification takes.
    pub work: Duration,
}

impl Setup {
    /// The client of an instance.
    pub fn client_builder(&self) -> Builder {
        Client::builder()
            .mchid(&self.mchid)
            .merchant_serial(&self.merchant_serial)
            .private_key_pem(&self.merchant_private_key)
            .api_v3_key(&self.api_v3_key)
            .platform_public_key_pem(&self.public_key_id, &self.public_key)
    }
}

/// A running instance, which ends when this is dropped.
pub struct Instance {
    process: Child,
    /// The process's input; the process ends when it is closed.
    open: Option<ChildStdin>,
    /// URL that receives notifications.
    pub url: String,
    said: Arc<Mutex<Vec<String>>>,
    reader: Option<JoinHandle<()>>,
}

impl Instance {
    /// Starts the program `instance`, and waits until it listens.
    ///
    /// # Panics
    /// The program does not start.
    #[must_use]
    pub fn start(program: &str, setup: &Setup) -> Self {
        let mut process = Command::new(program)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program is built with the tests");
        let mut input = process.stdin.take().expect("piped");
        let setup = serde_json::to_string(setup).expect("plain data");
        writeln!(input, "{setup}").expect("it reads");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let url = lines.next().expect("the instance prints its address").expect("as text");
        let said = Arc::<Mutex<Vec<String>>>::default();
        let heard = said.clone();
        let reader = std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                heard.lock().expect("nobody panics meanwhile").push(line);
            }
        });
        Self { process, open: Some(input), url, said, reader: Some(reader) }
    }

    /// Waits until the instance has printed a line that begins with `begin`, which is `began ID` or `handled ID`.
    ///
    /// # Panics
    /// It has not printed such a line after 20 seconds.
    pub async fn says(&self, begin: &str) {
        let began = Instant::now();
        while !self.said().iter().any(|line| line.starts_with(begin)) {
            assert!(began.elapsed() < Duration::from_secs(20), "no line begins with {begin:?}: {:?}", self.said());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Ends the instance and returns every line that it printed.
    ///
    /// # Panics
    /// The instance has crashed.
    #[must_use]
    pub fn end(mut self) -> Vec<String> {
        self.open = None;
        assert!(self.process.wait().expect("it was running").success());
        self.reader.take().map(JoinHandle::join).transpose().expect("reading does not panic");
        self.said()
    }

    fn said(&self) -> Vec<String> {
        self.said.lock().expect("nobody panics meanwhile").clone()
    }

    /// Kills the instance, whatever it is doing.
    pub fn crash(mut self) {
        self.process.kill().expect("it was running");
        self.process.wait().expect("it has ended");
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        // A crashed instance has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

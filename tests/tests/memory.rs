//! Checks that secrets are wiped: the memory of this process is searched for secrets that were used and dropped. A stack keeps
//! what was moved over it, so every way that a key takes counts, most of all in an unoptimised build.

#![cfg(target_os = "linux")]

use std::fs::File;
use std::os::unix::fs::FileExt as _;
use std::sync::{Mutex, MutexGuard, PoisonError};

use futures_util::FutureExt as _;
use wxpay::client::{Builder, Client};
use wxpay::crypto::{Backend, BoxFuture, CryptoError, Decryptor, Zeroizing};
use wxpay::download::{Download, FileKey};
use wxpay::keys::ApiV3Key;
use wxpay::prelude::*;
use wxpay_sandbox::{Credentials, Sandbox};

/// A secret that is not in memory itself: its bytes are kept with every bit of [`MASK`] flipped.
struct Hidden(Vec<u8>);

const MASK: u8 = 0xa5;

impl Hidden {
    /// Makes a secret of `length` printable characters, which no other test has.
    fn new(length: usize) -> Self {
        Self((0..length).map(|_| fastrand::u8(b'!'..=b'~') ^ MASK).collect())
    }

    /// The secret, in memory that is wiped.
    fn shown(&self) -> Zeroizing<String> {
        let mut shown = Zeroizing::new(String::with_capacity(self.0.len()));
        self.0.iter().for_each(|byte| shown.push(char::from(byte ^ MASK)));
        shown
    }

    /// The number of copies of its second half in the memory that this process can write to: heap, stacks and data. An allocator
    /// writes its own lists over the first half of freed memory.
    fn copies(&self) -> usize {
        let maps = std::fs::read_to_string("/proc/self/maps").unwrap();
        let memory = File::open("/proc/self/mem").unwrap();
        let written = maps.lines().filter(|line| line.split(' ').nth(1).is_some_and(|mode| mode.starts_with("rw")));
        written.map(|line| self.copies_in(&memory, line)).sum()
    }

    /// Compares without a plain copy of the secret or of the memory, since the search would find both.
    fn is(&self, window: &[u8]) -> bool {
        let half = self.half();
        window[0] ^ MASK == half[0] && window.iter().zip(half).all(|(byte, hidden)| byte ^ MASK == *hidden)
    }

    fn half(&self) -> &[u8] {
        &self.0[self.0.len() / 2..]
    }

    fn copies_in(&self, memory: &File, line: &str) -> usize {
        let range = line.split(' ').next().unwrap().split_once('-').unwrap();
        let [from, to] = [range.0, range.1].map(|digits| u64::from_str_radix(digits, 16).unwrap());
        let (mut copies, mut piece, mut at) = (0, Zeroizing::new(vec![0; PIECE]), from);
        while at < to {
            // Some memory cannot be read, for example if no page backs it.
            let Ok(read) = memory.read_at(&mut piece, at) else { break };
            copies += piece[..read].windows(self.half().len()).filter(|window| self.is(window)).count();
            if read <= self.0.len() || at + read as u64 >= to {
                break;
            }
            // A secret may lie across two pieces.
            at += (read - self.0.len() + 1) as u64;
        }
        copies
    }
}

const PIECE: usize = 1 << 20;

/// Lets one test search at a time, because other tests change the memory.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn credentials() -> Credentials {
    Sandbox::start().await.unwrap().credentials().clone()
}

fn builder(credentials: &Credentials) -> Builder {
    Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
}

/// Moves a value through a few frames, as callers do.
#[inline(never)]
fn moved<T>(value: T) -> Option<T> {
    let passed = Some(value);
    passed.filter(|_| true)
}

#[test]
fn a_secret_that_is_kept_is_found() {
    let _alone = alone();
    let secret = Hidden::new(32);
    let kept = secret.shown().to_string();
    assert!(secret.copies() >= 1);
    let on_the_stack = Hidden::new(32);
    let bytes: [u8; 32] = on_the_stack.shown().as_bytes().try_into().unwrap();
    assert!(on_the_stack.copies() >= 1);
    std::hint::black_box((&kept, &bytes));
}

#[test]
fn an_api_v3_key_leaves_no_copy_behind() {
    let _alone = alone();
    let secret = Hidden::new(32);
    let keys: Vec<_> = (0..3).filter_map(|_| moved(ApiV3Key::new(&secret.shown()))?).collect();
    let cloned = keys.clone();
    assert!(secret.copies() >= 1);
    drop((keys, cloned));
    assert_eq!(secret.copies(), 0);
    assert!(ApiV3Key::new(&format!("{}é", &secret.shown()[..30])).is_none());
}

#[tokio::test]
async fn a_client_and_its_notifications_leave_no_copy_of_the_api_v3_key_behind() {
    let credentials = credentials().await;
    let _alone = alone();
    let secret = Hidden::new(32);
    let client = builder(&credentials).api_v3_key(std::mem::take(&mut *secret.shown())).build().unwrap();
    let notifications = client.notifications().unwrap();
    assert!(secret.copies() >= 1);
    drop((client, notifications));
    assert_eq!(secret.copies(), 0);
    // A client that cannot be built leaves none either.
    let refused = Client::builder().api_v3_key(std::mem::take(&mut *secret.shown())).build();
    assert!(refused.is_err());
    assert_eq!(secret.copies(), 0);
}

#[test]
fn the_key_of_a_file_leaves_no_copy_behind() {
    let _alone = alone();
    let secret = Hidden::new(32);
    let key = moved(FileKey::new(&secret.shown(), "nonce").unwrap()).unwrap();
    let download = moved(Download::new("https://a", "SHA1", "0").open_with(key.clone())).unwrap();
    assert!(secret.copies() >= 1);
    drop((key, download));
    assert_eq!(secret.copies(), 0);
}

#[test]
fn opening_piece_by_piece_leaves_no_copy_of_the_key_behind() {
    let _alone = alone();
    for backend in Backend::all() {
        let secret = Hidden::new(32);
        let key = ApiV3Key::new(&secret.shown()).unwrap();
        let mut opener = moved(backend.gcm_opener(key.expose(), b"a nonce of another length").unwrap()).unwrap();
        opener.push(&[7; 100], &mut Vec::new()).unwrap();
        assert!(opener.finish(&mut Vec::new()).is_err());
        drop(key);
        // A crypto library's key schedule begins with the key; wiping it is up to the library.
        let copies = if backend.name() == "rustcrypto" { 0 } else { secret.copies() };
        assert_eq!(copies, 0, "{}", backend.name());
    }
}

/// A decryptor whose plaintext is not text.
struct NoText(Hidden);

impl Decryptor for NoText {
    fn decrypt<'a>(&'a self, _: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        let mut plain = Zeroizing::new(Vec::with_capacity(self.0.0.len() + 1));
        plain.extend_from_slice(self.0.shown().as_bytes());
        plain.push(0xff);
        Box::pin(std::future::ready(Ok(plain)))
    }
}

#[wxpay_object]
#[derive(Debug)]
struct Named {
    name: Sensitive,
}

#[tokio::test]
async fn a_member_that_opens_to_no_text_leaves_nothing_behind() {
    let credentials = credentials().await;
    let _alone = alone();
    let decryptor = std::sync::Arc::new(NoText(Hidden::new(190)));
    let client = builder(&credentials).decryptor(decryptor.clone()).build().unwrap();
    let mut named = Named { name: Sensitive::sealed("1", "AAAA") };
    assert!(client.open(&mut named).now_or_never().unwrap().is_err());
    assert_eq!(decryptor.0.copies(), 0);
}

#[tokio::test]
async fn a_sensitive_value_that_was_sent_leaves_nothing_behind() {
    let credentials = credentials().await;
    let _alone = alone();
    let client = builder(&credentials).build().unwrap();
    let secret = Hidden::new(48);
    let named = wxpay::security::SecurityEchoRequired { echo_message: "1".into() };
    let mut echo = wxpay::security::SecurityEcho::new(named);
    echo.encrypted_echo_message = Some(Sensitive::new(std::mem::take(&mut *secret.shown())));
    let encoded = client.encode(&echo).unwrap();
    drop(echo);
    assert_eq!(secret.copies(), 0);
    drop(encoded);
}

//! Encrypted files, and files in parts: opened with their keys and joined in order, and nothing else is left.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::Index;
use wxpay::crypto::Backend;
use wxpay::download::{Download, DownloadError, FileKey};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::keys::ApiV3Key;

use crate::stage::{Stage, URL, download_of, gzip, pieces, sha1};

const KEY: &str = "0ne-key-0f-thirty-tw0-characters";
const NONCE: &str = "twelve-bytes";

fn sealed(content: &[u8]) -> Vec<u8> {
    let (backend, nonce) = (Backend::preferred().unwrap(), NONCE.as_bytes().try_into().unwrap());
    backend.gcm_seal(&ApiV3Key::new(KEY).unwrap(), nonce, b"", content).unwrap()
}

fn key() -> FileKey {
    FileKey::new(KEY, NONCE).unwrap()
}

fn encrypted(content: &[u8]) -> Download {
    download_of(content).open_with(key())
}

fn kind(error: &Error) -> &DownloadError {
    match error.kind() {
        ErrorKind::Download(error) => error,
        other => panic!("another error: {other}"),
    }
}

async fn fails(stage: &Stage, download: &Download) -> Error {
    let error = stage.client.download_file(download, stage.path()).await.unwrap_err();
    assert_eq!(stage.left(), [""; 0], "{error}");
    let printed = format!("{error} {error:?} {download:?}");
    assert!(!printed.contains("secret-token") && !printed.contains(KEY), "{printed}");
    error
}

/// Longer than one piece of any kind.
fn content() -> Vec<u8> {
    (0..20_011_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect()
}

#[tokio::test]
async fn an_encrypted_file_is_opened_plain_or_packed_by_every_backend() {
    let content = content();
    for backend in Backend::all() {
        let stage = Stage::on(*backend).await;
        for size in [1 << 20, 1 << 10, 7] {
            stage.answer(pieces(&sealed(&content), size));
            let downloaded = stage.client.download_file(&encrypted(&content), stage.path()).await.unwrap();
            assert_eq!((downloaded.received, downloaded.written), (80_044 + 16, 80_044));
            assert_eq!(std::fs::read(stage.path()).unwrap(), content);

            stage.answer(pieces(&sealed(&gzip(&content)), size));
            let mut memory = Vec::new();
            stage.client.download(&encrypted(&content).gunzip(true), &mut memory).await.unwrap();
            assert_eq!(memory, content);
        }
        stage.answer(pieces(&sealed(b""), 100));
        stage.client.download_file(&encrypted(b""), stage.path()).await.unwrap();
    }
}

#[tokio::test]
async fn what_was_not_sealed_with_the_key_is_refused() {
    let (stage, content) = (Stage::new().await, content());
    let file = sealed(&content);
    for place in [0, 40_000, file.len() - 17, file.len() - 1] {
        let mut changed = file.clone();
        changed[place] ^= 1;
        stage.answer(pieces(&changed, 1 << 14));
        let error = fails(&stage, &encrypted(&content)).await;
        assert!(matches!(kind(&error), DownloadError::Sealed), "{place}: {error}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
    for length in [0, 15, 16, 17, file.len() - 1] {
        stage.answer(pieces(&file[..length], 1 << 14));
        assert!(matches!(kind(&fails(&stage, &encrypted(&content)).await), DownloadError::Sealed), "{length}");
    }
    let other_key = FileKey::new("an0ther-key-of-thirty-tw0-bytes!", NONCE).unwrap();
    let other_nonce = FileKey::new(KEY, "twelve bytes").unwrap();
    for other in [other_key, other_nonce] {
        stage.answer(pieces(&file, 1 << 14));
        let error = fails(&stage, &download_of(&content).open_with(other)).await;
        assert!(matches!(kind(&error), DownloadError::Sealed), "{error}");
    }
    // The key is right, but another content was promised.
    stage.answer(pieces(&file, 1 << 14));
    let error = fails(&stage, &download_of(b"content").open_with(key())).await;
    assert!(matches!(kind(&error), DownloadError::Digest), "{error}");
    // Compressed, and damaged inside: either of the two checks may fail first.
    let mut changed = sealed(&gzip(&content));
    changed[30] ^= 1;
    stage.answer(pieces(&changed, 1 << 14));
    let error = fails(&stage, &encrypted(&content).gunzip(true)).await;
    assert!(matches!(kind(&error), DownloadError::Sealed | DownloadError::Gzip(_)), "{error}");
}

#[test]
fn a_key_of_another_length_is_none() {
    for (key, nonce) in [("", NONCE), (&KEY[..16], NONCE), ("0ne-key-0f-thirty-three-characters", NONCE), (KEY, "")] {
        assert!(matches!(FileKey::new(key, nonce), Err(DownloadError::Key)), "{key} {nonce}");
    }
    assert_eq!(format!("{:?}", FileKey::new(KEY, NONCE).unwrap()), "FileKey(..)");
}

#[tokio::test]
async fn parts_follow_each_other_in_the_order_of_their_numbers() {
    let stage = Stage::new().await;
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = told.clone();
    let parts = [(3, encrypted(b"three")), (1, encrypted(b"one, ")), (2, encrypted(b"two, ").gunzip(true))];
    let download = Download::joined(3, parts).unwrap();
    let download =
        download.on_progress(move |progress| kept.lock().unwrap().push((progress.received, progress.written)));
    for file in [sealed(b"one, "), sealed(&gzip(b"two, ")), sealed(b"three")] {
        stage.answer(pieces(&file, 1000));
    }
    let downloaded = stage.client.download_file(&download, stage.path()).await.unwrap();
    assert_eq!(std::fs::read(stage.path()).unwrap(), b"one, two, three");
    let packed = sealed(&gzip(b"two, ")).len() as u64;
    assert_eq!((downloaded.received, downloaded.written), (21 + packed + 21, 15));
    assert_eq!(stage.asked().len(), 3);
    // The end of a part is known only with its tag.
    assert_eq!(*told.lock().unwrap(), [(21, 0), (21 + packed, 5), (42 + packed, 10)]);
}

#[tokio::test]
async fn a_part_that_fails_leaves_nothing_of_those_before_it() {
    let stage = Stage::new().await;
    let download = || Download::joined(2, [(1, encrypted(b"one")), (2, encrypted(b"two"))]).unwrap();
    // The two parts are exchanged.
    stage.answer(pieces(&sealed(b"two"), 1000));
    assert!(matches!(kind(&fails(&stage, &download()).await), DownloadError::Digest));
    stage.answer(pieces(&sealed(b"one"), 1000));
    stage.answer(pieces(&sealed(b"one"), 1000));
    assert!(matches!(kind(&fails(&stage, &download()).await), DownloadError::Digest));
    // All parts together are too large.
    stage.answer(pieces(&sealed(b"one"), 1000));
    stage.answer(pieces(&sealed(b"two"), 1000));
    assert!(matches!(kind(&fails(&stage, &download().limit(5)).await), DownloadError::TooLarge(5)));
    // One part cannot be verified, so nothing is requested.
    stage.asked();
    let elsewhere = Download::new("https://example.com/v3/billdownload/file", "SHA1", sha1(b"two"));
    let error = fails(&stage, &Download::joined(2, [(1, encrypted(b"one")), (2, elsewhere)]).unwrap()).await;
    assert!(matches!(kind(&error), DownloadError::ForeignHost(_)), "{error}");
    assert_eq!((error.outcome(), stage.asked().len()), (Outcome::NotSent, 0));
}

#[test]
fn parts_are_numbered_from_one_each_once() {
    for (count, numbers) in [
        (0, &[][..]),
        (1, &[]),
        (2, &[1]),
        (2, &[2]),
        (2, &[1, 1]),
        (2, &[1, 2, 2]),
        (1, &[1, 2]),
        (2, &[0, 1]),
        (-1, &[]),
    ] {
        let parts = numbers.iter().map(|number| (*number, encrypted(b"part")));
        match Download::joined(count, parts) {
            Err(DownloadError::Parts { count: expected, found }) => {
                assert_eq!((expected, found.as_slice()), (count, numbers));
            }
            other => panic!("{count} {numbers:?}: {other:?}"),
        }
    }
    let error = Download::joined(2, [(1, encrypted(b"part"))]).unwrap_err();
    assert_eq!(error.to_string(), "expected the parts 1 to 2, each once; found [1]");
}

#[tokio::test]
async fn urls_that_got_old_are_asked_for_again() {
    let stage = Stage::new().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let parts = |url: &str| {
        let part = |content: &[u8]| Download::new(url, "SHA1", sha1(content)).open_with(key());
        Download::joined(3, [(1, part(b"one, ")), (2, part(b"two, ")), (3, part(b"three"))]).unwrap()
    };
    let again = move || {
        let number = count.fetch_add(1, Ordering::Relaxed);
        let fresh = parts(&format!("{URL}&again={number}"));
        async move { Ok(fresh) }
    };
    let answer = || [&b"one, "[..], b"two, ", b"three"].iter().for_each(|part| stage.answer(pieces(&sealed(part), 9)));
    answer();
    let download = stage.client.renewing(parts(URL), Duration::ZERO, again.clone());
    let mut memory = Vec::new();
    stage.client.download(&download, &mut memory).await.unwrap();
    assert_eq!(memory, b"one, two, three");
    let urls: Vec<_> = stage.asked().iter().map(|request| request.uri().to_string()).collect();
    assert_eq!(urls, [0, 1, 2].map(|number| format!("{URL}&again={number}")));

    // URLs that are not old are not asked for again.
    answer();
    let download = stage.client.renewing(parts(URL), Duration::from_secs(240), again);
    stage.client.download(&download, &mut Vec::new()).await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 3);
    assert!(stage.asked().iter().all(|request| request.uri() == URL));
}

#[tokio::test]
async fn another_file_than_the_one_that_was_begun_is_not_joined_to_it() {
    let stage = Stage::new().await;
    let parts = |second: &[u8]| Download::joined(2, [(1, encrypted(b"one")), (2, encrypted(second))]).unwrap();
    let other = parts(b"other");
    let again = move || std::future::ready(Ok(other.clone()));
    let download = stage.client.renewing(parts(b"two"), Duration::ZERO, again);
    let error = fails(&stage, &download).await;
    assert!(matches!(kind(&error), DownloadError::Changed), "{error}");

    let again = || std::future::ready(Err(DownloadError::Key.into()));
    let download = stage.client.renewing(parts(b"two"), Duration::ZERO, again);
    assert!(matches!(kind(&fails(&stage, &download).await), DownloadError::Key));
}

#[test]
fn without_async_urls_are_asked_for_again_too() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let stage = runtime.block_on(Stage::new());
    let client = wxpay::blocking::Client::new(stage.client.clone()).unwrap();
    let parts = || Download::joined(2, [(1, encrypted(b"one, ")), (2, encrypted(b"two"))]).unwrap();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    let download = client.renewing(parts(), Duration::ZERO, move || {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(parts())
    });
    [&b"one, "[..], b"two"].iter().for_each(|part| stage.answer(pieces(&sealed(part), 9)));
    let mut memory = Vec::new();
    client.download(&download, &mut memory).unwrap();
    assert_eq!((memory.as_slice(), asked.load(Ordering::Relaxed)), (&b"one, two"[..], 2));
}

#[tokio::test]
async fn a_picture_has_no_digest_and_a_bill_is_not_downloaded_without_one() {
    let stage = Stage::new().await;
    let url = "http://127.0.0.1:9/v3/merchant-service/images/ChsyMD%3D%3D";
    stage.answer(pieces(b"\x89PNG", 2));
    let mut picture = Vec::new();
    stage.client.download(&wxpay::complaint::picture(url), &mut picture).await.unwrap();
    assert_eq!(picture, b"\x89PNG");
    let asked = stage.asked().remove(0);
    assert_eq!(asked.uri(), url);
    assert!(asked.headers()["authorization"].to_str().unwrap().starts_with("WECHATPAY2-SHA256-RSA2048 "));

    for (url, expected) in [
        (URL, "a file at `/v3/billdownload/file` cannot be downloaded without its digest"),
        (
            "http://127.0.0.1:9/v3/merchant-service/images/upload",
            "`/v3/merchant-service/images/upload` does not serve downloads",
        ),
        ("https://example.com/v3/merchant-service/images/a", "`example.com` is not a host of WeChat Pay"),
    ] {
        let error = fails(&stage, &Download::without_digest(url)).await;
        assert_eq!((kind(&error).to_string().as_str(), error.outcome()), (expected, Outcome::NotSent));
    }
    assert_eq!(stage.asked().len(), 0);
    stage.answer(std::iter::repeat_with(|| Ok(vec![0; 1 << 20].into())));
    assert!(matches!(kind(&fails(&stage, &wxpay::complaint::picture(url)).await), DownloadError::TooLarge(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_arrives_is_the_promised_file_or_an_error(
        contents in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..500), 1..4),
        size in 1..200_usize,
        damage in proptest::option::of((any::<Index>(), any::<Index>(), 0..8_u32)),
        cut in proptest::option::of((any::<Index>(), any::<Index>())),
        swapped in proptest::option::of((any::<Index>(), any::<Index>())),
        packed in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let stage = Stage::new().await;
            let seal = |content: &Vec<u8>| if packed { sealed(&gzip(content)) } else { sealed(content) };
            let mut files: Vec<_> = contents.iter().map(seal).collect();
            let right = files.clone();
            if let Some((file, place, bit)) = damage {
                let file = file.get_mut(&mut files);
                let place = place.index(file.len());
                file[place] ^= 1 << bit;
            }
            if let Some((file, length)) = cut {
                let file = file.get_mut(&mut files);
                file.truncate(length.index(file.len()));
            }
            if let Some((one, other)) = swapped {
                let (one, other) = (one.index(files.len()), other.index(files.len()));
                files.swap(one, other);
            }
            files.iter().for_each(|file| stage.answer(pieces(file, size)));
            let parts = contents.iter().zip(1..).map(|(content, number)| (number, encrypted(content)));
            let mut parts: Vec<_> = parts.collect();
            parts.reverse();
            let download = Download::joined(contents.len().try_into().unwrap(), parts).unwrap().gunzip(packed);
            match stage.client.download_file(&download, stage.path()).await {
                Ok(_) => {
                    assert_eq!(files, right, "other content was accepted");
                    assert_eq!(std::fs::read(stage.path()).unwrap(), contents.concat());
                }
                Err(error) => {
                    assert_ne!(files, right, "{error}");
                    assert_eq!(stage.left(), [""; 0]);
                }
            }
        });
    }
}

//! Downloads: only the promised content is a success, and nothing else stays on the disk.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use proptest::prelude::*;
use wxpay::crypto::{Backend, DigestAlgorithm};
use wxpay::download::{Download, DownloadError, Progress};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::transport::Stage as Reached;

use crate::stage::{Piece, Stage, URL, download_of, gzip, hex, pieces, sha1};

/// 300 kB that do not compress to nothing.
fn content() -> Vec<u8> {
    (0..60_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).chain([b'x'; 60_000]).collect()
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
    assert!(!format!("{error} {error:?}").contains("secret-token"), "{error:?}");
    error
}

#[tokio::test]
async fn a_file_arrives_whole_plain_or_packed_whatever_its_pieces() {
    let (stage, content) = (Stage::new().await, content());
    for size in [1 << 20, 1 << 10, 7] {
        stage.answer(pieces(&content, size));
        let downloaded = stage.client.download_file(&download_of(&content), stage.path()).await.unwrap();
        assert_eq!((downloaded.received, downloaded.written), (300_000, 300_000));
        assert_eq!(std::fs::read(stage.path()).unwrap(), content);

        let packed = gzip(&content);
        stage.answer(pieces(&packed, size));
        let mut memory = Vec::new();
        let downloaded = stage.client.download(&download_of(&content).gunzip(true), &mut memory).await.unwrap();
        assert_eq!((downloaded.received, downloaded.written), (packed.len() as u64, 300_000));
        assert_eq!(memory, content);
    }
    assert_eq!(stage.left(), ["bill.csv"]);
}

#[tokio::test]
async fn what_is_sent_is_a_signed_get_of_path_and_query() {
    let stage = Stage::new().await;
    stage.answer(pieces(b"content", 3));
    stage.client.download(&download_of(b"content"), &mut Vec::new()).await.unwrap();
    let asked = stage.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].method().as_str(), asked[0].uri().to_string().as_str()), ("GET", URL));
    let credentials = &asked[0].headers()["authorization"];
    // A refusal is signed with the key that the request names; the client could not verify it without a key.
    let serial = stage.client.platform().serials().remove(0);
    assert_eq!(asked[0].headers()["wechatpay-serial"].to_str().unwrap(), serial);
    assert!(credentials.is_sensitive() && credentials.to_str().unwrap().starts_with("WECHATPAY2-SHA256-RSA2048 "));
}

#[tokio::test]
async fn a_file_of_several_gzip_members_is_one_file() {
    let stage = Stage::new().await;
    let packed = [gzip(b"one, "), gzip(b""), gzip(b"two")].concat();
    for size in [1, 1000] {
        stage.answer(pieces(&packed, size));
        let mut memory = Vec::new();
        stage.client.download(&download_of(b"one, two").gunzip(true), &mut memory).await.unwrap();
        assert_eq!(memory, b"one, two");
    }
}

#[tokio::test]
async fn the_digest_is_compared_in_either_case_and_algorithm() {
    let stage = Stage::new().await;
    let sha256 = hex(DigestAlgorithm::Sha256, b"content");
    for (hash_type, hash_value) in [
        ("SHA1", sha1(b"content")),
        ("SHA1", sha1(b"content").to_uppercase()),
        ("SHA256", sha256.clone()),
        ("SHA256", sha256.to_uppercase()),
    ] {
        stage.answer(pieces(b"content", 3));
        let download = Download::new(URL, hash_type, hash_value);
        stage.client.download_file(&download, stage.path()).await.unwrap();
    }
}

#[test]
fn digests_are_the_published_ones_on_every_backend() {
    for backend in Backend::all() {
        for (algorithm, expected) in [
            (DigestAlgorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (DigestAlgorithm::Sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ] {
            let mut digester = backend.digester(algorithm);
            [b"a", b"b", b"c"].iter().for_each(|piece| digester.update(*piece));
            let digest: String = digester.finish().iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(digest, expected, "{}", backend.name());
            assert_eq!(expected.len(), 2 * algorithm.length());
        }
    }
}

#[tokio::test]
async fn progress_is_told_after_every_piece() {
    let stage = Stage::new().await;
    stage.answer(pieces(b"content", 3));
    let told = Arc::new(Mutex::new(Vec::new()));
    let kept = told.clone();
    let download = download_of(b"content").on_progress(move |Progress { received, total, written, .. }| {
        kept.lock().unwrap().push((received, total, written));
    });
    stage.client.download(&download, &mut Vec::new()).await.unwrap();
    assert_eq!(*told.lock().unwrap(), [(3, None, 3), (6, None, 6), (7, None, 7)]);
}

#[tokio::test]
async fn one_flipped_byte_is_refused() {
    let (stage, content) = (Stage::new().await, content());
    for place in [0, 150_000, content.len() - 1] {
        let mut changed = content.clone();
        changed[place] ^= 1;
        stage.answer(pieces(&changed, 1 << 14));
        let error = fails(&stage, &download_of(&content)).await;
        assert!(matches!(kind(&error), DownloadError::Digest), "{error}");
        assert_eq!(error.outcome(), Outcome::Unknown);
    }
}

#[tokio::test]
async fn an_earlier_file_stays_when_the_new_one_fails_and_goes_when_it_does_not() {
    let stage = Stage::new().await;
    std::fs::write(stage.path(), "yesterday's").unwrap();
    stage.answer(pieces(b"cOntent", 3));
    stage.client.download_file(&download_of(b"content"), stage.path()).await.unwrap_err();
    assert_eq!(
        (stage.left().as_slice(), std::fs::read(stage.path()).unwrap()),
        (["bill.csv".to_owned()].as_slice(), b"yesterday's".to_vec())
    );
    stage.answer(pieces(b"content", 3));
    stage.client.download_file(&download_of(b"content"), stage.path()).await.unwrap();
    assert_eq!(std::fs::read(stage.path()).unwrap(), b"content");
}

#[tokio::test]
async fn what_breaks_off_is_refused_wherever_it_does() {
    let (stage, content) = (Stage::new().await, content());
    let packed = gzip(&content);
    for length in [0, 1, 9, 10, 11, 20_000, packed.len() - 9, packed.len() - 8, packed.len() - 1] {
        // The connection reports the break.
        stage.answer(pieces(&packed[..length], 1 << 14).into_iter().chain([Err::<Bytes, _>("reset")]));
        let error = fails(&stage, &download_of(&content).gunzip(true)).await;
        assert!(matches!(error.kind(), ErrorKind::Transport(broken) if broken.stage == Reached::Exchanging), "{error}");
        // The connection does not report it: an HTTP/1.0 answer just ends.
        stage.answer(pieces(&packed[..length], 1 << 14));
        let error = fails(&stage, &download_of(&content).gunzip(true)).await;
        assert!(matches!(kind(&error), DownloadError::Gzip(_)), "{length}: {error}");
        stage.answer(pieces(&content[..length], 1 << 14));
        let error = fails(&stage, &download_of(&content)).await;
        assert!(matches!(kind(&error), DownloadError::Digest), "{error}");
    }
}

#[tokio::test]
async fn a_flipped_byte_in_a_packed_file_is_refused() {
    let (stage, content) = (Stage::new().await, content());
    let packed = gzip(&content);
    for place in [0, 2, 12, 1000, packed.len() / 2, packed.len() - 8, packed.len() - 1] {
        let mut changed = packed.clone();
        changed[place] ^= 0x10;
        stage.answer(pieces(&changed, 1 << 14));
        let error = fails(&stage, &download_of(&content).gunzip(true)).await;
        assert!(matches!(kind(&error), DownloadError::Gzip(_) | DownloadError::Digest), "{place}: {error}");
    }
    stage.answer(pieces(&[packed, b"and more".to_vec()].concat(), 1 << 14));
    assert!(matches!(kind(&fails(&stage, &download_of(&content).gunzip(true)).await), DownloadError::Gzip(_)));
}

#[tokio::test]
async fn a_bomb_is_refused_where_the_limit_is() {
    let stage = Stage::new().await;
    let bomb = gzip(&vec![0; 20 << 20]);
    assert!(bomb.len() < 30_000, "{} bytes", bomb.len());
    let passed = Arc::new(Mutex::new(0));
    let kept = passed.clone();
    let download = Download::new(URL, "SHA1", sha1(b"")).gunzip(true).limit(1 << 20);
    let download = download.on_progress(move |progress| *kept.lock().unwrap() = progress.written);
    stage.answer(pieces(&bomb, 100));
    let error = fails(&stage, &download).await;
    assert!(matches!(kind(&error), DownloadError::TooLarge(1_048_576)), "{error}");
    assert!((900_000..=1 << 20).contains(&*passed.lock().unwrap()), "{passed:?}");

    // The limit counts content, so an endless plain stream reaches it too.
    stage.answer(std::iter::repeat_with(|| Ok(Bytes::from_static(&[0; 1 << 14]))));
    assert!(matches!(kind(&fails(&stage, &download.gunzip(false)).await), DownloadError::TooLarge(_)));
    stage.answer(pieces(&[1; 100], 10));
    stage.client.download(&download_of(&[1; 100]).limit(100), &mut Vec::new()).await.unwrap();
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let stage = Stage::new().await;
    for status in [StatusCode::FOUND, StatusCode::TEMPORARY_REDIRECT] {
        stage.answer_as(status, pieces(b"content", 3));
        let error = fails(&stage, &download_of(b"content")).await;
        assert!(matches!(error.kind(), ErrorKind::UnexpectedStatus), "{error}");
        assert_eq!(stage.asked().len(), 1);
    }
}

#[tokio::test]
async fn another_success_than_200_is_no_file() {
    let stage = Stage::new().await;
    for status in [StatusCode::ACCEPTED, StatusCode::NO_CONTENT, StatusCode::PARTIAL_CONTENT] {
        stage.answer_as(status, pieces(b"content", 3));
        assert_eq!(fails(&stage, &download_of(b"content")).await.outcome(), Outcome::Unknown, "{status}");
    }
}

#[tokio::test]
async fn what_cannot_be_proved_is_not_asked_for() {
    let stage = Stage::new().await;
    let hash = sha1(b"content");
    let foreign = Download::new("https://example.com/v3/billdownload/file?token=secret-token", "SHA1", &hash);
    assert!(matches!(kind(&fails(&stage, &foreign).await), DownloadError::ForeignHost(host) if host == "example.com"));
    let elsewhere = Download::new("http://127.0.0.1:9/v3/certificates?token=secret-token", "SHA1", &hash);
    assert!(matches!(kind(&fails(&stage, &elsewhere).await), DownloadError::Place(_)));
    let sm3 = Download::new(URL, "SM3", "0".repeat(64));
    assert!(matches!(kind(&fails(&stage, &sm3).await), DownloadError::HashType(name) if name == "SM3"));
    for value in ["", &hash[1..], "g9993e364706816aba3e25717850c26c9cd0d89d", &hex(DigestAlgorithm::Sha256, b"")] {
        let error = fails(&stage, &Download::new(URL, "SHA1", value)).await;
        assert!(matches!(kind(&error), DownloadError::HashValue), "{error}");
        assert_eq!((error.outcome(), error.sends()), (Outcome::NotSent, 0));
    }
    assert_eq!(stage.asked().len(), 0, "no signature was sent");
}

#[tokio::test]
async fn a_download_that_is_given_up_leaves_nothing() {
    let stage = Stage::new().await;
    let started = Arc::new(tokio::sync::Notify::new());
    let note = started.clone();
    let download = download_of(b"content").on_progress(move |_| note.notify_one());
    // An answer that never ends and lets other tasks run.
    stage.answer(std::iter::repeat_with(|| Ok(Bytes::from_static(b"x"))));
    let (client, path) = (stage.client.clone(), stage.path());
    let task = tokio::spawn(async move { client.download_file(&download, path).await });
    started.notified().await;
    assert_eq!(stage.left().len(), 1, "it is being written beside its place");
    assert!(stage.left()[0].ends_with(".part"));
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    tokio::time::timeout(Duration::from_secs(5), async {
        while !stage.left().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await
    .unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_may_read_a_bill() {
    use std::os::unix::fs::PermissionsExt as _;
    let stage = Stage::new().await;
    stage.answer(pieces(b"content", 3));
    stage.client.download_file(&download_of(b"content"), stage.path()).await.unwrap();
    assert_eq!(std::fs::metadata(stage.path()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_said_before_anything_is_sent() {
    let stage = Stage::new().await;
    std::fs::create_dir(stage.path()).unwrap();
    let socket = tempfile::tempdir().unwrap();
    let socket = socket.path().join("socket");
    #[cfg(unix)]
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    #[cfg(not(unix))]
    std::fs::create_dir_all(&socket).unwrap();
    for path in [stage.folder.path().join("no/such/folder"), "/".into(), stage.path(), socket] {
        let error = stage.client.download_file(&download_of(b"content"), &path).await.unwrap_err();
        assert!(matches!(kind(&error), DownloadError::Write(_)), "{error}");
        assert_eq!(error.outcome(), Outcome::NotSent);
    }
    assert_eq!((stage.left(), stage.asked().len()), (vec!["bill.csv".to_owned()], 0));
}

#[test]
fn without_async_it_is_the_same() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (stage, content) = (runtime.block_on(Stage::new()), content());
    let client = wxpay::blocking::Client::new(stage.client.clone()).unwrap();
    stage.answer(pieces(&gzip(&content), 1000));
    client.download_file(&download_of(&content).gunzip(true), stage.path()).unwrap();
    assert_eq!(std::fs::read(stage.path()).unwrap(), content);
    let mut memory = Vec::new();
    stage.answer(pieces(&content, 1000));
    client.download(&download_of(&content), &mut memory).unwrap();
    assert_eq!(memory, content);

    // A full disk.
    stage.answer(pieces(&content, 1000));
    let mut small = [0; 2500];
    let error = client.download(&download_of(&content), &mut &mut small[..]).unwrap_err();
    assert!(matches!(kind(&error), DownloadError::Write(_)), "{error}");
    assert_eq!(error.outcome(), Outcome::Unknown);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_arrives_is_the_promised_file_or_an_error(
        content in proptest::collection::vec(any::<u8>(), 0..2000),
        size in 1..700_usize,
        cut in any::<prop::sample::Index>(),
        flip in any::<prop::sample::Index>(),
        packed in any::<bool>(),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let stage = Stage::new().await;
            let mut bytes = if packed { gzip(&content) } else { content.clone() };
            bytes.truncate(cut.index(bytes.len() + 1));
            if !bytes.is_empty() {
                let place = flip.index(bytes.len());
                bytes[place] ^= 4;
            }
            let pieces: Vec<Piece> = pieces(&bytes, size);
            stage.answer(pieces);
            let result = stage.client.download_file(&download_of(&content).gunzip(packed), stage.path()).await;
            match result {
                // A flag or a time in the header of a gzip file is not part of the content.
                Ok(_) => assert_eq!(std::fs::read(stage.path()).unwrap(), content),
                Err(_) => assert_eq!(stage.left(), [""; 0]),
            }
        });
    }
}

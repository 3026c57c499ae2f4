//! Files: only a file with the promised digest is accepted, plain, packed or encrypted, whole or in parts.
//!
//! A line of flags, then the content; after a line `--sent--`, the bytes that arrive instead. Flags: `2` uses SHA-256; `g` packs;
//! `e` encrypts; `p` divides into two parts; `a` uses the bytes after `--sent--` instead of the content.
#![no_main]

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use http::{HeaderMap, StatusCode};
use libfuzzer_sys::fuzz_target;
use wxpay::crypto::DigestAlgorithm;
use wxpay::download::{Download, FileKey};
use wxpay::error::ErrorKind;
use wxpay::keys::ApiV3Key;
use wxpay_fuzz::{World, cut, ready, response};

fuzz_target!(|data: &[u8]| {
    let (flags, rest) = cut(data, b"\n");
    let (content, sent) = cut(rest, b"\n--sent--\n");
    let flag = |flag: u8| flags.contains(&flag);
    let packed = |content: &[u8]| packed(content, flag(b'g'), flag(b'e'));
    let file = |url: &str, content: &[u8]| {
        let (name, algorithm) =
            if flag(b'2') { ("SHA256", DigestAlgorithm::Sha256) } else { ("SHA1", DigestAlgorithm::Sha1) };
        let download = Download::new(url, name, digest(algorithm, content)).gunzip(flag(b'g')).limit(1 << 20);
        if flag(b'e') { download.open_with(FileKey::new(KEY, NONCE).unwrap()) } else { download }
    };
    let (first, second) = content.split_at(if flag(b'p') { content.len() / 2 } else { content.len() });
    let parts: Vec<_> = if flag(b'p') { vec![first, second] } else { vec![first] };
    let download = match flag(b'p') {
        true => Download::joined(2, [(1, file(URL, first)), (2, file(URL, second))]).unwrap(),
        false => file(URL, first),
    };
    let right: Vec<_> = parts.iter().map(|part| packed(part)).collect();
    let mut arrives = right.clone();
    if flag(b'a') {
        arrives[0] = sent.to_vec();
    }
    let answers = arrives.iter().map(|body| response(StatusCode::OK, HeaderMap::new(), body.clone()));
    let world = World::get();
    world.will_answer_each(answers);
    let mut written = Vec::new();
    match ready(world.client.download(&download, &mut written)) {
        Ok(downloaded) => {
            assert_eq!(written, content);
            assert_eq!(downloaded.written, written.len() as u64);
        }
        Err(error) => {
            assert!(arrives != right, "{error}");
            assert!(matches!(error.kind(), ErrorKind::Download(_)), "{error}");
            assert!(written.len() <= 1 << 20);
        }
    }
});

/// The file as WeChat Pay sends it: first packed, then encrypted.
fn packed(content: &[u8], gzip: bool, encrypt: bool) -> Vec<u8> {
    let mut file = content.to_vec();
    if gzip {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&file).unwrap();
        file = encoder.finish().unwrap();
    }
    if encrypt {
        let key = ApiV3Key::new(KEY).unwrap();
        file = World::get().backend.gcm_seal(&key, NONCE.as_bytes().try_into().unwrap(), b"", &file).unwrap();
    }
    file
}

fn digest(algorithm: DigestAlgorithm, content: &[u8]) -> String {
    let mut digester = World::get().backend.digester(algorithm);
    digester.update(content);
    digester.finish().iter().map(|byte| format!("{byte:02x}")).collect()
}

const URL: &str = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=token";
const KEY: &str = "0ne-key-0f-thirty-tw0-characters";
const NONCE: &str = "twelve-bytes";

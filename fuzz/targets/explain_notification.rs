//! The diagnosis of a captured notification: it never panics, and the text that it calls signed was signed.
//!
//! A line of flags, then the body that arrived; after a line `--signed--`, the body that was signed. Flags: `s` signs the body
//! that arrived, and ignores the other; `o` signs with the merchant's key; `h` expects header lines and an empty line before the
//! body, instead of the right headers; `d` nests the body deeply; `k` also opens the sealed resource.
#![no_main]

use http::HeaderMap;
use libfuzzer_sys::fuzz_target;
use wxpay::server::explain::{Notified, Signatory, notification};
use wxpay_fuzz::{KEY_ID, NONCE, NOW, World, cut, header_lines, signature};

fuzz_target!(|data: &[u8]| {
    let world = World::get();
    let (flags, rest) = cut(data, b"\n");
    let (arrived, signed) = cut(rest, b"\n--signed--\n");
    let flag = |flag: u8| flags.contains(&flag);
    let (head, body) = if flag(b'h') { cut(arrived, b"\n\n") } else { (&b""[..], arrived) };
    let body =
        if flag(b'd') { [b"[".repeat(20_000), body.to_vec(), b"]".repeat(20_000)].concat() } else { body.to_vec() };
    let signed = if flag(b's') { &body[..] } else { signed };
    let message = |body: &[u8]| [format!("{NOW}\n{NONCE}\n").as_bytes(), body, b"\n"].concat();
    let signer = if flag(b'o') { &world.merchant } else { &world.wechat };
    let mut headers: HeaderMap = match flag(b'h') {
        true => header_lines(head).into_iter().collect(),
        false => world.signed(KEY_ID, signed),
    };
    if flag(b'o') {
        headers.insert("wechatpay-signature", signature(signer, &message(signed)).parse().unwrap());
    }
    let known = |serial, party: &'static wxpay_fuzz::Party| [Signatory::new("", serial, &party.key.spki)];
    let (platform, own) = (known(KEY_ID, &world.wechat), known(&*world.merchant.serial, &world.merchant));
    let notified = Notified::new(&headers, &body);
    let keys: Vec<_> = flag(b'k').then_some(&world.api_v3_key).into_iter().collect();
    let diagnosis = notification(&notified, &platform, &own, &keys, Some(NOW), world.backend);
    for cause in &diagnosis.causes {
        let _ = (cause.to_string(), cause.remedy(diagnosis.signer), cause.name());
    }
    if !flag(b'h') {
        assert_eq!(diagnosis.holds, signed == body && !flag(b'o'), "{:?}", diagnosis.causes);
        assert!(!keys.is_empty() || diagnosis.is_right() == diagnosis.holds);
        assert!(diagnosis.signed.is_none_or(|found| found == message(signed)));
    }
});

//! The diagnosis of a captured request: it never panics, and the text that it calls signed was signed.
//!
//! A line of flags, a line `METHOD TARGET`, then the body that was sent; after a line `--signed--`, the message that was signed.
//! Flags: `s` signs the request that was sent, and ignores the message; `o` signs with another key; `m` takes the body for the
//! part `meta` of a form; `r` takes the body's first line as the Authorization header; `d` nests the body deeply.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxpay::server::explain::{Captured, Signatory, request};
use wxpay_fuzz::{NONCE, NOW, World, cut, signature};

fuzz_target!(|data: &[u8]| {
    let world = World::get();
    let (flags, rest) = cut(data, b"\n");
    let (line, rest) = cut(rest, b"\n");
    let (sent, signed) = cut(rest, b"\n--signed--\n");
    let flag = |flag: u8| flags.contains(&flag);
    let line = String::from_utf8_lossy(line);
    let (method, target) = line.split_once(' ').unwrap_or((&line, "/"));
    let (raw, body) = if flag(b'r') { cut(sent, b"\n") } else { (&b""[..], sent) };
    let body =
        if flag(b'd') { [b"[".repeat(20_000), body.to_vec(), b"]".repeat(20_000)].concat() } else { body.to_vec() };
    let received = [format!("{method}\n{target}\n{NOW}\n{NONCE}\n").as_bytes(), &body, b"\n"].concat();
    let message = if flag(b's') { &received[..] } else { signed };
    let signer = if flag(b'o') { &world.wechat } else { &world.merchant };
    let authorization = match flag(b'r') {
        true => String::from_utf8_lossy(raw).into_owned(),
        false => format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",nonce_str=\"{NONCE}\",signature=\"{}\",timestamp=\"{NOW}\",\
             serial_no=\"{}\"",
            signature(signer, message),
            world.merchant.serial
        ),
    };
    let known =
        [&world.merchant, &world.wechat].map(|party| Signatory::new("1900000001", &party.serial, &party.key.spki));
    let captured = Captured::new(method, target, if flag(b'm') { b"a form" } else { &body })
        .with_host(Some("pay.example.com"))
        .with_authorization(Some(&authorization))
        .with_meta(flag(b'm').then_some(&*body))
        .with_signature_of_wechat_pay(flag(b'r'));
    let diagnosis = request(&captured, &known, Some(NOW), world.backend);
    for cause in &diagnosis.causes {
        let _ = (cause.to_string(), cause.remedy(diagnosis.signer), cause.name());
    }
    if !flag(b'r') {
        let is_text = std::str::from_utf8(&body).is_ok() || flag(b'm');
        assert_eq!(diagnosis.is_right(), message == received && is_text && !flag(b'o'), "{:?}", diagnosis.causes);
        assert_eq!(diagnosis.received, received);
        assert!(diagnosis.signed.is_none_or(|found| found == message));
    }
});

//! The diagnosis of a payment that does not start: it never panics, and the text that it calls signed was signed.
//!
//! A line of flags, then the pasted parameters, with `@sign@` for the signature; after a line `--signed--`, the message that was
//! signed. Flags: `o` signs with another key; `n` gives no appid; a digit chooses the front end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wxpay::server::explain::Signatory;
use wxpay::server::explain::payment::{FrontEnd, Handed, diagnose};
use wxpay_fuzz::{NOW, World, cut, signature};

fuzz_target!(|data: &[u8]| {
    let world = World::get();
    let (flags, rest) = cut(data, b"\n");
    let (pasted, signed) = cut(rest, b"\n--signed--\n");
    let flag = |flag: u8| flags.contains(&flag);
    let signer = if flag(b'o') { &world.wechat } else { &world.merchant };
    let text = String::from_utf8_lossy(pasted).replace("@sign@", &signature(signer, signed));
    let front_ends = [FrontEnd::Page, FrontEnd::ChooseWxPay, FrontEnd::MiniProgram, FrontEnd::App, FrontEnd::PayReq];
    let front_end = flags.iter().find(|flag| flag.is_ascii_digit());
    let handed = Handed::new(&text)
        .with_front_end(front_end.and_then(|digit| front_ends.get(usize::from(digit - b'0')).copied()))
        .with_appids(if flag(b'n') { &[] } else { &["wxd678efh567hg6787", "wx2421b1c4370ec43b"] })
        .with_now(Some(NOW));
    let key = |party: &'static wxpay_fuzz::Party, caller| [Signatory::new(caller, &party.serial, &party.key.spki)];
    let (own, others) = (key(&world.merchant, "1900000001"), key(&world.wechat, ""));
    let Ok(diagnosis) = diagnose(&handed, &own, &others, world.backend) else { return };
    for cause in &diagnosis.causes {
        let _ = (cause.name(), cause.state(), cause.remedy());
        assert!(!cause.to_string().contains('\n'));
    }
    if diagnosis.holds {
        assert!(diagnosis.expected == signed && !flag(b'o'), "{:?}", diagnosis.causes);
    }
    assert!(diagnosis.holds || !diagnosis.causes.is_empty());
    assert!(diagnosis.signed.is_none_or(|found| found == signed));
});

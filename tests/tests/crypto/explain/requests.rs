//! Diagnosis of requests.

use wxpay::keys::UnknownKey;
use wxpay::server::explain::{AuthorizationFault, Captured, Cause, Charset, Diagnosis, Encoding, OtherBody, request};
use wxpay_tests::keys::Key;

use crate::explain::{NONCE, NOW, backend, encoded, names, signatory, spki};

const MCHID: &str = "1900000001";
const SERIAL: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
const OTHER_MCHID: &str = "1900000002";
const OTHER_SERIAL: &str = "6157F09EFDC096DE15EBE81A47057A7232F1B8E1";
const BODY: &str = r#"{"mchid":"1900000001","description":"茶壶 a/b <c>","amount":{"total":100,"currency":"CNY"}}"#;

/// A request on the wire, and its signing string.
#[derive(Clone)]
struct Planted {
    method: &'static str,
    target: &'static str,
    body: String,
    meta: Option<String>,
    timestamp: String,
    nonce: String,
    serial: &'static str,
    caller: &'static str,
    /// The signing string; `None` for the right one.
    message: Option<String>,
    key: &'static Key,
}

impl Planted {
    fn post() -> Self {
        Self {
            method: "POST",
            target: "/v3/pay/transactions/app",
            body: BODY.to_owned(),
            meta: None,
            timestamp: NOW.to_string(),
            nonce: NONCE.to_owned(),
            serial: SERIAL,
            caller: MCHID,
            message: None,
            key: Key::shared(),
        }
    }

    fn get() -> Self {
        let target = "/v3/pay/transactions/out-trade-no/a%7Cb%2Fc?mchid=1900000001&note=%E8%8C%B6%20x";
        Self { method: "GET", target, body: String::new(), ..Self::post() }
    }

    fn lines(method: &str, target: &str, timestamp: &str, body: &str) -> String {
        format!("{method}\n{target}\n{timestamp}\n{NONCE}\n{body}\n")
    }

    /// Signs the same request with another text in one line.
    fn method(mut self, method: &str) -> Self {
        self.message = Some(Self::lines(method, self.target, &self.timestamp, &self.body));
        self
    }

    fn target(mut self, target: &str) -> Self {
        self.message = Some(Self::lines(self.method, target, &self.timestamp, &self.body));
        self
    }

    fn timestamp(mut self, timestamp: &str) -> Self {
        self.message = Some(Self::lines(self.method, self.target, timestamp, &self.body));
        self
    }

    fn body(mut self, body: &str) -> Self {
        self.message = Some(Self::lines(self.method, self.target, &self.timestamp, body));
        self
    }

    /// Sends another body than was signed.
    fn sends(mut self, body: &str) -> Self {
        self.message = Some(Self::lines(self.method, self.target, &self.timestamp, &self.body));
        self.body = body.to_owned();
        self
    }

    fn right(&self) -> String {
        let body = self.meta.as_ref().unwrap_or(&self.body);
        format!("{}\n{}\n{}\n{}\n{body}\n", self.method, self.target, self.timestamp, self.nonce)
    }

    fn signature(&self) -> Vec<u8> {
        self.key.sign(self.message.clone().unwrap_or_else(|| self.right()).as_bytes())
    }

    fn authorization(&self) -> String {
        let Self { caller, nonce, timestamp, serial, .. } = self;
        let signature = encoded(&self.signature());
        format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"{caller}\",nonce_str=\"{nonce}\",signature=\"{signature}\",\
             timestamp=\"{timestamp}\",serial_no=\"{serial}\""
        )
    }

    fn diagnosed(&self) -> Diagnosis {
        self.diagnosed_with(Some(&self.authorization()))
    }

    fn diagnosed_with(&self, authorization: Option<&str>) -> Diagnosis {
        let (own, other) = (spki(Key::shared()), spki(Key::other()));
        let known = [signatory(MCHID, SERIAL, &own), signatory(OTHER_MCHID, OTHER_SERIAL, &other)];
        let captured = Captured::new(self.method, self.target, self.body.as_bytes())
            .with_host(Some("pay.example.com"))
            .with_authorization(authorization)
            .with_meta(self.meta.as_deref().map(str::as_bytes));
        request(&captured, &known, Some(NOW), backend())
    }
}

#[test]
fn what_is_right_is_called_right() {
    let form = Planted { meta: Some(r#"{"filename":"a.png"}"#.to_owned()), ..Planted::post() };
    for planted in [Planted::post(), Planted::get(), form] {
        let diagnosis = planted.diagnosed();
        assert!(diagnosis.is_right(), "{:?}", diagnosis.causes);
        assert_eq!((diagnosis.received, diagnosis.signed), (planted.right().into_bytes(), None));
    }
}

/// Each planted mistake has exactly one cause.
#[test]
fn each_mistake_in_the_signing_string_is_found() {
    let (get, post) = (Planted::get, Planted::post);
    let path = "/v3/pay/transactions/out-trade-no/";
    let (query, decoded) = ("mchid=1900000001&note=%E8%8C%B6%20x", "mchid=1900000001&note=茶 x");
    let pretty = [
        "{",
        r#"  "mchid": "1900000001","#,
        r#"  "description": "茶壶 a/b <c>","#,
        r#"  "amount": {"#,
        r#"    "total": 100,"#,
        r#"    "currency": "CNY""#,
        "  }",
        "}",
    ]
    .join("\n");
    let python = r#"{"mchid": "1900000001", "description": "\u8336\u58f6 a/b <c>", "amount": {"total": 100, "currency": "CNY"}}"#;
    let php = r#"{"mchid":"1900000001","description":"\u8336\u58f6 a\/b <c>","amount":{"total":100,"currency":"CNY"}}"#;
    let go = r#"{"mchid":"1900000001","description":"茶壶 a/b \u003cc\u003e","amount":{"total":100,"currency":"CNY"}}"#;
    let sorted = r#"{"amount":{"currency":"CNY","total":100},"description":"茶壶 a/b <c>","mchid":"1900000001"}"#;
    let another = r#"{"description":"茶壶 a/b <c>","amount":{"currency":"CNY","total":100},"mchid":"1900000001"}"#;
    let cases = [
        ("method", "`GET`", post().method("GET")),
        ("method", "`post`", post().method("post")),
        ("target", "without the query", get().target(&format!("{path}a%7Cb%2Fc"))),
        ("target", "path decoded", get().target(&format!("{path}a|b/c?{query}"))),
        ("target", "query decoded", get().target(&format!("{path}a%7Cb%2Fc?{decoded}"))),
        ("target", "are decoded", get().target(&format!("{path}a|b/c?{decoded}"))),
        (
            "target",
            "escapes in lower case",
            get().target(&format!("{path}a%7cb%2fc?mchid=1900000001&note=%e8%8c%b6%20x")),
        ),
        ("target", "`+`, where `%20`", get().target(&format!("{path}a%7Cb%2Fc?mchid=1900000001&note=%E8%8C%B6+x"))),
        ("target", "another order", get().target(&format!("{path}a%7Cb%2Fc?note=%E8%8C%B6%20x&mchid=1900000001"))),
        ("target", "a whole URL", post().target("https://api.mch.weixin.qq.com/v3/pay/transactions/app")),
        ("target", "a whole URL", post().target("https://pay.example.com/v3/pay/transactions/app")),
        ("target", "the host in front", post().target("api.mch.weixin.qq.com/v3/pay/transactions/app")),
        ("target", "slash at the path's end", post().target("/v3/pay/transactions/app/")),
        ("target", "slash at their beginning", post().target("v3/pay/transactions/app")),
        ("target", "followed by a line feed", post().target("/v3/pay/transactions/app\n")),
        ("target", "first segment", post().target("/pay/transactions/app")),
        ("unprefixed", "prefix `/mch`", post().target("/mch/v3/pay/transactions/app")),
        ("target", "question mark", post().target("/v3/pay/transactions/app?")),
        ("other-timestamp", "1700000001", post().timestamp("1700000001")),
        ("other-timestamp", "1700000000000", post().timestamp("1700000000000")),
        ("body", "is empty", post().body("")),
        ("body", "`{}`", get().body("{}")),
        ("body", "`null`", get().body("null")),
        ("body", "`undefined`", get().body("undefined")),
        ("body", "line feed at its end", post().body(&format!("{BODY}\n"))),
        ("body", "CRLF at its end", post().body(&format!("{BODY}\r\n"))),
        ("body", "without the line feed", post().sends(&format!("{BODY}\n"))),
        ("body", "a BOM in front", post().body(&format!("\u{feff}{BODY}"))),
        ("body", "without its BOM", post().sends(&format!("\u{feff}{BODY}"))),
        ("body", "CRLF, where line feeds", post().sends(&pretty).body(&pretty.replace('\n', "\r\n"))),
        ("body", "a JSON string with this body", post().body(&serde_json::to_string(BODY).unwrap())),
        ("body", "the text in this JSON string", post().sends(&serde_json::to_string(BODY).unwrap())),
        ("reserialised", "compact", post().sends(&pretty)),
        ("reserialised", "indented by 2", post().body(&pretty)),
        ("reserialised", "spaces after commas", post().body(python)),
        ("reserialised", "slashes and everything beyond ASCII", post().body(php)),
        ("reserialised", "`<`, `>` and `&`", post().body(go)),
        ("reserialised", "sorted members", post().body(sorted)),
        ("reserialised", "members in another order", post().body(another)),
    ];
    for (name, words, planted) in cases {
        let diagnosis = planted.diagnosed();
        let words_of: Vec<_> = diagnosis.causes.iter().map(ToString::to_string).collect();
        assert_eq!(names(&diagnosis), [name], "{words}: {words_of:?}");
        assert!(words_of[0].contains(words), "{words}: {words_of:?}");
        assert!(!diagnosis.holds && !diagnosis.is_right());
        assert_eq!(diagnosis.signed, planted.message.clone().map(String::into_bytes), "{words}");
        assert_eq!(diagnosis.received, planted.right().into_bytes(), "{words}");
    }
}

#[test]
fn each_way_of_parting_the_lines_is_found() {
    for (words, change) in [
        ("one line feed too few", (|right| right[..right.len() - 1].to_owned()) as fn(&str) -> String),
        ("CRLF", |right| right.replace('\n', "\r\n")),
        ("CRLF in place of line feeds, and none at its end", |right| right.trim_end().replace('\n', "\r\n")),
        ("a backslash and an `n`", |right| right.replace('\n', "\\n")),
        ("no line feeds at all", |right| right.replace('\n', "")),
    ] {
        let mut planted = Planted::post();
        planted.message = Some(change(&planted.right()));
        let diagnosis = planted.diagnosed();
        assert_eq!(names(&diagnosis), ["lines"], "{words}");
        assert!(diagnosis.causes[0].to_string().contains(words), "{:?}", diagnosis.causes);
    }
    let mut without_empty_line = Planted::get();
    let right = without_empty_line.right();
    without_empty_line.message = Some(right[..right.len() - 1].to_owned());
    // This is the same text as one without its last line feed.
    assert_eq!(names(&without_empty_line.diagnosed()), ["lines"]);
}

/// A gateway's prefix is not a mistake of the signature: signing it would break every call.
#[test]
fn the_prefix_of_a_gateway_is_named() {
    let signed = "/v3/pay/transactions/id/4200000000?mchid=1900000001";
    for (sent, prefix) in [
        ("/mch/v3/pay/transactions/id/4200000000?mchid=1900000001", "/mch"),
        ("/a/b/v3/pay/transactions/id/4200000000?mchid=1900000001", "/a/b"),
        ("/v3/v3/pay/transactions/id/4200000000?mchid=1900000001", "/v3"),
    ] {
        let diagnosis = Planted { target: sent, ..Planted::get() }.target(signed).diagnosed();
        assert_eq!(diagnosis.causes, [Cause::Prefixed(prefix.to_owned())]);
        let remedy = diagnosis.causes[0].remedy(diagnosis.signer);
        assert!(remedy.starts_with("this is right if a gateway before WeChat Pay removes the prefix"), "{remedy}");
    }
    let cut = Planted { target: &signed[3..], ..Planted::get() }.target(signed).diagnosed();
    assert_eq!(cut.causes, [Cause::Unprefixed("/v3".to_owned())]);
    assert!(cut.causes[0].remedy(cut.signer).contains("the gateway has to pass it on"));
}

/// Diagnoses `body` under a header that says `content_length`.
fn of_length(planted: &Planted, body: &[u8], content_length: usize) -> Diagnosis {
    let (own, header) = (spki(Key::shared()), planted.authorization());
    let captured = Captured::new(planted.method, planted.target, body)
        .with_authorization(Some(&header))
        .with_content_length(Some(content_length));
    request(&captured, &[signatory(MCHID, SERIAL, &own)], Some(NOW), backend())
}

#[test]
fn a_content_length_that_is_not_the_bodys_is_named() {
    let planted = Planted::post();
    let (body, length) = (BODY.as_bytes(), BODY.len());
    assert!(of_length(&planted, body, length).is_right());
    let with_line_feed = [body, b"\n"].concat();
    assert!(of_length(&planted, &with_line_feed, length).is_right(), "an editor has added it");
    // The caller counted characters, and WeChat Pay reads two bytes less for each Chinese one.
    let characters = BODY.chars().count();
    let diagnosis = of_length(&planted, body, characters);
    assert_eq!(diagnosis.causes, [Cause::Length { said: characters, found: length }]);
    assert!(!diagnosis.holds && diagnosis.received.len() < planted.right().len());
    assert_eq!(diagnosis.signed, Some(planted.right().into_bytes()));
    // The body was cut off on its way.
    let diagnosis = of_length(&planted, &body[..20], length);
    assert_eq!(diagnosis.causes, [Cause::Length { said: length, found: 20 }, Cause::OtherMessage]);
    let diagnosis = of_length(&planted, body, length + 4);
    assert_eq!((diagnosis.holds, names(&diagnosis)), (true, vec!["length"]), "WeChat Pay waits for the rest");
}

/// The text in GBK; its only Chinese is 茶壶.
fn gbk(text: &str) -> Vec<u8> {
    let (before, behind) = text.split_once("茶壶").unwrap();
    [before.as_bytes(), &[0xB2, 0xE8, 0xBA, 0xF8], behind.as_bytes()].concat()
}

#[test]
fn a_body_in_gbk_is_named() {
    let planted = Planted::post();
    let gbk = gbk(BODY);
    let sent = of_length(&planted, &gbk, gbk.len());
    assert_eq!(sent.causes, [Cause::Charset(Charset::SentGbk)]);
    assert_eq!(sent.signed, Some(planted.right().into_bytes()));
    // The signature is valid, but WeChat Pay reads UTF-8 only.
    let message = [planted.right().split(BODY).next().unwrap().as_bytes(), &gbk, b"\n"].concat();
    let signature = encoded(&Key::shared().sign(&message));
    let header = planted.authorization().replace(&encoded(&planted.signature()), &signature);
    let own = spki(Key::shared());
    let known = [signatory(MCHID, SERIAL, &own)];
    for (body, holds, charset) in [(&gbk[..], true, Charset::NotUtf8), (BODY.as_bytes(), false, Charset::SignedGbk)] {
        let captured = Captured::new(planted.method, planted.target, body).with_authorization(Some(&header));
        let diagnosis = request(&captured, &known, Some(NOW), backend());
        assert_eq!((diagnosis.holds, diagnosis.causes), (holds, vec![Cause::Charset(charset)]));
    }
}

#[test]
fn two_mistakes_at_once_are_both_found() {
    let mut planted = Planted::get();
    planted.message = Some(Planted::lines("get", planted.target, &planted.timestamp, "{}"));
    let mut found = names(&planted.diagnosed());
    found.sort_unstable();
    assert_eq!(found, ["body", "method"]);
}

#[test]
fn a_nonce_in_another_case_is_found() {
    let mut planted = Planted::post();
    planted.message = Some(planted.right().replace(NONCE, &NONCE.to_lowercase()));
    assert_eq!(names(&planted.diagnosed()), ["nonce-case"]);
}

#[test]
fn of_a_form_the_whole_body_was_signed() {
    let mut planted = Planted { meta: Some(r#"{"filename":"a.png"}"#.to_owned()), ..Planted::post() };
    planted.body = "--boundary\r\nfile".to_owned();
    planted.message = Some(Planted::lines(planted.method, planted.target, &planted.timestamp, &planted.body));
    let diagnosis = planted.diagnosed();
    assert_eq!(diagnosis.causes, [Cause::Body(OtherBody::WholeForm)]);
}

#[test]
fn a_line_feed_that_was_encoded_into_the_path_is_found() {
    let sent = "/v3/pay/transactions/id/4200000000%0A";
    let planted = Planted { target: sent, ..Planted::get() }.target("/v3/pay/transactions/id/4200000000");
    let diagnosis = planted.diagnosed();
    assert_eq!(names(&diagnosis), ["target"]);
    assert!(diagnosis.causes[0].to_string().contains("%0A"));
}

#[test]
fn another_message_under_the_right_key_is_not_guessed_at() {
    let mut planted = Planted::post();
    planted.message = Some("something else".to_owned());
    let diagnosis = planted.diagnosed();
    assert_eq!((diagnosis.causes, diagnosis.signed), (vec![Cause::OtherMessage], None));
    assert!(!diagnosis.holds);
}

#[test]
fn the_key_that_has_signed_is_told_from_the_one_that_is_named() {
    let by_other = Planted { key: Key::other(), ..Planted::post() };
    let other = Cause::OtherKey { said: SERIAL.to_owned(), signer: OTHER_SERIAL.to_owned() };
    assert_eq!(by_other.diagnosed().causes, std::slice::from_ref(&other));
    // The signed message is found nevertheless.
    let causes = by_other.body("").diagnosed().causes;
    assert_eq!(causes.len(), 2);
    assert_eq!(causes[0], other);

    static STRANGER: std::sync::OnceLock<Key> = std::sync::OnceLock::new();
    let stranger = STRANGER.get_or_init(|| Key::new(2048));
    assert_eq!(Planted { key: stranger, ..Planted::post() }.diagnosed().causes, [Cause::NoKnownKey]);
    // A signature that is too long for the key is of no known key.
    static LARGER: std::sync::OnceLock<Key> = std::sync::OnceLock::new();
    let larger = LARGER.get_or_init(|| Key::new(3072));
    assert_eq!(Planted { key: larger, ..Planted::post() }.diagnosed().causes, [Cause::NoKnownKey]);
}

#[test]
fn caller_and_serial_are_looked_at() {
    let unknown = Planted { serial: "0057F09EFDC096DE15EBE81A47057A7232F1B8E1", ..Planted::post() };
    assert_eq!(names(&unknown.diagnosed()), ["unknown-serial", "other-key"]);
    let caller = Planted { caller: OTHER_MCHID, ..Planted::post() }.diagnosed();
    let (said, holder) = (OTHER_MCHID.to_owned(), MCHID.to_owned());
    assert_eq!(caller.causes, [Cause::OtherCaller { said, holder }]);
    assert!(!caller.is_right());
}

#[test]
fn timestamps_are_looked_at() {
    let at = |timestamp: &str| Planted { timestamp: timestamp.to_owned(), ..Planted::post() }.diagnosed();
    assert_eq!(at("1699999700").causes, [Cause::Clock(300)]);
    assert_eq!(at("1700000300").causes, [Cause::Clock(-300)]);
    assert!(at("1699999701").is_right());
    assert_eq!(at("1700000000000").causes, [Cause::Milliseconds]);
    assert_eq!(at("2023-11-14").causes, [Cause::Timestamp]);
    assert!(at("1700000000000").holds, "the signature is valid nevertheless");
}

#[test]
fn other_digests_are_named() {
    let planted = Planted::post();
    for (name, digest) in [("SHA-1", "sha1"), ("SHA-512", "sha512"), ("MD5", "md5")] {
        let signature = Key::shared().sign_as(planted.right().as_bytes(), &[&format!("-{digest}")]);
        let header = planted.authorization().replace(&encoded(&planted.signature()), &encoded(&signature));
        assert_eq!(planted.diagnosed_with(Some(&header)).causes, [Cause::Digest(name)]);
    }
}

#[test]
fn a_malformed_header_is_named_and_read_all_the_same() {
    let planted = Planted::post();
    let right = planted.authorization();
    for (words, header) in [
        ("single quotes", right.replace('"', "'")),
        ("unknown parameter `nonce`", right.replace("nonce_str", "nonce")),
        ("unknown parameter `serial`", right.replace("serial_no", "serial")),
        ("not `WECHATPAY2-SHA256-RSA2048`", right.replace("WECHATPAY2-SHA256-RSA2048", "WECHATPAY2-SHA256-RSA")),
    ] {
        let diagnosis = planted.diagnosed_with(Some(&header));
        assert_eq!(names(&diagnosis), ["header"], "{words}");
        assert!(diagnosis.holds, "{words}: the signature is valid nevertheless");
        assert!(!diagnosis.is_right(), "{words}");
    }
    let bearer = planted.diagnosed_with(Some("Bearer abc"));
    assert_eq!((names(&bearer), bearer.holds), (vec!["header"], false));
    assert_eq!(planted.diagnosed_with(None).causes, [Cause::Unsigned]);
    let missing = right.replace(&format!(",timestamp=\"{NOW}\""), "");
    assert_eq!(
        planted.diagnosed_with(Some(&missing)).causes,
        [Cause::Authorization(AuthorizationFault::Missing { name: "timestamp" })]
    );
}

#[test]
fn base64_of_other_kinds_is_named() {
    let planted = Planted::post();
    let right = encoded(&planted.signature());
    for (how, text) in [
        (Encoding::Percent, right.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D")),
        (Encoding::NoPadding, right.trim_end_matches('=').to_owned()),
        (Encoding::UrlAlphabet, right.replace('+', "-").replace('/', "_")),
        (Encoding::Form, right.replace('+', " ")),
    ] {
        // One signature in a few hundred has no `+` or no `/`.
        if text == right {
            continue;
        }
        let header = planted.authorization().replace(&right, &text);
        let diagnosis = planted.diagnosed_with(Some(&header));
        assert_eq!(diagnosis.causes, [Cause::Encoding(how)]);
        assert!(!diagnosis.is_right());
    }
    let header = planted.authorization().replace(&right, "!!!");
    assert_eq!(planted.diagnosed_with(Some(&header)).causes, [Cause::Encoding(Encoding::NotBase64)]);
}

#[test]
fn an_unknown_serial_is_told_by_its_form_and_by_whose_it_is() {
    const ID: &str = "PUB_KEY_ID_0119000000012026010100000000000001";
    let lower: &'static str = Box::leak(SERIAL.to_ascii_lowercase().into_boxed_str());
    let spelled = Planted { serial: lower, ..Planted::post() }.diagnosed();
    assert_eq!((names(&spelled), spelled.holds), (vec!["unknown-serial"], true));
    for (serial, words) in [
        (lower, "upper case, without colons"),
        (ID, "WeChat Pay's own key belongs in the header `Wechatpay-Serial`"),
        ("1900000001", "the hexadecimal number that `openssl"),
        ("7132D72A03E93CDDF8C03BBD1F37EEDF6157F09E", "belong to another merchant"),
    ] {
        let diagnosis = Planted { serial, ..Planted::post() }.diagnosed();
        let remedy = diagnosis.causes[0].remedy(diagnosis.signer);
        assert!(remedy.contains(words), "{serial}: {remedy}");
    }
}

#[test]
fn a_platform_certificate_is_no_merchants() {
    const PLATFORM: &str = "7132D72A03E93CDDF8C03BBD1F37EEDF6157F09E";
    let planted = Planted { serial: PLATFORM, ..Planted::post() };
    let (own, platform, header) = (spki(Key::shared()), spki(Key::other()), planted.authorization());
    let captured =
        Captured::new(planted.method, planted.target, planted.body.as_bytes()).with_authorization(Some(&header));
    let known = [signatory(MCHID, SERIAL, &own), signatory("", PLATFORM, &platform)];
    let diagnosis = request(&captured, &known, Some(NOW), backend());
    let kind = UnknownKey::WechatPays;
    assert_eq!(diagnosis.causes[0], Cause::UnknownSerial { serial: PLATFORM.to_owned(), kind });
    let notification = captured.with_authorization(None).with_signature_of_wechat_pay(true);
    assert_eq!(request(&notification, &known, Some(NOW), backend()).causes, [Cause::IsNotification]);
}

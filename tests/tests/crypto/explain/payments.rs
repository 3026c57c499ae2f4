//! Diagnosis of payment parameters, spoilt in each usual way.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use wxpay::client::Client;
use wxpay::crypto::PrivateKey;
use wxpay::finding::State;
use wxpay::keys::private_key_der;
use wxpay::server::explain::payment::{Diagnosis, FrontEnd, Handed, diagnose};
use wxpay_tests::keys::Key;
use wxpay_tests::ready;

use crate::explain::{NONCE, NOW, backend, encoded, signatory, spki};

const APPID: &str = "wxd678efh567hg6787";
const OTHER_APPID: &str = "wx2421b1c4370ec43b";
const MCHID: &str = "1900000001";
const SERIAL: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
const PREPAY_ID: &str = "wx201410272009395522657a690389285100";

fn private(key: &Key) -> PrivateKey {
    backend().private_key(&private_key_der(&key.pkcs8).unwrap()).unwrap()
}

fn signed_by(key: &Key, message: &str) -> String {
    encoded(&ready(private(key).signer.sign(message.as_bytes())).unwrap())
}

fn signed(message: &str) -> String {
    signed_by(Key::shared(), message)
}

const FRONT_ENDS: [FrontEnd; 5] =
    [FrontEnd::Page, FrontEnd::ChooseWxPay, FrontEnd::MiniProgram, FrontEnd::App, FrontEnd::PayReq];

/// The message to sign for a front end.
fn message(front_end: FrontEnd) -> String {
    let fourth = if front_end.is_app() { PREPAY_ID.to_owned() } else { format!("prepay_id={PREPAY_ID}") };
    format!("{APPID}\n{NOW}\n{NONCE}\n{fourth}\n")
}

/// The parameters of a front end, with this signature.
fn parameters(front_end: FrontEnd, signature: &str) -> Map<String, Value> {
    let (time, package) = (NOW.to_string(), format!("prepay_id={PREPAY_ID}"));
    let json = match front_end {
        FrontEnd::Page => json!({
            "appId": APPID, "timeStamp": time, "nonceStr": NONCE, "package": package, "signType": "RSA", "paySign": signature,
        }),
        FrontEnd::ChooseWxPay => json!({
            "timestamp": time, "nonceStr": NONCE, "package": package, "signType": "RSA", "paySign": signature,
        }),
        FrontEnd::MiniProgram => json!({
            "timeStamp": time, "nonceStr": NONCE, "package": package, "signType": "RSA", "paySign": signature,
        }),
        FrontEnd::App => json!({
            "appid": APPID, "partnerid": MCHID, "prepayid": PREPAY_ID, "package": "Sign=WXPay", "noncestr": NONCE,
            "timestamp": time, "sign": signature,
        }),
        _ => json!({
            "appId": APPID, "partnerId": MCHID, "prepayId": PREPAY_ID, "packageValue": "Sign=WXPay", "nonceStr": NONCE,
            "timeStamp": time, "sign": signature,
        }),
    };
    json.as_object().unwrap().clone()
}

fn good(front_end: FrontEnd) -> Map<String, Value> {
    parameters(front_end, &signed(&message(front_end)))
}

fn diagnosed_text(text: &str, appids: &[&str]) -> Diagnosis {
    let (own, other) = (spki(Key::shared()), spki(Key::other()));
    let handed = Handed::new(text).with_appids(appids).with_now(Some(NOW));
    let (own, others) = ([signatory(MCHID, SERIAL, &own)], [signatory("", "OTHER", &other)]);
    diagnose(&handed, &own, &others, backend()).unwrap()
}

fn diagnosed(parameters: &Map<String, Value>, appids: &[&str]) -> Diagnosis {
    diagnosed_text(&Value::from(parameters.clone()).to_string(), appids)
}

fn names(diagnosis: &Diagnosis) -> Vec<&'static str> {
    diagnosis.causes.iter().map(|cause| cause.name()).collect()
}

/// Diagnoses parameters whose signature is over another message.
fn with_signed(front_end: FrontEnd, message: &str) -> Diagnosis {
    diagnosed(&parameters(front_end, &signed(message)), &[APPID, OTHER_APPID])
}

/// Good parameters with one member changed.
fn with(front_end: FrontEnd, name: &str, value: impl Into<Value>) -> Map<String, Value> {
    let mut parameters = good(front_end);
    assert!(parameters.insert(name.to_owned(), value.into()).is_some(), "{name}");
    parameters
}

#[test]
fn what_is_right_is_called_right_for_every_front_end() {
    for front_end in FRONT_ENDS {
        let diagnosis = diagnosed(&good(front_end), &[APPID]);
        assert!(diagnosis.is_right() && diagnosis.causes.is_empty(), "{front_end:?}: {diagnosis:?}");
        assert_eq!(diagnosis.front_end, front_end);
        assert_eq!(String::from_utf8(diagnosis.expected).unwrap(), message(front_end));
    }
}

#[test]
fn what_this_library_makes_is_called_right() {
    let client = Client::builder()
        .mchid(MCHID)
        .merchant_serial(SERIAL)
        .private_key_pem(&Key::shared().pkcs8)
        .platform_public_key_pem("PUB_KEY_ID_01", &Key::other().spki)
        .clock(|| NOW)
        .build()
        .unwrap();
    let app = ready(client.app_payment(APPID, PREPAY_ID)).unwrap();
    let medical = ready(client.jsapi_medical_insurance_payment(APPID, "1", Some(PREPAY_ID))).unwrap();
    let in_program = ready(client.mini_program_medical_insurance_payment(APPID, "1", Some(PREPAY_ID))).unwrap();
    for (json, front_end) in [
        (json!(ready(client.jsapi_payment(APPID, PREPAY_ID)).unwrap()), FrontEnd::Page),
        (json!(ready(client.mini_program_payment(APPID, PREPAY_ID)).unwrap()), FrontEnd::MiniProgram),
        (json!(app), FrontEnd::App),
        (json!(app.pay_req()), FrontEnd::PayReq),
        (json!(medical), FrontEnd::MedicalInsurance),
        (json!(in_program), FrontEnd::MedicalInsurance),
    ] {
        let diagnosis = diagnosed_text(&json.to_string(), &[APPID]);
        assert!(diagnosis.is_right() && diagnosis.causes.is_empty(), "{front_end:?}: {diagnosis:?}");
        assert_eq!(diagnosis.front_end, front_end);
    }
}

#[test]
fn they_are_found_in_whatever_text_they_are() {
    let page = good(FrontEnd::Page);
    let sign = page["paySign"].as_str().unwrap();
    let json = Value::from(page.clone());
    let query: Vec<_> = page
        .iter()
        .map(|(name, value)| {
            let value = value.as_str().unwrap().replace('%', "%25").replace('+', "%2B").replace('/', "%2F");
            format!("{name}={}", value.replace('=', "%3D"))
        })
        .collect();
    let object = format!(
        "WeixinJSBridge.invoke('getBrandWCPayRequest', {{\n  appId: '{APPID}', timeStamp: \"{NOW}\",\n  nonceStr: `{NONCE}`, \
         package: 'prepay_id={PREPAY_ID}', // the order\n  signType: 'RSA', paySign: '{sign}' }}, function (res) {{}});"
    );
    for text in [
        serde_json::to_string_pretty(&json).unwrap(),
        json!({ "code": 0, "data": { "pay": json } }).to_string(),
        json!({ "data": json.to_string() }).to_string(),
        Value::from(json.to_string()).to_string(),
        format!("\u{feff}{json}\n"),
        format!("https://shop.example.com/pay?{}", query.join("&")),
        object,
    ] {
        let diagnosis = diagnosed_text(&text, &[]);
        assert!(diagnosis.is_right() && diagnosis.causes.is_empty(), "{text}: {diagnosis:?}");
    }
    let app = good(FrontEnd::PayReq);
    let java: String = app.iter().map(|(name, value)| format!("req.{name} = {value};\n")).collect();
    assert!(diagnosed_text(&java, &[]).is_right(), "{java}");
}

#[test]
fn each_mistake_in_the_signing_string_is_found() {
    let lines = |appid: &str, time: &str, nonce: &str, fourth: &str| format!("{appid}\n{time}\n{nonce}\n{fourth}\n");
    let time = NOW.to_string();
    let package = format!("prepay_id={PREPAY_ID}");
    let (page, app) = (message(FrontEnd::Page), message(FrontEnd::App));
    for (front_end, signed, cause) in [
        (FrontEnd::Page, lines(OTHER_APPID, &time, NONCE, &package), "signed-appid"),
        (FrontEnd::Page, lines("", &time, NONCE, &package), "signed-appid"),
        (FrontEnd::MiniProgram, lines(OTHER_APPID, &time, NONCE, &package), "signed-appid"),
        (FrontEnd::App, lines(OTHER_APPID, &time, NONCE, PREPAY_ID), "signed-appid"),
        (FrontEnd::App, lines(MCHID, &time, NONCE, PREPAY_ID), "signed-appid"),
        (FrontEnd::App, page.clone(), "fourth-line"),
        (FrontEnd::PayReq, page.clone(), "fourth-line"),
        (FrontEnd::Page, app.clone(), "fourth-line"),
        (FrontEnd::ChooseWxPay, app.clone(), "fourth-line"),
        (FrontEnd::App, lines(APPID, &time, NONCE, "Sign=WXPay"), "fourth-line"),
        (FrontEnd::Page, lines(APPID, &time, NONCE, &format!("prepay_id={package}")), "fourth-line"),
        (FrontEnd::Page, lines(APPID, &time, NONCE, "prepay_id=undefined"), "fourth-line"),
        (FrontEnd::Page, page.trim_end().to_owned(), "lines"),
        (FrontEnd::App, app.trim_end().to_owned(), "lines"),
        (FrontEnd::Page, format!("{page}\n"), "lines"),
        (FrontEnd::Page, page.replace('\n', "\\n"), "lines"),
        (FrontEnd::Page, page.replace('\n', "\r\n"), "lines"),
        (FrontEnd::Page, page.replace('\n', ""), "lines"),
        (FrontEnd::Page, format!("{page}RSA\n"), "lines"),
        (
            FrontEnd::Page,
            format!("appId={APPID}&nonceStr={NONCE}&package={package}&signType=RSA&timeStamp={time}"),
            "lines",
        ),
        (
            FrontEnd::App,
            format!(
                "appid={APPID}&noncestr={NONCE}&package=Sign=WXPay&partnerid={MCHID}&prepayid={PREPAY_ID}&timestamp={time}"
            ),
            "lines",
        ),
        (FrontEnd::Page, message(FrontEnd::Page).replace('\n', "\r\n"), "lines"),
        (FrontEnd::App, message(FrontEnd::App).trim_end().replace('\n', "\r\n"), "lines"),
        (
            FrontEnd::Page,
            format!("appId={APPID}\r\ntimeStamp={time}\r\nnonceStr={NONCE}\r\npackage={package}\r\n"),
            "lines",
        ),
        (FrontEnd::Page, format!("appId={APPID}\ntimeStamp={time}\nnonceStr={NONCE}\n{package}\n"), "lines"),
        (FrontEnd::MiniProgram, format!("appid={APPID}\ntimestamp={time}\nnonce_str={NONCE}\n{package}"), "lines"),
        (FrontEnd::App, format!("appid:{APPID}\ntimestamp:{time}\nnoncestr:{NONCE}\nprepayid:{PREPAY_ID}\n"), "lines"),
        (FrontEnd::Page, format!("{time}\n{NONCE}\n{package}\n{APPID}\n"), "order"),
        (FrontEnd::App, format!("{APPID}\n{NONCE}\n{time}\n{PREPAY_ID}\n"), "order"),
        (FrontEnd::Page, lines(APPID, &(NOW + 1).to_string(), NONCE, &package), "other-timestamp"),
        (FrontEnd::Page, lines(APPID, &format!("{time}123"), NONCE, &package), "other-timestamp"),
        (FrontEnd::Page, lines(APPID, &time, &NONCE.to_lowercase(), &package), "nonce-case"),
        (FrontEnd::Page, lines(APPID, &time, "anotherNonce", &package), "other-message"),
    ] {
        let diagnosis = with_signed(front_end, &signed);
        assert_eq!(names(&diagnosis), [cause], "{signed:?}: {diagnosis:?}");
        assert!(!diagnosis.holds);
        assert_eq!(String::from_utf8(diagnosis.expected).unwrap(), message(front_end));
        if cause != "other-message" {
            assert_eq!(String::from_utf8(diagnosis.signed.unwrap()).unwrap(), signed);
        }
    }
}

/// The appid cannot be guessed, and the nonce is not blamed: the remedy asks for the appid first.
#[test]
fn another_appid_that_nobody_has_given_is_asked_for() {
    let page = parameters(FrontEnd::Page, &signed(&message(FrontEnd::Page).replace(APPID, OTHER_APPID)));
    let diagnosis = diagnosed(&page, &[]);
    assert_eq!(names(&diagnosis), ["other-message"]);
    let remedy = diagnosis.causes[0].remedy();
    assert!(remedy.find("`--appid`") < remedy.find("nonce"), "{remedy}");
    assert_eq!(names(&diagnosed(&page, &[APPID, OTHER_APPID])), ["signed-appid"]);
}

#[test]
fn a_merchants_number_is_no_appid_though_it_was_signed() {
    let signature = signed(&message(FrontEnd::Page).replace(APPID, MCHID));
    let mut page = parameters(FrontEnd::Page, &signature);
    page["appId"] = MCHID.into();
    let diagnosis = diagnosed(&page, &[]);
    assert_eq!((names(&diagnosis), diagnosis.holds, diagnosis.is_right()), (vec!["no-such-appid"], true, false));
    assert_eq!(diagnosis.causes[0].state(), State::Wrong);
}

#[test]
fn two_mistakes_at_once_are_both_found() {
    let signed = format!("{OTHER_APPID}\n{NOW}\n{NONCE}\n{PREPAY_ID}\n");
    assert_eq!(names(&with_signed(FrontEnd::Page, &signed)), ["signed-appid", "fourth-line"]);
    let swapped = format!("{NOW}\n{APPID}\n{NONCE}\nprepay_id={PREPAY_ID}");
    let mut found = names(&with_signed(FrontEnd::Page, &swapped));
    found.sort_unstable();
    assert_eq!(found, ["lines", "order"]);
}

#[test]
fn each_mistake_in_the_parameters_is_found() {
    let page = |name: &str, value: Value| with(FrontEnd::Page, name, value);
    let app = |name: &str, value: Value| with(FrontEnd::App, name, value);
    let renamed = |from: &str, to: &str| {
        let mut page = good(FrontEnd::Page);
        let value = page.remove(from).unwrap();
        page.insert(to.to_owned(), value);
        page
    };
    let without = |front_end, name: &str| {
        let mut parameters = good(front_end);
        parameters.remove(name);
        parameters
    };
    for (parameters, cause) in [
        (page("timeStamp", NOW.into()), "number"),
        (page("timeStamp", "tomorrow".into()), "timestamp"),
        (page("timeStamp", format!("{NOW}123").into()), "milliseconds"),
        (page("package", PREPAY_ID.into()), "package"),
        (page("package", format!("prepay_id=prepay_id={PREPAY_ID}").into()), "package"),
        (page("package", "prepay_id=undefined".into()), "no-prepay-id"),
        (page("package", "prepay_id=".into()), "no-prepay-id"),
        (page("package", format!("prepay_id%3D{PREPAY_ID}").into()), "written"),
        (page("package", format!(" prepay_id={PREPAY_ID}\n").into()), "written"),
        (page("appId", format!("{APPID} ").into()), "written"),
        (page("nonceStr", format!("{NONCE}\n").into()), "written"),
        (page("signType", "MD5".into()), "sign-type"),
        (page("signType", "HMAC-SHA256".into()), "sign-type"),
        (page("paySign", "0CC175B9C0F1B6A831C399E269772661".into()), "v2-signature"),
        (page("paySign", "a".repeat(64).into()), "v2-signature"),
        (page("paySign", "not Base64!".into()), "encoding"),
        (renamed("timeStamp", "timestamp"), "spelling"),
        (renamed("appId", "appid"), "spelling"),
        (renamed("nonceStr", "noncestr"), "spelling"),
        (renamed("paySign", "sign"), "spelling"),
        (without(FrontEnd::Page, "signType"), "missing"),
        (page("appId", "".into()), "missing"),
        (page("nonceStr", " ".into()), "missing"),
        (page("paySign", "".into()), "missing"),
        (without(FrontEnd::Page, "package"), "missing"),
        (without(FrontEnd::App, "partnerid"), "missing"),
        (app("package", format!("prepay_id={PREPAY_ID}").into()), "package"),
        (app("prepayid", format!("prepay_id={PREPAY_ID}").into()), "prepay-id"),
        (app("timestamp", format!("{NOW}000").into()), "milliseconds"),
    ] {
        let diagnosis = diagnosed(&parameters, &[]);
        assert_eq!(names(&diagnosis), [cause], "{parameters:?}: {diagnosis:?}");
        assert!(!diagnosis.is_right());
    }
}

/// A mistake in the parameters may also be in the signed message: that is one mistake, not two.
#[test]
fn a_mistake_that_was_signed_too_is_named_once() {
    let milliseconds = format!("{NOW}123");
    for (name, value, line, cause) in [
        ("timeStamp", &*milliseconds, 1, "milliseconds"),
        ("package", PREPAY_ID, 3, "package"),
        ("appId", " wxd678efh567hg6787", 0, "written"),
    ] {
        let right = message(FrontEnd::Page);
        let mut lines: Vec<_> = right.lines().collect();
        lines[line] = value;
        let message = format!("{}\n", lines.join("\n"));
        let mut page = parameters(FrontEnd::Page, &signed(&message));
        page.insert(name.to_owned(), value.into());
        let diagnosis = diagnosed(&page, &[]);
        assert_eq!(names(&diagnosis), [cause], "{diagnosis:?}");
        assert_eq!(diagnosis.signed.as_deref(), Some(message.as_bytes()));
    }
}

#[test]
fn the_key_that_has_signed_is_named() {
    let message = message(FrontEnd::Page);
    let by_other = diagnosed(&parameters(FrontEnd::Page, &signed_by(Key::other(), &message)), &[]);
    assert_eq!((names(&by_other), by_other.holds), (vec!["other-key"], false));
    let stranger = Box::leak(Box::new(Key::new(2048)));
    let by_stranger = diagnosed(&parameters(FrontEnd::Page, &signed_by(stranger, &message)), &[]);
    assert_eq!(names(&by_stranger), ["no-known-key"]);
    let sha1 = encoded(&Key::shared().sign_as(message.as_bytes(), &["-sha1"]));
    assert_eq!(names(&diagnosed(&parameters(FrontEnd::Page, &sha1), &[])), ["digest"]);
}

#[test]
fn a_signature_that_is_written_otherwise_is_read_all_the_same() {
    let right = signed(&message(FrontEnd::Page));
    let bytes = wxpay::server::from_base64(&right).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let broken =
        right.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("\n");
    for written in [format!("{right}%"), hex, broken, right.trim_end_matches('=').to_owned()] {
        let diagnosis = diagnosed(&parameters(FrontEnd::Page, &written), &[]);
        assert_eq!((names(&diagnosis), diagnosis.holds), (vec!["encoding"], true), "{written}");
    }
}

#[test]
fn a_mini_program_needs_the_appid() {
    assert_eq!(names(&diagnosed(&good(FrontEnd::MiniProgram), &[])), ["no-appid"]);
    let mut partner = good(FrontEnd::MiniProgram);
    partner.insert("sub_appid".to_owned(), APPID.into());
    let diagnosis = diagnosed(&partner, &[OTHER_APPID]);
    assert_eq!(names(&diagnosis), ["signed-appid"]);
    assert!(diagnosis.causes[0].to_string().contains(APPID));
    // The page names one appid, and runs in another.
    assert_eq!(names(&diagnosed(&good(FrontEnd::Page), &[OTHER_APPID])), ["appid"]);
}

#[test]
fn what_may_pay_all_the_same_is_a_warning() {
    let page = Value::from(good(FrontEnd::Page)).to_string();
    let own = spki(Key::shared());
    for (later, causes) in [(7199, &[][..]), (7200, &["old"])] {
        let handed = Handed::new(&page).with_now(Some(NOW + later));
        let diagnosis = diagnose(&handed, &[signatory(MCHID, SERIAL, &own)], &[], backend()).unwrap();
        assert!(diagnosis.is_right());
        assert_eq!(names(&diagnosis), causes);
    }
    let partner = diagnosed(&with(FrontEnd::App, "partnerid", "1900000002"), &[]);
    assert_eq!((names(&partner), partner.is_right()), (vec!["partner"], true));
    assert!(partner.causes.iter().all(|cause| cause.state() == State::Warning));
}

#[test]
fn what_the_front_end_is_may_be_said() {
    let text = Value::from(good(FrontEnd::ChooseWxPay)).to_string();
    let own = spki(Key::shared());
    let handed = Handed::new(&text).with_front_end(Some(FrontEnd::MiniProgram)).with_appids(&[APPID]);
    let diagnosis = diagnose(&handed, &[signatory(MCHID, SERIAL, &own)], &[], backend()).unwrap();
    assert_eq!(names(&diagnosis), ["spelling"]);
}

#[test]
fn what_has_no_parameters_is_refused() {
    for text in ["", "{}", "[]", "null", r#"{"code":500,"message":"no"}"#, r#"{"paySign":"x"}"#, &Key::shared().pkcs8] {
        let handed = Handed::new(text);
        assert!(diagnose(&handed, &[], &[], backend()).is_err(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The diagnosis reports only what was signed, and calls only the right message right.
    #[test]
    fn whatever_is_spoilt_is_not_called_right(
        front_end in 0usize..5, member in 0usize..4, text in "[ -~]{0,24}", signs in any::<bool>(),
    ) {
        let front_end = FRONT_ENDS[front_end];
        let right = message(front_end);
        let mut lines: Vec<_> = right.lines().collect();
        lines[member] = &text;
        let spoilt = format!("{}\n", lines.join("\n"));
        let changed = if signs { parameters(front_end, &signed(&spoilt)) } else {
            let names = ["appId", "timeStamp", "nonceStr", "package", "appid", "timestamp", "noncestr", "prepayid", "prepayId"];
            let mut parameters = good(front_end);
            for name in names.iter().skip(member).step_by(4) {
                if let Some(value) = parameters.get_mut(*name) {
                    *value = text.clone().into();
                }
            }
            parameters
        };
        let diagnosis = diagnosed(&changed, &[APPID]);
        if !signs {
            prop_assert_eq!(diagnosis.is_right(), changed == good(front_end), "{:?}", diagnosis);
        }
        if signs {
            prop_assert_eq!(diagnosis.is_right(), spoilt == right, "{:?}", diagnosis);
            if let Some(found) = diagnosis.signed {
                prop_assert_eq!(String::from_utf8(found).unwrap(), spoilt);
            }
        }
    }

    #[test]
    fn nothing_that_is_pasted_panics(
        text in "\\PC{0,120}", members in vec(("(appId|timeStamp|nonceStr|package|prepayid|paySign|sign|signType)", "\\PC{0,20}"), 0..9),
    ) {
        let object: Map<String, Value> = members.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
        let pasted: String = members.iter().map(|(name, value)| format!("{name}: '{value}, ")).collect();
        let own = spki(Key::shared());
        for text in [text, Value::from(object).to_string(), pasted] {
            let handed = Handed::new(&text).with_appids(&[""]).with_now(Some(i64::MIN));
            if let Ok(diagnosis) = diagnose(&handed, &[signatory("", "", &own)], &[signatory("", "", b"\x30")], backend()) {
                prop_assert!(!diagnosis.is_right());
                prop_assert!(diagnosis.causes.iter().all(|cause| !cause.to_string().contains('\n')));
            }
        }
    }
}

//! End to end: the client against the sandbox, over HTTP, with real signatures.

mod own_types;

use wxpay::client::Client;
use wxpay::error::{Error, ErrorCode, ErrorKind, Outcome, SignatureState};
use wxpay::individual_contracts::AuthState;
use wxpay::prelude::*;
use wxpay::verify::VerifyError;
use wxpay_sandbox::wire::{Exchange, Wire, body_start};
use wxpay_sandbox::{ContractKind, ContractState, Keys, Sandbox};
use wxpay_tests::{contract, contract_query, order, repayment};

async fn sandbox() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

fn refused(error: &Error, status: u16, code: &ErrorCode) {
    assert_eq!(error.outcome(), Outcome::Refused, "{error}");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(status), "{error}");
    assert_eq!(error.code(), Some(code), "{error}");
    assert_eq!(error.api().unwrap().signature(), &SignatureState::Valid, "{error}");
    assert!(error.request_id().is_some_and(|id| id.rsplit_once('-').is_some()), "{error}");
}

#[tokio::test]
async fn the_same_order_gives_a_fresh_prepay_id_and_another_one_is_refused() {
    let (_sandbox, client) = sandbox().await;
    let first = client.execute(&order(&client, "20260101000001")).await.unwrap();
    assert_eq!(first.status(), 200);
    assert!(first.request_id().unwrap().ends_with("-0"));
    let again = client.send(&order(&client, "20260101000001")).await.unwrap();
    assert_ne!(again.prepay_id, first.get().prepay_id);

    let other = order(&client, "20260101000001").attach("something else");
    refused(&client.send(&other).await.unwrap_err(), 403, &ErrorCode::OutTradeNoUsed);
}

#[tokio::test]
async fn an_order_for_another_merchant_than_the_caller_is_refused() {
    let (sandbox, client) = sandbox().await;
    let client_of_others = sandbox.client_builder().allow_other_callers(true).build().unwrap();
    let mut order = order(&client, "20260101000001");
    order.mchid = "1900000099".into();
    refused(&client_of_others.send(&order).await.unwrap_err(), 400, &ErrorCode::ParamError);
}

#[tokio::test]
async fn an_order_number_may_have_every_documented_character() {
    let (_sandbox, client) = sandbox().await;
    client.send(&order(&client, "aZ09_-|*")).await.unwrap();
}

#[tokio::test]
async fn what_is_resent_is_the_same_request_signed_anew() {
    let (sandbox, _) = sandbox().await;
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let encoded = client.encode(&repayment("Repeat1")).unwrap();
    for _ in 0..2 {
        client.resend::<wxpay::credit_repayment::H5Presign>(&encoded).await.unwrap();
    }
    let requests = wire.requests();
    let bodies: Vec<_> = requests.iter().map(|request| request.get(body_start(request).unwrap()..).unwrap()).collect();
    assert_eq!(bodies, [encoded.body(), encoded.body()]);
    assert_ne!(requests[0], requests[1]);
    let error = client.resend::<wxpay::pay::AppPrepay>(&encoded).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
}

#[tokio::test]
async fn a_contract_is_unauthorized_until_the_user_signs() {
    let (sandbox, client) = sandbox().await;
    client.send(&contract("APPLYMENT_1")).await.unwrap();
    let before = client.send(&contract_query("APPLYMENT_1")).await.unwrap();
    assert_eq!(
        (before.auth_state, before.signed_time, before.individual_openid),
        (AuthState::Unauthorized, None, None)
    );

    sandbox.sign_contract(ContractKind::Individual, "APPLYMENT_1").unwrap();
    let after = client.send(&contract_query("APPLYMENT_1")).await.unwrap();
    assert_eq!(after.auth_state, AuthState::Authorized);
    assert!(after.signed_time.is_some() && after.individual_openid.is_some() && after.individual_auth_id.is_some());
    assert!(sandbox.decline_contract(ContractKind::Individual, "APPLYMENT_1").is_err());
}

#[tokio::test]
async fn an_unknown_contract_is_a_parameter_error_or_by_choice_not_there() {
    let (_sandbox, client) = sandbox().await;
    refused(&client.send(&contract_query("NOBODY")).await.unwrap_err(), 400, &ErrorCode::ParamError);

    let sandbox = Sandbox::builder().unknown_contract_is_404(true).start().await.unwrap();
    let error = sandbox.client().unwrap().send(&contract_query("NOBODY")).await.unwrap_err();
    refused(&error, 404, &ErrorCode::ResourceNotExists);
}

#[tokio::test]
async fn a_contract_code_is_good_for_repeating_until_signing_has_started() {
    let (sandbox, client) = sandbox().await;
    let first = client.send(&repayment("Once1")).await.unwrap();
    let again = client.send(&repayment("Once1")).await.unwrap();
    assert_ne!(first.presign_token(), again.presign_token());
    let other = repayment("Once1").repayment_day(2);
    refused(&client.send(&other).await.unwrap_err(), 400, &ErrorCode::InvalidRequest);

    type Hook = fn(&Sandbox, &str);
    let hooks: [(&str, Hook); 3] = [
        ("Opened", |sandbox, code| sandbox.open_contract(ContractKind::CreditRepayment, code).unwrap()),
        ("Signed", |sandbox, code| sandbox.sign_contract(ContractKind::CreditRepayment, code).unwrap()),
        ("Declined", |sandbox, code| sandbox.decline_contract(ContractKind::CreditRepayment, code).unwrap()),
    ];
    for (code, hook) in hooks {
        client.send(&repayment(code)).await.unwrap();
        hook(&sandbox, code);
        refused(&client.send(&repayment(code)).await.unwrap_err(), 400, &ErrorCode::InvalidRequest);
    }
}

#[tokio::test]
async fn opening_the_contract_page_starts_the_signing_while_its_token_lives() {
    let (sandbox, client) = sandbox().await;
    let state = || sandbox.contract_state(ContractKind::CreditRepayment, "Page1").unwrap();
    let late = client.send(&repayment("Page1")).await.unwrap();
    let path = late.redirect_url.strip_prefix(&sandbox.admin_url()).unwrap().to_owned();
    sandbox.set_clock_ahead(600).unwrap();
    assert!(get(&sandbox, &path).await.starts_with("HTTP/1.1 410"));
    assert_eq!(state(), ContractState::Presigned);
    sandbox.set_clock_ahead(599).unwrap();
    assert!(get(&sandbox, &path).await.starts_with("HTTP/1.1 200"));
    assert_eq!(state(), ContractState::Opened);
}

#[tokio::test]
async fn the_clock_is_set_not_moved() {
    let (sandbox, client) = sandbox().await;
    for ahead in [200, 200, -200, 0] {
        sandbox.set_clock_ahead(ahead).unwrap();
        client.send(&order(&client, "20260101000001")).await.unwrap();
        let skew = client.clock_skew().unwrap();
        assert!((ahead + skew).abs() <= 2, "{ahead} {skew}");
    }
}

async fn get(sandbox: &Sandbox, path: &str) -> String {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let address = sandbox.admin_url().strip_prefix("http://").unwrap().to_owned();
    let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn what_the_client_lets_pass_the_sandbox_still_refuses_in_the_gateways_words() {
    let (_sandbox, client) = sandbox().await;
    // 64 characters, but 192 bytes: the live service counts bytes here.
    let order = order(&client, "20260101000001").attach("备".repeat(64));
    let error = client.send(&order).await.unwrap_err();
    refused(&error, 400, &ErrorCode::ParamError);
    let message = error.api().unwrap().message();
    assert_eq!(message, "输入源“/body/attach”映射到值字段“商户数据包”字符串规则校验失败，字节数 192，大于最大值 128");
}

#[tokio::test]
async fn a_clock_that_is_off_is_refused_before_the_signature_is_looked_at() {
    let (sandbox, client) = sandbox().await;
    sandbox.set_clock_ahead(400).unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, Some(&ErrorCode::SignError)));
    assert!(error.api().unwrap().message().contains("timestamp"), "{error}");
    assert_eq!(error.api().unwrap().signature(), &SignatureState::Absent);
}

#[tokio::test]
async fn another_key_than_the_merchants_is_refused_with_what_the_server_has_signed() {
    let (sandbox, _) = sandbox().await;
    let credentials = sandbox.credentials();
    let client = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.platform_private_key)
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
        .hosts([sandbox.url()])
        .build()
        .unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!((error.outcome(), error.code()), (Outcome::Refused, Some(&ErrorCode::SignError)));
    let detail = error.api().unwrap().detail().unwrap();
    let truncated = detail["sign_information"]["truncated_sign_message"].as_str().unwrap();
    assert!(truncated.starts_with("POST\n/v3/pay/transactions/app\n"), "{truncated}");
    assert!(truncated.ends_with("{\"appid\"\n"), "{truncated}");
}

#[tokio::test]
async fn answers_come_signed_with_the_key_that_the_request_names() {
    let sandbox = Sandbox::builder().keys(Keys::Both).start().await.unwrap();
    let credentials = sandbox.credentials();
    let by_public_key = sandbox.client().unwrap();
    let by_certificate = Client::builder()
        .mchid(&credentials.mchid)
        .merchant_certificate_pem(&credentials.merchant_certificate)
        .private_key_pem(&credentials.merchant_private_key)
        .platform_certificate_pem(&credentials.platform_certificate)
        .hosts([sandbox.url()])
        .build()
        .unwrap();
    by_public_key.send(&repayment("ByPublicKey")).await.unwrap();
    by_certificate.send(&repayment("ByCertificate")).await.unwrap();
}

#[tokio::test]
async fn every_byte_of_an_answer_counts() {
    let (sandbox, _) = sandbox().await;
    let length = r#"{"prepay_id":"wx"#.len();
    for index in 0..length {
        let wire = Wire::start(sandbox.address(), move |answer| {
            let body = body_start(answer).unwrap();
            answer[body + index] ^= 0x20;
        })
        .await
        .unwrap();
        let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
        let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unverified(VerifyError::Signature)), "{error}");
        assert_eq!((error.outcome(), error.number()), (Outcome::Unknown, Some("20260101000001")));
    }
}

#[tokio::test]
async fn a_refused_connection_sends_nothing_and_a_cut_one_leaves_it_open() {
    let (sandbox, _) = sandbox().await;
    let nobody = wxpay_tests::wire::nobody().await;
    let client = sandbox.client_builder().hosts([format!("http://{nobody}")]).build().unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");

    let wire = Wire::start(sandbox.address(), |answer| answer.truncate(answer.len() - 5)).await.unwrap();
    let builder = sandbox.client_builder().hosts([wire.url()]);
    let timeouts = wxpay::transport::Timeouts::default().with_read(std::time::Duration::from_millis(300));
    let client = builder.timeouts(timeouts).build().unwrap();
    let error = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    assert!(error.encoded().is_some());
}

#[tokio::test]
async fn a_broken_request_never_leaves_the_process() {
    let (sandbox, _) = sandbox().await;
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let mut broken = repayment("no-hyphens");
    broken.display_name = wxpay::credit_repayment::DisplayName::already_masked("王小明");
    broken.contract_notify_url = "https://yourapp.com/notify?a=1".into();
    broken.plan_id = "😀".into();
    let error = client.send(&broken).await.unwrap_err();
    let found: Vec<_> = error.violations().iter().map(|violation| violation.pointer.as_str()).collect();
    assert_eq!(found, ["/plan_id", "/out_contract_code", "/display_name", "/contract_notify_url"]);
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(wire.requests().is_empty());
}

#[tokio::test]
async fn a_secret_too_long_for_the_key_is_refused_with_its_pointer() {
    let (_sandbox, client) = sandbox().await;
    let mut long = repayment("Long1");
    long.real_identity.real_name = Sensitive::new("q".repeat(214));
    client.send(&long).await.unwrap();
    long.real_identity.real_name = Sensitive::new("q".repeat(215));
    let error = client.send(&long).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(error.to_string().contains("/real_identity/real_name"), "{error}");
    assert!(!format!("{error:?} {error}").contains("xxx"));
}

#[tokio::test]
async fn a_secret_that_was_sealed_elsewhere_is_sent_as_it_is_and_to_the_right_key() {
    let (sandbox, client) = sandbox().await;
    let id = &sandbox.credentials().public_key_id;
    let key = client.platform().find(id).unwrap();
    let ciphertext = key.key().encryptor.encrypt("王小明".as_bytes()).unwrap();
    let mut sealed = repayment("Sealed1");
    sealed.real_identity.real_name = Sensitive::sealed(id, wxpay_tests::base64(&ciphertext));
    client.send(&sealed).await.unwrap();
    // The sandbox compares the decrypted names, so this is the same request.
    client.send(&repayment("Sealed1")).await.unwrap();

    sealed.real_identity.real_name = Sensitive::sealed("PUB_KEY_ID_ANOTHER", wxpay_tests::base64(&ciphertext));
    let error = client.send(&sealed).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Seal(_)), "{error}");
    sealed.real_identity.real_name = Sensitive::sealed(id, "AAAA");
    refused(&client.send(&sealed).await.unwrap_err(), 400, &ErrorCode::ParamError);
}

#[tokio::test]
async fn an_example_is_marked_and_an_answer_is_not() {
    let certificates = |shipped: &wxpay::Shipped| shipped.operation.path == "/v3/certificates";
    let shipped = wxpay::catalogue().into_iter().find(certificates).unwrap();
    let sandbox = Sandbox::builder().example(shipped, r#"{"data": []}"#).start().await.unwrap();
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let client = sandbox.client_builder().hosts([wire.url()]).build().unwrap();
    let mut answer = shipped.blank_response();
    client.send_dyn(&shipped.operation, &*shipped.blank_request(), &mut *answer).await.unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let head = |answer: &[u8]| String::from_utf8_lossy(&answer[..body_start(answer).unwrap()]).to_lowercase();
    let marked = |exchange: &Exchange| head(&exchange.answer).contains("sandbox-answer: example");
    assert_eq!(wire.exchanges().iter().map(marked).collect::<Vec<_>>(), [true, false]);
}

//! A person changes the sandbox, by faults and by its clock, and reads why a request was refused.

use wxpay::error::ErrorCode;
use wxpay_sandbox::Sandbox;
use wxpay_tests::order;

use crate::browser::Browser;
use crate::visitor::Visitor;
use crate::world::mis_signed;

pub(crate) async fn adds_and_clears_faults(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let visitor = Visitor::of(browser, &sandbox).await;
    visitor.press("Faults").await;
    visitor.fill("Fault", "bad-request").await;
    visitor.fill("Endpoint", "/v3/pay/transactions/app").await;
    visitor.fill("How many times", "2").await;
    visitor.press("Add").await;
    visitor.reads("the next 2").await;
    let refused = client.send(&order(&client, "20260101000001")).await.unwrap_err();
    assert_eq!(refused.code(), Some(&ErrorCode::ParamError));
    visitor.open("/faults").await;
    visitor.reads("the next 1").await;
    visitor.press("Remove all faults").await;
    visitor.find("//main[not(.//table)]").await;
    client.send(&order(&client, "20260101000001")).await.unwrap();

    visitor.fill("Endpoint", "/v3/nothing").await;
    visitor.press("Add").await;
    visitor.reads("no endpoint has the path template").await;
    assert_eq!(sandbox.faults().rules().len(), 0);
}

pub(crate) async fn moves_the_clock_and_back(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let visitor = Visitor::of(browser, &sandbox).await;
    visitor.fill("Seconds from this machine's clock", "3600").await;
    visitor.press("Move the clock").await;
    visitor.reads("(3600 seconds from this machine's)").await;
    assert!(client.send(&order(&client, "20260101000001")).await.is_err(), "signed an hour ago");
    visitor.press("Back to this machine's time").await;
    visitor.find("//body[not(contains(., 'seconds from this machine'))]").await;
    client.send(&order(&client, "20260101000001")).await.unwrap();
}

pub(crate) async fn reads_why_a_request_was_refused(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let visitor = Visitor::of(browser, &sandbox).await;
    let (sent, signed) = (r#"{"out_trade_no": "20260101000001"}"#, r#"{"out_trade_no":"20260101000001"}"#);
    assert_eq!(mis_signed(&sandbox, sent, signed).await, 401);
    visitor.press("Requests").await;
    visitor.reads("错误的签名，验签失败").await;
    visitor.press("POST /v3/pay/transactions/native").await;
    visitor.reads("the body was parsed and printed again").await;
    visitor.reads("Remedy: serialise once").await;
    let texts = ["Text that the sandbox built from the request", "Text that the client signed"];
    for (heading, (body, mark)) in texts.into_iter().zip([(sent, " "), (signed, "⟨nothing⟩")]) {
        let text = visitor.find(&format!("//section[h3='{heading}']/pre")).await.prop("textContent").await.unwrap();
        let text = text.unwrap();
        assert!(text.starts_with("POST↵\n/v3/pay/transactions/native↵\n"), "{text}");
        assert!(text.replace("⟨nothing⟩", "").ends_with(&format!("{body}↵\n")), "{text}");
        let marked = visitor.find(&format!("//section[h3='{heading}']/pre/mark")).await;
        assert_eq!(marked.prop("textContent").await.unwrap().as_deref(), Some(mark));
    }
}

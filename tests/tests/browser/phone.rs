//! The payer's phone: the pages behind the links of orders and contracts.

use wxpay::pay::TradeState;
use wxpay_sandbox::{ContractKind, ContractState, Sandbox};
use wxpay_tests::repayment;

use crate::browser::Browser;
use crate::visitor::Visitor;
use crate::world::{h5, native};

const NOBODY: &str = "http://127.0.0.1:9/notify";

pub(crate) async fn pays_by_both_links_and_finds_the_way_back(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let code_url = client.send(&native(&client, "NATIVE001", NOBODY)).await.unwrap().code_url;
    let h5_url = client.send(&h5(&client, "H5_001")).await.unwrap().h5_url;
    // A phone does not have the page's cookie.
    browser.client.delete_all_cookies().await.unwrap();
    let phone = Visitor::stranger(browser, &sandbox);

    phone.goto(&code_url).await;
    phone.reads("¥123.45").await;
    phone.press("Pay").await;
    phone.reads("Paid. The merchant is notified.").await;

    let shop = sandbox.url() + "/back?order=H5_001";
    let back: String = shop.bytes().map(|byte| format!("%{byte:02X}")).collect();
    phone.goto(&format!("{h5_url}&redirect_url={back}")).await;
    phone.press("Pay").await;
    phone.find("//*[@role='status' and .='Paid.']").await;
    phone.press("Back to the merchant").await;
    phone.find("//body[not(contains(., 'Back to the merchant'))]").await;
    assert_eq!(browser.client.current_url().await.unwrap().as_str(), shop);

    let states: Vec<_> = sandbox.orders().unwrap().into_iter().map(|order| order.state).collect();
    assert_eq!(states, [TradeState::Success, TradeState::Success]);
    phone.goto(&code_url).await;
    phone.reads("The order is paid already.").await;
}

pub(crate) async fn pays_nothing_by_a_link_that_has_expired(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let code_url = client.send(&native(&client, "NATIVE001", NOBODY)).await.unwrap().code_url;
    let phone = Visitor::stranger(browser, &sandbox);
    phone.goto(&code_url).await;
    sandbox.set_clock_ahead(2 * 60 * 60).unwrap();
    phone.press("Pay").await;
    phone.is_headed("Not done").await;
    phone.goto(&code_url).await;
    phone.find("//main[*[@role='alert'] and not(.//button)]").await;
    assert_eq!(sandbox.orders().unwrap()[0].state, TradeState::NotPay);

    phone.goto(&format!("{}/phone/contract?presign_token=x", sandbox.admin_url())).await;
    phone.is_headed("This link is not valid").await;
}

pub(crate) async fn signs_one_contract_and_declines_another(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let phone = Visitor::stranger(browser, &sandbox);
    for (code, press, says, state) in [
        ("Contract1", "Sign", "Signed.", ContractState::Signed),
        ("Contract2", "Decline", "Declined.", ContractState::Declined),
    ] {
        let link = client.send(&repayment(code)).await.unwrap().redirect_url;
        phone.goto(&link).await;
        phone.reads(code).await;
        phone.press(press).await;
        phone.reads(says).await;
        assert_eq!(sandbox.contract_state(ContractKind::CreditRepayment, code).unwrap(), state);
    }
    let visitor = Visitor::of(browser, &sandbox).await;
    visitor.press("Contracts").await;
    visitor.press("Terminate Contract1").await;
    visitor.reads("terminated").await;
    let state = sandbox.contract_state(ContractKind::CreditRepayment, "Contract1").unwrap();
    assert_eq!(state, ContractState::Terminated);
}

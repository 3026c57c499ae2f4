//! Checks the look of every page: it fits the width of a screen and of a phone, and everything in it has a name. If
//! `WXPAY_TESTS_PICTURES` names a folder, the pictures are stored there.

use std::path::PathBuf;

use serde_json::json;
use wxpay::client::Client;
use wxpay::notify::ReceiverType;
use wxpay::pay::SettleInfo;
use wxpay::prelude::*;
use wxpay::profit_sharing::{
    AddReceiver, AddReceiverRequired, CreateSharing, CreateSharingRequired, RelationType, Share, ShareRequired,
};
use wxpay_sandbox::faults::{Damage, Denial, Failure, RateCode, Rule};
use wxpay_sandbox::{ContractKind, Sandbox};
use wxpay_tests::{closing, order, order_query, refund, repayment, transfer};

use crate::browser::Browser;
use crate::visitor::Visitor;
use crate::world::{application, combined, h5, mis_signed, native};

pub(crate) const SHARED: &str = "SHARED20260101000001";
const PERSON: &str = "oUpF8uN95-Ptaags6E_roPHg7AG0";

pub(crate) async fn fits_and_is_labelled(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let (code_url, contract) = populate(&sandbox).await;
    let mchid = &sandbox.credentials().mchid;
    let sent = sandbox.notifications().unwrap();
    let notification = sent.iter().find(|sent| sent.attempts.len() > 1).unwrap();
    let refused = sandbox.requests().into_iter().find(|request| request.status == Some(401)).unwrap();
    let pages = [
        ("overview", "/overview".to_owned()),
        ("orders", "/orders".to_owned()),
        ("order", format!("/orders/{mchid}/NATIVE001")),
        ("paid", format!("/orders/{mchid}/{SHARED}")),
        ("part", format!("/orders/{mchid}/PART_A")),
        ("unknown", "/orders/find?number=nothing".to_owned()),
        ("refunds", "/refunds".to_owned()),
        ("transfers", "/transfers".to_owned()),
        ("contracts", "/contracts".to_owned()),
        ("notifications", "/notifications".to_owned()),
        ("notification", format!("/notifications/{}", notification.id)),
        ("requests", "/requests".to_owned()),
        ("refused", format!("/requests/{}", refused.number)),
        ("faults", "/faults".to_owned()),
        ("missing", "/requests/99999".to_owned()),
        ("pay", code_url),
        ("sign", contract),
    ];
    let visitor = Visitor::of(browser, &sandbox).await;
    let folder = std::env::var_os("WXPAY_TESTS_PICTURES").map(PathBuf::from);
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")] {
        browser.look(width, scheme).await;
        for (name, path) in &pages {
            // The phone's pages have addresses of their own.
            visitor.goto(&if path.starts_with('/') { format!("{}{path}", visitor.url) } else { path.clone() }).await;
            let faults = browser.client.execute(UNFIT, vec![]).await.unwrap();
            assert_eq!(faults, json!([]), "{path} at {width} pixels, {scheme}");
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{name}-{width}-{scheme}.png")), browser.picture().await).unwrap();
            }
        }
    }
}

/// Fills the books with something of each kind; returns a link to pay and one to sign.
async fn populate(sandbox: &Sandbox) -> (String, String) {
    let client = sandbox.client().unwrap();
    let shop = application([204, 500]).await;
    let code_url = client.send(&native(&client, "NATIVE001", &shop)).await.unwrap().code_url;
    for number in ["NATIVE002", "NATIVE003"] {
        client.send(&native(&client, number, &shop)).await.unwrap();
        sandbox.pay_order(number).unwrap();
    }
    client.send(&h5(&client, "H5_001")).await.unwrap();
    client.send(&order(&client, "12345678901234567890123456789012")).await.unwrap();
    client.send(&closing(&client, "12345678901234567890123456789012")).await.unwrap();
    client.send(&combined(&client, "WHOLE001", ["PART_A", "PART_B"])).await.unwrap();
    for (number, fen) in [("REFUND001", 100), ("REFUND002", 200), ("REFUND003", 45)] {
        let mut refund = refund("NATIVE002", number, fen);
        refund.amount.total = Fen::new(12_345);
        client.send(&refund).await.unwrap();
    }
    sandbox.complete_refund("REFUND001").unwrap();
    sandbox.bounce_refund("REFUND002").unwrap();
    client.send(&transfer("BILL1")).await.unwrap();
    client.send(&transfer("BILL2")).await.unwrap();
    sandbox.accept_transfer("BILL2").unwrap();
    client.send(&repayment("Contract1")).await.unwrap();
    sandbox.sign_contract(ContractKind::CreditRepayment, "Contract1").unwrap();
    let contract = client.send(&repayment("Contract2")).await.unwrap().redirect_url;
    share(sandbox, &client).await;

    let members =
        |blank: &str| format!(r#"{{"mchid":{blank}"{}","amount":{{"total":{blank}1}}}}"#, client.merchant().id());
    assert_eq!(mis_signed(sandbox, &members(" "), &members("")).await, 401);
    client.send(&order_query(&client, "nothing")).await.unwrap_err();
    for rule in [
        Rule::new(Denial::TooManyRequests(RateCode::RateLimited)).at("/v3/pay/transactions/app").times(2),
        Rule::new(Failure::Unavailable { retry_after: Some(3) }.after()).chance(0.25),
        Rule::new(Damage::WrongSignature),
    ] {
        sandbox.faults().add(rule);
    }
    let id = sandbox.notifications().unwrap()[0].id.clone();
    for _ in 0..2 {
        sandbox.replay(&id).await.unwrap();
    }
    (code_url, contract)
}

/// Makes a payment of which a share is on its way to a person.
pub(crate) async fn share(sandbox: &Sandbox, client: &Client) {
    let shared = order(client, SHARED).settle_info(SettleInfo::new().profit_sharing(true));
    client.send(&shared).await.unwrap();
    sandbox.pay_order(SHARED).unwrap();
    let receiver = AddReceiverRequired {
        appid: "wxd678efh567hg6787".into(),
        r#type: ReceiverType::PersonalOpenid,
        account: PERSON.into(),
        relation_type: RelationType::Staff,
    };
    client.send(&AddReceiver::new(receiver)).await.unwrap();
    let transaction_id = client.send(&order_query(client, SHARED)).await.unwrap().transaction_id.unwrap();
    let share = Share::new(ShareRequired {
        r#type: ReceiverType::PersonalOpenid,
        account: PERSON.into(),
        amount: Fen::new(10),
        description: "freight".into(),
    });
    let sharing = CreateSharingRequired { transaction_id, out_order_no: "SHARING1".into(), unfreeze_unsplit: false };
    // A payment can be shared one minute after it was made.
    sandbox.set_clock_ahead(60).unwrap();
    client.send(&CreateSharing::new(sharing).receivers(vec![share])).await.unwrap();
    sandbox.set_clock_ahead(0).unwrap();
}

/// A script that returns the faults of the page.
const UNFIT: &str = r#"
    const faults = [], each = (css, wrong, what) =>
        document.querySelectorAll(css).forEach(found => { if (wrong(found)) faults.push(what + ': ' + found.outerHTML); });
    const page = document.documentElement;
    if (page.scrollWidth > innerWidth) faults.push('it is ' + page.scrollWidth + ' wide');
    if (document.querySelectorAll('h1').length !== 1) faults.push('not one heading');
    if (document.querySelectorAll('main').length !== 1) faults.push('not one main part');
    if (!page.lang || !document.title) faults.push('no language or title');
    const silent = found => !(found.getAttribute('aria-label') || found.textContent).trim();
    each('input:not([type=hidden]), select', found => !found.labels.length, 'no label');
    each('a, button, summary', silent, 'no name');
    each('thead th', found => found.scope !== 'col', 'no column');
    each('tbody tr', found => !found.querySelector('th[scope=row]'), 'no head of its row');
    each('tbody th, tbody td', found => !found.dataset.label, 'not named on a phone');
    each('svg', found => !found.closest('[aria-label]'), 'no text for a picture');
    each('main *', found => found.getClientRects().length && found.getBoundingClientRect().right > innerWidth + 1, 'it hangs over');
    const light = colour => {
        const [r, g, b] = colour.match(/[\d.]+/g).map(part => part / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = found => {
        for (; found; found = found.parentElement) {
            const colour = getComputedStyle(found).backgroundColor;
            if (!/, 0\)$/.test(colour)) return colour;
        }
        return getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'rgb(0,0,0)' : 'rgb(255,255,255)';
    };
    each('main *, nav a', found => {
        if (![...found.childNodes].some(node => node.nodeType === 3 && node.data.trim())) return false;
        const [one, other] = [light(getComputedStyle(found).color), light(ground(found))].sort((a, b) => b - a);
        return (one + 0.05) / (other + 0.05) < 4.5;
    }, 'too faint');
    return faults;
"#;

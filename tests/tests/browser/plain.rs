//! Forms and pages over plain HTTP, which need no browser.

use http::header::{COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use wxpay::mch_transfer::{CreateAuthorization, CreateAuthorizationRequired, TransferState};
use wxpay::profit_sharing::ShareResult;
use wxpay_sandbox::{ContractKind, ContractState, Sandbox};
use wxpay_tests::{order, repayment, transfer};

use crate::look::{SHARED, share};
use crate::world::mis_signed;

const PAGES: [&str; 8] =
    ["/overview", "/orders", "/refunds", "/transfers", "/contracts", "/notifications", "/requests", "/faults"];

/// A person who is signed in.
pub(crate) struct Reader {
    http: Client,
    url: String,
    /// The path of the pages, below `url`.
    place: String,
    cookie: String,
}

impl Reader {
    pub(crate) async fn of(sandbox: &Sandbox) -> Self {
        let http = Client::builder().no_proxy().redirect(Policy::none()).build().unwrap();
        let url = sandbox.admin_url();
        let welcome = http.get(format!("{url}/?token={}", sandbox.admin_token())).send().await.unwrap();
        let cookie = welcome.headers()[SET_COOKIE].to_str().unwrap().split_once(';').unwrap().0.to_owned();
        let overview = welcome.headers()[LOCATION].to_str().unwrap();
        let place = overview.strip_suffix("/overview").unwrap().to_owned();
        Self { http, url, place, cookie }
    }

    fn with_cookie(&self, request: RequestBuilder) -> RequestBuilder {
        request.header(COOKIE, &self.cookie).header(ORIGIN, &self.url)
    }

    pub(crate) async fn get(&self, path: &str) -> (StatusCode, String) {
        let request = self.with_cookie(self.http.get(format!("{}{}{path}", self.url, self.place)));
        let response = request.send().await.unwrap();
        (response.status(), response.text().await.unwrap())
    }

    pub(crate) async fn fill_in(&self, path: &str, form: &str) -> Response {
        let request = self.http.post(format!("{}{}{path}", self.url, self.place)).body(form.to_owned());
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.with_cookie(request).send().await.unwrap()
    }

    /// Submits a form that succeeds, and returns the path that it leads to.
    pub(crate) async fn does(&self, path: &str, form: &str) -> String {
        let response = self.fill_in(path, form).await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path} {form}");
        self.path(&response)
    }

    /// The path that an answer redirects to, below the path of the pages.
    fn path(&self, response: &Response) -> String {
        response.headers()[LOCATION].to_str().unwrap().strip_prefix(&self.place).unwrap().to_owned()
    }

    async fn refuses(&self, path: &str, form: &str, status: StatusCode, text: &str) {
        let response = self.fill_in(path, form).await;
        assert_eq!(response.status(), status, "{path} {form}");
        let page = response.text().await.unwrap();
        assert!(page.contains(text), "{path} {form}: {page}");
    }
}

#[tokio::test]
async fn no_page_is_shown_and_nothing_is_done_without_the_cookie() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let Reader { http, url, place, cookie } = Reader::of(&sandbox).await;
    let other = cookie.replace('=', "=0");
    let pay = format!("/orders/{}/20260101000001/pay", client.merchant().id());
    for cookie in ["", &*other] {
        for path in PAGES {
            let page = http.get(format!("{url}{place}{path}")).header(COOKIE, cookie).send().await.unwrap();
            assert_eq!(page.status(), StatusCode::UNAUTHORIZED, "{path}");
        }
        for path in [&*pay, "/clock", "/faults", "/faults/clear", "/notifications/hold", "/certificates"] {
            let request = http.post(format!("{url}{place}{path}")).header(COOKIE, cookie).header(ORIGIN, &url);
            assert_eq!(request.send().await.unwrap().status(), StatusCode::UNAUTHORIZED, "{path}");
        }
    }
    assert!(sandbox.orders().unwrap().iter().all(|order| order.transaction_id.is_none()));
}

#[tokio::test]
async fn every_page_is_shown_of_empty_books_and_none_that_is_not_there() {
    let sandbox = Sandbox::start().await.unwrap();
    let reader = Reader::of(&sandbox).await;
    for path in PAGES {
        let (status, page) = reader.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(!page.contains("<script") && page.contains("</html>"), "{path}");
    }
    for path in ["/orders/1900000001/nothing", "/notifications/nothing", "/requests/7", "/orders/find?number=nothing"] {
        assert_eq!(reader.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn every_fault_is_set_by_the_form_and_misfits_are_explained() {
    let sandbox = Sandbox::start().await.unwrap();
    let reader = Reader::of(&sandbox).await;
    let (_, page) = reader.get("/faults").await;
    let (_, select) = page.split_once("<select name=\"fault\">").unwrap();
    let options = select.split_once("</select>").unwrap().0.split("<option>").skip(1);
    let names: Vec<_> = options.map(|option| option.split_once('<').unwrap().0).collect();
    assert_eq!(names.len(), 21);
    for (to, faults) in [("/faults", sandbox.faults()), ("/faults/notifications", sandbox.notification_faults())] {
        for name in &names {
            let parameter = match *name {
                "clock" => "&ahead=600",
                "oversized" => "&length=4096",
                "slow" => "&pause=1",
                _ => "&ahead=&length=&moment=&code=&retry_after=&endpoint=&times=&chance=",
            };
            assert_eq!(reader.does(to, &format!("fault={name}{parameter}")).await, "/faults");
        }
        let set: Vec<_> = faults.rules().iter().map(|rule| rule.fault.name()).collect();
        assert_eq!(set, names);
        assert_eq!(reader.does(&format!("{to}/clear"), "").await, "/faults");
        assert_eq!(faults.rules(), []);
    }
    for (form, text) in [
        ("fault=clock", "needs its"),
        ("fault=nothing", "unknown fault"),
        ("fault=probe&times=1&chance=0.5", "times"),
        ("fault=probe&chance=2", "from 0 to 1"),
        ("fault=probe&times=x", "invalid type"),
        ("fault=probe&ahead=1", "has no"),
    ] {
        reader.refuses("/faults", form, StatusCode::BAD_REQUEST, text).await;
    }
    assert_eq!(sandbox.faults().rules(), []);
}

#[tokio::test]
async fn an_order_is_found_by_either_number_and_cannot_be_paid_twice() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let reader = Reader::of(&sandbox).await;
    let page = format!("/orders/{}/20260101000001", client.merchant().id());
    assert_eq!(reader.does(&format!("{page}/pay"), "").await, page);
    reader.refuses(&format!("{page}/pay"), "", StatusCode::CONFLICT, "is paid already").await;
    reader.refuses(&format!("{page}/refund"), "refund=101", StatusCode::CONFLICT, "Not done").await;
    let id = sandbox.orders().unwrap()[0].transaction_id.clone().unwrap();
    for number in ["20260101000001", "+20260101000001+", &*id] {
        let request = reader.http.get(format!("{}{}/orders/find?number={number}", reader.url, reader.place));
        let found = reader.with_cookie(request).send().await.unwrap();
        assert_eq!(reader.path(&found), page, "{number}");
    }
}

#[tokio::test]
async fn shares_on_their_way_arrive() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    share(&sandbox, &client).await;
    let reader = Reader::of(&sandbox).await;
    let order = format!("/orders/{}/{SHARED}", client.merchant().id());
    assert!(reader.get(&order).await.1.contains("PENDING"));
    let complete = format!("/sharings/{}/SHARING1/complete", client.merchant().id());
    assert_eq!(reader.does(&complete, &format!("order={SHARED}")).await, order);
    assert_eq!(sandbox.shares().unwrap()[0].result, ShareResult::Success);
    assert!(!reader.get(&order).await.1.contains("PENDING"));
}

#[tokio::test]
async fn every_button_of_a_row_acts_on_the_merchant_of_that_row() {
    let sandbox = Sandbox::start().await.unwrap();
    let credentials = sandbox.register_merchant().unwrap();
    let second = credentials.client_builder().hosts([sandbox.url()]).build().unwrap();
    for client in [&sandbox.client().unwrap(), &second] {
        client.send(&transfer("BILL1")).await.unwrap();
        client.send(&authorization("AUTH1")).await.unwrap();
        client.send(&repayment("Contract1")).await.unwrap();
    }
    let reader = Reader::of(&sandbox).await;
    for (path, wanted) in [
        ("/transfers", vec!["/transfers/{}/BILL1/accept", "/authorizations/{}/AUTH1/confirm"]),
        ("/contracts", vec!["/contracts/{}/credit-repayment/Contract1/sign"]),
    ] {
        let page = reader.get(path).await.1;
        for wanted in wanted {
            let action = wanted.replace("{}", &credentials.mchid);
            assert!(page.contains(&format!("action=\"{}\"", &action[1..])), "{action}: {page}");
            assert_eq!(reader.does(&action, "").await, path);
        }
    }
    let done: Vec<_> = sandbox.transfers().unwrap().into_iter().map(|transfer| transfer.state).collect();
    assert_eq!(done, [TransferState::WaitUserConfirm, TransferState::Success]);
    let second = sandbox.merchant(&credentials.mchid);
    assert_eq!(second.contract_state(ContractKind::CreditRepayment, "Contract1").unwrap(), ContractState::Signed);
}

fn authorization(number: &str) -> CreateAuthorization {
    CreateAuthorization::new(CreateAuthorizationRequired {
        out_authorization_no: number.into(),
        appid: "wxf636efh567hg4356".into(),
        openid: "o-MYE42l80oelYMDE34nYD456Xoy".into(),
        transfer_scene_id: "1000".into(),
        user_display_name: "wx_123456".into(),
        authorization_notify_url: "http://127.0.0.1:9/notify".into(),
    })
}

#[tokio::test]
async fn what_is_held_back_is_counted_and_released() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    let reader = Reader::of(&sandbox).await;
    reader.does("/notifications/hold", "").await;
    sandbox.pay_order("20260101000001").unwrap();
    assert!(reader.get("/notifications").await.1.contains("held back: 1 so far"));
    assert_eq!(sandbox.deliveries().unwrap(), []);
    reader.does("/notifications/release", "").await;
    assert!(!reader.get("/notifications").await.1.contains("so far"));
}

#[tokio::test]
async fn what_others_write_is_text_on_the_page() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let mut evil = order(&client, "20260101000001");
    evil.description = "<script>pay()</script>".into();
    client.send(&evil).await.unwrap();
    let body = "{\"a\": \"</pre><script>pay()</script>\"}";
    assert_eq!(mis_signed(&sandbox, body, "{}").await, 401);
    let reader = Reader::of(&sandbox).await;
    let order = format!("/orders/{}/20260101000001", client.merchant().id());
    let number = sandbox.requests().last().unwrap().number;
    for path in ["/orders", &*order, &*format!("/requests/{number}")] {
        let (status, page) = reader.get(path).await;
        assert_eq!(status, StatusCode::OK);
        assert!(page.contains("&lt;script&gt;pay()") && !page.contains("<script"), "{path}: {page}");
    }
}

#[tokio::test]
async fn a_request_that_is_nested_deeply_has_its_page_and_ends_nothing() {
    let sandbox = Sandbox::start().await.unwrap();
    let reader = Reader::of(&sandbox).await;
    for depth in [128, 5_000, 9_000] {
        for (opens, closes) in [("[", "]"), ("{\"a\":", "}")] {
            let body = format!("{}1{}", opens.repeat(depth), closes.repeat(depth));
            assert_eq!(mis_signed(&sandbox, &body, "{}").await, 401, "{depth}");
            let number = sandbox.requests().last().unwrap().number;
            let (status, page) = reader.get(&format!("/requests/{number}")).await;
            assert_eq!(status, StatusCode::OK, "{depth}");
            assert!(page.contains("What is wrong with the signature"), "{depth}");
        }
    }
}

#[tokio::test]
async fn a_large_request_is_refused_without_a_diagnosis() {
    let sandbox = Sandbox::start().await.unwrap();
    let body = format!("{{\"a\":\"{}\"}}", "x".repeat(100_000));
    assert_eq!(mis_signed(&sandbox, &body, "{}").await, 401);
    let reader = Reader::of(&sandbox).await;
    let (status, page) = reader.get("/requests/0").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Text that the sandbox verified it against") && !page.contains("Remedy"));
    assert!(page.len() < 10_000, "{}", page.len());
}

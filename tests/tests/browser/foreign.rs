//! A page of another origin, which the same browser has open: on another port of this machine, where cookies that are
//! `SameSite` go along, and under another name.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use fantoccini::Locator;
use http::HeaderMap;
use http::header::{COOKIE, SET_COOKIE};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use wxpay::pay::TradeState;
use wxpay_sandbox::Sandbox;

use crate::browser::Browser;
use crate::visitor::Visitor;
use crate::world::native;

const ORDER: &str = "20260101000001";
/// What is on the person's pages and must not be on another's.
const SECRET: &str = "WeChat Pay sandbox";

pub(crate) async fn page_neither_reads_nor_pays_nor_frames(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let code_url = client.send(&native(&client, ORDER, "http://127.0.0.1:9/")).await.unwrap().code_url;
    let visitor = Visitor::of(browser, &sandbox).await;
    let (own, page) = (sandbox.admin_url(), visitor.url.clone());
    let order = format!("{page}/orders/{}/{ORDER}", client.merchant().id());
    let (pay, before) = (format!("{order}/pay"), sandbox.orders().unwrap());
    // The same from the page itself: what is refused below is not refused for another reason.
    let fetched = fetch(browser, "GET", &order, "same-origin").await;
    assert!(fetched.as_str().unwrap().contains(SECRET), "{fetched}");

    let cookies = Cookies::default();
    let port = stranger(cookies.clone()).await;
    for host in ["127.0.0.1", "localhost"] {
        let others = format!("http://{host}:{port}/");
        for url in [&*order, &own, &code_url, &format!("{own}/api/orders"), &format!("{own}/style.css")] {
            visitor.goto(&others).await;
            let fetched = fetch(browser, "GET", url, "cors").await;
            assert_eq!(fetched, json!("TypeError"), "{url}");
            // It is sent, and nothing of the answer is seen.
            assert_eq!(fetch(browser, "GET", url, "no-cors").await, json!(""), "{url}");
            for tag in ["img", "script", "link"] {
                assert_eq!(include(browser, tag, url).await, json!("error"), "<{tag}> of {url}");
            }
            assert!(!framed(&visitor, url).await.contains(SECRET), "{url} in a frame");
            let opened = open(browser, url).await;
            assert_eq!(opened, json!("SecurityError"), "{url} in another window");
        }
        for url in [&*pay, &code_url, &format!("{page}/clock"), &format!("{page}/faults")] {
            visitor.goto(&others).await;
            assert_eq!(fetch(browser, "POST", url, "no-cors").await, json!(""));
            assert_eq!(fetch(browser, "POST", url, "cors").await, json!("TypeError"));
            posted(&visitor, url).await;
        }
        // Led there, the browser does not show the person's page either.
        visitor.goto(&others).await;
        run(browser, "location = arguments[0]; arguments[1]()", &order).await;
        visitor.find("//body[contains(., 'another origin')]").await;
    }
    assert_eq!(sandbox.orders().unwrap(), before);
    assert_eq!(sandbox.faults().rules().len(), 0);

    // Cookies do not know ports: a server on another one gets those of the host, and that of the page is for its place alone.
    for path in ["", "overview", "orders", "phone/", "api/orders"] {
        visitor.goto(&format!("http://127.0.0.1:{port}/{path}")).await;
    }
    let sent = cookies.lock().unwrap().concat();
    assert!(sent.contains("witness=here") && !sent.contains("wxpay_sandbox"), "{sent}");

    // Nothing was refused for good: the person pays.
    visitor.open(order.strip_prefix(&page).unwrap()).await;
    visitor.press("Pay").await;
    visitor.has_state("SUCCESS").await;
    assert_eq!(sandbox.orders().unwrap()[0].state, TradeState::Success);
}

/// What a server was sent as cookies.
type Cookies = Arc<Mutex<Vec<String>>>;

/// Somebody's page; its port. It sets a cookie of its own, which comes back: so would others that are for every path.
async fn stranger(cookies: Cookies) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let app = Router::new().fallback(get(async move |headers: HeaderMap| {
        let sent = headers.get_all(COOKIE).iter().map(|value| value.to_str().unwrap().to_owned());
        cookies.lock().unwrap().extend(sent);
        let page = Html("<!doctype html><title>Another</title><body>Another</body>");
        ([(SET_COOKIE, "witness=here; Path=/")], page)
    }));
    tokio::spawn(async move { axum::serve(listener, app).await });
    port
}

async fn run(browser: &Browser, script: &str, url: &str) -> Value {
    browser.client.execute_async(script, vec![json!(url)]).await.unwrap()
}

/// The text that a script gets, with all that the browser has for that address, or the name of the error.
async fn fetch(browser: &Browser, method: &str, url: &str, mode: &str) -> Value {
    let body =
        if method == "POST" { "body: new URLSearchParams({ offset: 5, pr: 'x', fault: 'no-answer' })," } else { "" };
    let script = format!(
        "const done = arguments[1];
         fetch(arguments[0], {{ method: '{method}', mode: '{mode}', credentials: 'include', {body} }})
             .then(answer => answer.text()).then(done, error => done(error.name));"
    );
    run(browser, &script, url).await
}

/// What becomes of an element that shows or runs what is there.
async fn include(browser: &Browser, tag: &str, url: &str) -> Value {
    let script = format!(
        "const [url, done] = arguments, element = document.createElement('{tag}');
         element.onload = () => done('load');
         element.onerror = () => done('error');
         element.rel = 'stylesheet';
         element.href = element.src = url;
         document.head.append(element);"
    );
    run(browser, &script, url).await
}

/// What is in a frame of the page. A script of the page may not even ask.
async fn framed(visitor: &Visitor<'_>, url: &str) -> String {
    let client = &visitor.browser.client;
    let script = "const [url, done] = arguments, frame = document.createElement('iframe');
         frame.onload = () => { try { done(frame.contentDocument === null) } catch { done(true) } };
         frame.src = url;
         document.body.append(frame);";
    assert_eq!(run(visitor.browser, script, url).await, json!(true), "the document of a frame");
    let frame = client.find(Locator::Css("iframe")).await.unwrap();
    frame.enter_frame().await.unwrap();
    let source = client.source().await.unwrap();
    client.enter_parent_frame().await.unwrap();
    source
}

/// The error that reading another window comes to, once it has left the empty page that it begins with.
async fn open(browser: &Browser, url: &str) -> Value {
    let script = "const [url, done] = arguments, other = window.open(url);
         const look = () => {
             try { other.document.body; setTimeout(look, 10); } catch (error) { other.close(); done(error.name); }
         };
         look();";
    run(browser, script, url).await
}

/// Sends a form there, as if the person had: the browser leaves the page, and is refused.
async fn posted(visitor: &Visitor<'_>, url: &str) {
    let script = "const form = document.createElement('form');
         form.method = 'post';
         form.action = arguments[0];
         form.innerHTML = '<input name=offset value=5><input name=fault value=no-answer><input name=pr value=x>';
         document.body.append(form);
         form.submit();
         arguments[1]();";
    run(visitor.browser, script, url).await;
    visitor.find("//body[contains(., 'Origin header')]").await;
}

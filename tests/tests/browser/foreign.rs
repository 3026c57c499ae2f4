//! A page of another origin in the same browser: on another port of this machine, which receives `SameSite` cookies, and under
//! another name.

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
/// Text of the person's pages that no other page may read.
const SECRET: &str = "WeChat Pay sandbox";

pub(crate) async fn page_neither_reads_nor_pays_nor_frames(browser: &Browser) {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let code_url = client.send(&native(&client, ORDER, "http://127.0.0.1:9/")).await.unwrap().code_url;
    let visitor = Visitor::of(browser, &sandbox).await;
    let (own, page) = (sandbox.admin_url(), visitor.url.clone());
    let order = format!("{page}/orders/{}/{ORDER}", client.merchant().id());
    let (pay, before) = (format!("{order}/pay"), sandbox.orders().unwrap());
    // The person's own page can read it, so the refusals below have no other reason.
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
            // The request is sent, but the page sees nothing of the answer.
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
        // The browser does not show the person's page after a navigation by the other page either.
        visitor.goto(&others).await;
        run(browser, "location = arguments[0]; arguments[1]()", &order).await;
        visitor.find("//body[contains(., 'another origin')]").await;
    }
    assert_eq!(sandbox.orders().unwrap(), before);
    assert_eq!(sandbox.faults().rules().len(), 0);

    // A server on another port receives the host's cookies, whatever its port; the page's own cookie is limited to its path.
    for path in ["", "overview", "orders", "phone/", "api/orders"] {
        visitor.goto(&format!("http://127.0.0.1:{port}/{path}")).await;
    }
    let sent = cookies.lock().unwrap().concat();
    assert!(sent.contains("witness=here") && !sent.contains("wxpay_sandbox"), "{sent}");

    // The person can still pay.
    visitor.open(order.strip_prefix(&page).unwrap()).await;
    visitor.press("Pay").await;
    visitor.has_state("SUCCESS").await;
    assert_eq!(sandbox.orders().unwrap()[0].state, TradeState::Success);
}

/// The cookies that a server received.
type Cookies = Arc<Mutex<Vec<String>>>;

/// Starts another person's page and returns its port. It sets a cookie, which comes back, as every cookie for all paths does.
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

/// The text that a script reads from `url` with the browser's cookies, or the name of the error.
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

/// The event after an element has tried to load `url`: `load` or `error`.
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

/// The content of a frame, which a script of the page cannot read.
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

/// The error of a script that reads another window, once the window has left its empty first page.
async fn open(browser: &Browser, url: &str) -> Value {
    let script = "const [url, done] = arguments, other = window.open(url);
         const look = () => {
             try { other.document.body; setTimeout(look, 10); } catch (error) { other.close(); done(error.name); }
         };
         look();";
    run(browser, script, url).await
}

/// Posts a form as if the person did. The browser leaves the page, and the form is refused.
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

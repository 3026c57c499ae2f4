//! The sandbox's web page, as a person sees it.

mod browser;

use crate::browser::Browser;

#[tokio::test]
async fn x() {
    let Some(browser) = Browser::open().await else { return };
    browser.client.goto("data:text/html,<h1>hello</h1>").await.unwrap();
    println!("{}", browser.client.source().await.unwrap());
    std::fs::write("/tmp/x.png", browser.client.screenshot().await.unwrap()).unwrap();
}

//! A person at the browser, who opens pages, reads, fills in and presses.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::elements::Element;
use wxpay_sandbox::Sandbox;

use crate::browser::Browser;

/// A person who was given the address with the token.
pub(crate) struct Visitor<'a> {
    pub(crate) browser: &'a Browser,
    /// URL of the pages.
    pub(crate) url: String,
}

impl<'a> Visitor<'a> {
    /// Signs in.
    pub(crate) async fn of(browser: &'a Browser, sandbox: &Sandbox) -> Self {
        let mut visitor = Self { browser, url: sandbox.admin_url() };
        visitor.goto(&format!("{}/?token={}", visitor.url, sandbox.admin_token())).await;
        visitor.is_headed("Overview").await;
        let overview = browser.client.current_url().await.unwrap();
        visitor.url = overview.as_str().strip_suffix("/overview").unwrap().to_owned();
        visitor
    }

    /// Somebody without the token: a phone.
    pub(crate) fn stranger(browser: &'a Browser, sandbox: &Sandbox) -> Self {
        Self { browser, url: sandbox.admin_url() }
    }

    pub(crate) async fn open(&self, path: &str) {
        self.goto(&format!("{}{path}", self.url)).await;
    }

    pub(crate) async fn goto(&self, url: &str) {
        self.browser.client.goto(url).await.unwrap();
    }

    /// Presses the button or follows the link with this name, as its text or its `aria-label`.
    pub(crate) async fn press(&self, name: &str) {
        let named = format!("[normalize-space()=\"{name}\" or @aria-label=\"{name}\"]");
        self.find(&format!("//button{named} | //a{named}")).await.click().await.unwrap();
    }

    /// Fills in the field with this label.
    pub(crate) async fn fill(&self, label: &str, value: &str) {
        let labelled = format!("//label[contains(normalize-space(), \"{label}\")]");
        let field = self.find(&format!("{labelled}/*[self::input or self::select]")).await;
        if field.tag_name().await.unwrap() == "select" {
            return field.select_by_label(value).await.unwrap();
        }
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap();
    }

    /// The first element that matches the XPath, once it is there.
    pub(crate) async fn find(&self, xpath: &str) -> Element {
        let wait = self.browser.client.wait().at_most(PATIENCE).every(Duration::from_millis(20));
        match wait.for_element(Locator::XPath(xpath)).await {
            Ok(element) => element,
            Err(error) => panic!("{xpath}: {error}\n{}", self.text().await),
        }
    }

    /// The whole text of the page.
    pub(crate) async fn text(&self) -> String {
        let body = self.browser.client.find(Locator::Css("body")).await.unwrap();
        body.text().await.unwrap()
    }

    /// Waits for the page with this heading. A click returns before the page is loaded.
    pub(crate) async fn is_headed(&self, heading: &str) {
        self.find(&format!("//h1[normalize-space()='{heading}']")).await;
    }

    /// Waits until the page contains this text.
    pub(crate) async fn reads(&self, text: &str) {
        self.find(&format!("//body[contains(normalize-space(), \"{text}\")]")).await;
    }

    /// Opens the page repeatedly until it contains this text, since it does not update by itself.
    pub(crate) async fn comes(&self, path: &str, text: &str) {
        let begun = std::time::Instant::now();
        while begun.elapsed() < PATIENCE {
            self.open(path).await;
            if self.text().await.contains(text) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("`{text}` does not come:\n{}", self.text().await);
    }

    /// Waits until the order's page shows this state.
    pub(crate) async fn has_state(&self, state: &str) {
        self.find(&format!("//dt[.='State']/following-sibling::dd[1][normalize-space()='{state}']")).await;
    }
}

const PATIENCE: Duration = Duration::from_secs(15);

//! A person at the browser: opens pages, reads, fills in, presses.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::elements::Element;
use wxpay_sandbox::Sandbox;

use crate::browser::Browser;

/// Somebody who was given the address with the token.
pub(crate) struct Visitor<'a> {
    pub(crate) browser: &'a Browser,
    /// Where the pages begin.
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

    /// Somebody who was not: a phone.
    pub(crate) fn stranger(browser: &'a Browser, sandbox: &Sandbox) -> Self {
        Self { browser, url: sandbox.admin_url() }
    }

    pub(crate) async fn open(&self, path: &str) {
        self.goto(&format!("{}{path}", self.url)).await;
    }

    pub(crate) async fn goto(&self, url: &str) {
        self.browser.client.goto(url).await.unwrap();
    }

    /// Presses the button or follows the link that is called so, by what is written on it or said of it.
    pub(crate) async fn press(&self, name: &str) {
        let named = format!("[normalize-space()=\"{name}\" or @aria-label=\"{name}\"]");
        self.find(&format!("//button{named} | //a{named}")).await.click().await.unwrap();
    }

    /// Fills in the field below that label.
    pub(crate) async fn fill(&self, label: &str, value: &str) {
        let labelled = format!("//label[contains(normalize-space(), \"{label}\")]");
        let field = self.find(&format!("{labelled}/*[self::input or self::select]")).await;
        if field.tag_name().await.unwrap() == "select" {
            return field.select_by_label(value).await.unwrap();
        }
        field.clear().await.unwrap();
        field.send_keys(value).await.unwrap();
    }

    /// The first element of that XPath, once it is there.
    pub(crate) async fn find(&self, xpath: &str) -> Element {
        let wait = self.browser.client.wait().at_most(PATIENCE).every(Duration::from_millis(20));
        match wait.for_element(Locator::XPath(xpath)).await {
            Ok(element) => element,
            Err(error) => panic!("{xpath}: {error}\n{}", self.text().await),
        }
    }

    /// Everything that the page says.
    pub(crate) async fn text(&self) -> String {
        let body = self.browser.client.find(Locator::Css("body")).await.unwrap();
        body.text().await.unwrap()
    }

    /// Waits for the page of that heading. A click returns before it is there.
    pub(crate) async fn is_headed(&self, heading: &str) {
        self.find(&format!("//h1[normalize-space()='{heading}']")).await;
    }

    /// Waits until the page says this.
    pub(crate) async fn reads(&self, text: &str) {
        self.find(&format!("//body[contains(normalize-space(), \"{text}\")]")).await;
    }

    /// Opens the page again and again until it says this: what happens in the background, it does not show by itself.
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

    /// What became of an order, as its page says.
    pub(crate) async fn has_state(&self, state: &str) {
        self.find(&format!("//dt[.='State']/following-sibling::dd[1][normalize-space()='{state}']")).await;
    }
}

const PATIENCE: Duration = Duration::from_secs(15);

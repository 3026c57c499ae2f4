//! The admin listener: the callers that it lets in, and what they can do.

mod actions;
mod faults;
mod guard;
mod keys;
mod log;
mod sharing;
mod stray;
mod told;
mod words;

use reqwest::{Client, RequestBuilder, StatusCode};
use serde_json::Value;
use wxpay_sandbox::Sandbox;

/// A caller with the admin token.
struct Script {
    http: Client,
    url: String,
    token: String,
}

impl Script {
    fn of(sandbox: &Sandbox) -> Self {
        let http = Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { http, url: sandbox.admin_url(), token: sandbox.admin_token().to_owned() }
    }

    fn get(&self, path: &str) -> RequestBuilder {
        self.http.get(format!("{}{path}", self.url)).bearer_auth(&self.token)
    }

    fn post(&self, path: &str) -> RequestBuilder {
        self.http.post(format!("{}{path}", self.url)).bearer_auth(&self.token)
    }

    fn put(&self, path: &str) -> RequestBuilder {
        self.http.put(format!("{}{path}", self.url)).bearer_auth(&self.token)
    }

    /// Acts without an answer.
    async fn act(&self, path: &str) {
        self.act_with(path, String::new()).await;
    }

    async fn act_with(&self, path: &str, body: String) {
        silent(self.post(path).body(body)).await;
    }

    async fn delete(&self, path: &str) {
        silent(self.http.delete(format!("{}{path}", self.url)).bearer_auth(&self.token)).await;
    }
}

/// The status and the answer, which is always JSON.
async fn answered(request: RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    let status = response.status();
    (status, serde_json::from_slice(&response.bytes().await.unwrap()).unwrap())
}

async fn silent(request: RequestBuilder) {
    let response = request.send().await.unwrap();
    let (status, body) = (response.status(), response.text().await.unwrap());
    assert_eq!((status, &*body), (StatusCode::NO_CONTENT, ""));
}

/// The answer of an act that succeeds.
async fn done(request: RequestBuilder) -> Value {
    let (status, answer) = answered(request).await;
    assert!(status.is_success(), "{status} {answer}");
    answer
}

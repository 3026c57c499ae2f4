//! The compiled programs.
//!
//! An endpoint is a request with twelve members, one of them an object with four, and an answer with six. The declaration has
//! rules, a companion of the required members, and setters for the others. Each endpoint is sent in a function of its own, whose
//! future is boxed like a server's handlers. One function that awaits them all would be larger than any real one, and would be
//! optimised as one.

use std::fmt::Write as _;
use std::path::Path;

/// A way to write endpoints.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// Declared, as with wxpay.
    Declared,
    /// By hand, with `Serialize` and `Deserialize` derived on everything, as the declaration provides both.
    Both,
    /// By hand, with only the derive that each struct needs.
    Needed,
    /// The part that all have in common: structs with `Debug` and `Clone`, and code that fills a request and awaits an answer,
    /// without reading or writing anything.
    Plain,
}

impl Way {
    pub(super) const ALL: [Self; 4] = [Self::Declared, Self::Both, Self::Needed, Self::Plain];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Both => "both",
            Self::Needed => "needed",
            Self::Plain => "plain",
        }
    }

    pub(super) fn dependencies(self, top: &Path) -> String {
        let own = match self {
            Self::Declared => format!("wxpay-v3 = {{ path = {:?} }}", top.join("wxpay")),
            Self::Both | Self::Needed | Self::Plain => BY_HAND.to_owned(),
        };
        format!("{own}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}")
    }

    fn preamble(self) -> &'static str {
        match self {
            Self::Declared => DECLARED_CLIENT,
            Self::Both | Self::Needed | Self::Plain => CLIENT_BY_HAND,
        }
    }

    fn endpoint(self) -> String {
        match self {
            Self::Declared => DECLARED.to_owned(),
            Self::Both => structs(", Serialize, Deserialize", ", Serialize, Deserialize"),
            Self::Needed => structs(", Serialize", ", Deserialize"),
            Self::Plain => {
                structs("", "").lines().filter(|line| !line.contains("serde")).collect::<Vec<_>>().join("\n")
            }
        }
    }

    fn sending(self) -> String {
        match self {
            Self::Declared => SEND_DECLARED.to_owned(),
            Self::Both | Self::Needed => SEND_BY_HAND.replace("SEND", AS_JSON),
            Self::Plain => SEND_BY_HAND.replace("SEND", AS_NOTHING),
        }
    }
}

/// A program with `count` endpoints. With `sends`, it sends each once.
pub(super) fn of(way: Way, count: u32, sends: bool) -> String {
    let mut program = format!("#![allow(dead_code)]\n{}", way.preamble());
    let mut calls = String::new();
    let (endpoint, sending) = (way.endpoint(), way.sending());
    for number in 0..count {
        let sending = if sends { &*sending } else { "" };
        let endpoint =
            format!("pub mod eNUMBER {{\n{endpoint}\n{sending}\n}}\n").replace("NUMBER", &number.to_string());
        program.push_str(&endpoint);
        if sends {
            // Writing to a string cannot fail.
            let _ = writeln!(calls, "    calls.push(Box::pin(e{number}::send(&client)));");
        }
    }
    program.push_str(&MAIN.replace("CALLS\n", &calls));
    program
}

/// An endpoint's structs, with these derives on the request and on the answer.
fn structs(sent: &str, answered: &str) -> String {
    STRUCTS.replace(", SENT", sent).replace(", ANSWERED", answered).replace("SKIP", SKIP)
}

const BY_HAND: &str = r#"serde = { version = "1", features = ["derive"] }
serde_json = "1"
reqwest = { version = "0.13", default-features = false, features = ["http2", "rustls"] }"#;

const MAIN: &str = r#"#[tokio::main(flavor = "current_thread")]
async fn main() {
    let client = client();
    let mut calls: Vec<std::pin::Pin<Box<dyn Future<Output = ()> + '_>>> = Vec::new();
CALLS
    for call in calls {
        call.await;
    }
    let _ = client;
}
"#;

const DECLARED_CLIENT: &str = "fn client() -> wxpay::client::Client {
    wxpay::client::Client::builder().build().unwrap()
}
";

const CLIENT_BY_HAND: &str = r#"pub struct Client(reqwest::Client);
fn client() -> Client {
    Client(reqwest::Client::new())
}
impl Client {
    pub async fn send<R: serde::de::DeserializeOwned>(&self, path: &str, request: &impl serde::Serialize) -> R {
        serde_json::from_slice(&self.exchange(path, serde_json::to_vec(request).unwrap()).await).unwrap()
    }
    async fn exchange(&self, path: &str, body: Vec<u8>) -> Vec<u8> {
        let answer = self.0.post(format!("https://api.example.com{path}")).body(body).send().await.unwrap();
        answer.bytes().await.unwrap().to_vec()
    }
}
"#;

const DECLARED: &str = r#"    use wxpay::prelude::*;
    #[wxpay_endpoint(method = "POST", path = "/v3/orders/NUMBER", response = Answer, required = RequestRequired)]
    #[derive(Debug, Clone)]
    pub struct Request {
        #[wxpay(len = 32)]
        pub appid: String,
        #[wxpay(len = 32)]
        pub mchid: String,
        #[wxpay(len = 127)]
        pub description: String,
        #[wxpay(len = 6..=32, pattern = "[0-9A-Za-z]+")]
        pub out_trade_no: String,
        #[wxpay(len = 255, url)]
        pub notify_url: String,
        pub attach: Option<String>,
        #[wxpay(len = 32)]
        pub goods_tag: Option<String>,
        pub time_expire: Option<String>,
        pub support_fapiao: Option<bool>,
        pub quantity: i64,
        pub limit: Option<i64>,
        pub amount: Amount,
    }
    #[wxpay_object(required = AmountRequired)]
    #[derive(Debug, Clone)]
    pub struct Amount {
        #[wxpay(range = 1..)]
        pub total: i64,
        pub refund: Option<i64>,
        pub currency: Option<String>,
        pub account: Option<String>,
    }
    #[wxpay_object]
    #[derive(Debug, Clone)]
    pub struct Answer {
        pub id: String,
        pub out_trade_no: String,
        pub state: String,
        pub time: Option<String>,
        pub total: i64,
        pub note: Option<String>,
    }"#;

const SEND_DECLARED: &str = r#"    pub async fn send(client: &wxpay::client::Client) {
        let request = Request::new(RequestRequired {
            appid: "aNUMBER".into(),
            mchid: "mNUMBER".into(),
            description: "d".into(),
            out_trade_no: "nNUMBER".into(),
            notify_url: "https://shop.example.com/notify".into(),
            quantity: 1,
            amount: Amount::new(AmountRequired { total: NUMBER }).currency("CNY"),
        })
        .attach("x");
        println!("{}", client.send(&request).await.unwrap().id);
    }"#;

const SKIP: &str = "#[serde(skip_serializing_if = \"Option::is_none\")]";

const STRUCTS: &str = "    #[allow(unused_imports)]
    use serde::{Deserialize, Serialize};
    #[derive(Debug, Clone, SENT)]
    pub struct Request {
        pub appid: String,
        pub mchid: String,
        pub description: String,
        pub out_trade_no: String,
        pub notify_url: String,
        SKIP
        pub attach: Option<String>,
        SKIP
        pub goods_tag: Option<String>,
        SKIP
        pub time_expire: Option<String>,
        SKIP
        pub support_fapiao: Option<bool>,
        pub quantity: i64,
        SKIP
        pub limit: Option<i64>,
        pub amount: Amount,
    }
    #[derive(Debug, Clone, SENT)]
    pub struct Amount {
        pub total: i64,
        SKIP
        pub refund: Option<i64>,
        SKIP
        pub currency: Option<String>,
        SKIP
        pub account: Option<String>,
    }
    #[derive(Debug, Clone, ANSWERED)]
    pub struct Answer {
        pub id: String,
        pub out_trade_no: String,
        pub state: String,
        pub time: Option<String>,
        pub total: i64,
        pub note: Option<String>,
    }";

const SEND_BY_HAND: &str = r#"    pub async fn send(client: &super::Client) {
        let request = Request {
            appid: "aNUMBER".into(),
            mchid: "mNUMBER".into(),
            description: "d".into(),
            out_trade_no: "nNUMBER".into(),
            notify_url: "https://shop.example.com/notify".into(),
            attach: Some("x".into()),
            goods_tag: None,
            time_expire: None,
            support_fapiao: None,
            quantity: 1,
            limit: None,
            amount: Amount { total: NUMBER, refund: None, currency: Some("CNY".into()), account: None },
        };
        SEND
    }"#;

const AS_JSON: &str =
    r#"let answer: Answer = client.send("/v3/orders/NUMBER", &request).await; println!("{}", answer.id);"#;

const AS_NOTHING: &str = r#"std::hint::black_box(&request);
        println!("{}", client.exchange("/v3/orders/NUMBER", Vec::new()).await.len());"#;

#[cfg(test)]
mod tests {
    use super::{Way, of};

    /// The compiler checks the rest. Here the program is Rust, and no placeholder is left.
    #[test]
    fn every_program_is_rust_with_as_many_endpoints_as_asked() -> syn::Result<()> {
        for way in Way::ALL {
            for (count, sends) in [(1, true), (3, true), (3, false)] {
                let program = of(way, count, sends);
                let parsed = syn::parse_file(&program)?;
                let modules = parsed.items.iter().filter(|item| matches!(item, syn::Item::Mod(_))).count();
                assert_eq!(modules, count as usize, "{}", way.name());
                assert_eq!(program.matches("::send(&client)").count(), if sends { modules } else { 0 });
                for left in ["NUMBER", "SKIP", "SEND", "SENT", "ANSWERED", "CALLS"] {
                    assert!(!program.contains(left), "{left} in {program}");
                }
            }
        }
        Ok(())
    }
}

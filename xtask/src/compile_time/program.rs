//! The programs that are compiled.
//!
//! An endpoint is a request of twelve members, one of them an object of four, and an answer of six. Declared, it has rules,
//! a companion of the required members and setters for the others. Each is sent in a function of its own, whose future is
//! boxed, as a server's handlers are: one function that awaits them all would be of a size that nobody writes, and is
//! optimised as one.

use std::borrow::Cow;
use std::fmt::Write as _;

/// A way to write endpoints.
#[derive(Clone, Copy)]
pub(super) enum Way {
    /// Declared, as with wxpay.
    Declared,
    /// By hand, `Serialize` and `Deserialize` derived on everything, as the declaration gives both.
    Both,
    /// By hand, on each struct only the one that sending needs.
    Needed,
    /// The part that all have in common: structs with `Debug` and `Clone`, and in the program what fills a request and awaits an
    /// answer, without reading or writing anything.
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

    pub(super) fn dependencies(self, library: &str) -> String {
        let own = match self {
            Self::Declared => library,
            Self::Both | Self::Needed | Self::Plain => BY_HAND,
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

/// A program of endpoints that are all the same but for their names.
#[derive(Clone, Copy)]
pub(super) struct Program<'a> {
    pub(super) way: Way,
    pub(super) count: u32,
    /// True if it sends each once.
    pub(super) sends: bool,
    /// The changes to each endpoint.
    pub(super) edits: &'a [Edit],
}

/// A text of an endpoint or its call, which stands there once, and what takes its place.
pub(super) type Edit = (&'static str, Cow<'static, str>);

impl Program<'static> {
    /// One that sends each endpoint.
    pub(super) fn new(way: Way, count: u32) -> Self {
        Self { way, count, sends: true, edits: &[] }
    }
}

impl Program<'_> {
    pub(super) fn text(&self) -> String {
        let mut program = format!("#![allow(dead_code)]\n{}", self.way.preamble());
        let mut calls = String::new();
        let module = self.module();
        for number in 0..self.count {
            program.push_str(&module.replace("NUMBER", &number.to_string()));
            if self.sends {
                // Writing to a text does not fail.
                let _ = writeln!(calls, "    calls.push(Box::pin(e{number}::send(&client)));");
            }
        }
        program.push_str(&MAIN.replace("CALLS\n", &calls));
        program
    }

    /// The module of an endpoint.
    fn module(&self) -> String {
        let whole = format!("pub mod eNUMBER {{\n{}\nSENDING\n}}\n", self.way.endpoint());
        let sending = if self.sends { self.way.sending() } else { String::new() };
        let whole = whole.replace("SENDING", &sending);
        self.edits.iter().fold(whole, |module, (from, to)| module.replace(from, to))
    }
}

/// An endpoint's structs with these derives on what is sent and on what is answered.
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

/// With what `check` may name.
const DECLARED_CLIENT: &str = "fn client() -> wxpay::client::Client {
    wxpay::client::Client::builder().build().unwrap()
}
fn text(_: &str) -> Result<(), String> {
    Ok(())
}
fn integer(_: i64) -> Result<(), String> {
    Ok(())
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
    use super::{Program, Way};

    /// The compiler judges the rest: here it is Rust, and nothing of the templates is left.
    #[test]
    fn every_program_is_rust_with_as_many_endpoints_as_asked() -> syn::Result<()> {
        for way in Way::ALL {
            for (count, sends) in [(1, true), (3, true), (3, false)] {
                let program = Program { sends, ..Program::new(way, count) }.text();
                let parsed = syn::parse_file(&program)?;
                let modules = parsed.items.iter().filter(|item| matches!(item, syn::Item::Mod(_))).count();
                assert_eq!(modules, count as usize, "{}", way.name());
                assert_eq!(program.matches("::send(&client)").count(), if sends { modules } else { 0 });
                for left in ["NUMBER", "SKIP", "SEND", "SENT", "ANSWERED", "CALLS", "SENDING"] {
                    assert!(!program.contains(left), "{left} in {program}");
                }
            }
        }
        Ok(())
    }
}

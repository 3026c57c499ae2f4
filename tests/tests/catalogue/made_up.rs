//! Calls every endpoint with a made-up request, which the sandbox answers with made-up data.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;
use wxpay::client::{Client, RetryPolicy};
use wxpay::{Shipped, catalogue, read_json};
use wxpay_sandbox::wire::{Wire, body_start};
use wxpay_sandbox::{Sandbox, example};
use wxpay_tests::report;
use wxpay_tests::unsealed::unseal;

use crate::fitting::fit;

#[test]
fn every_endpoint_without_rules_answers_what_its_table_reads() {
    let runtime = Runtime::new().unwrap();
    let wrong = runtime.block_on(async {
        let sandbox = Sandbox::builder().examples(true).strict(true).start().await.unwrap();
        let wire = Wire::tap(sandbox.address()).await.unwrap();
        let callers = Callers::at(&sandbox, wire.url());
        let bare = Sandbox::start().await.unwrap();
        let ruled = Callers::at(&bare, bare.url());
        let mut wrong = Vec::new();
        let examples = Mutex::new(0);
        for shipped in catalogue().into_iter().filter(|shipped| !shipped.operation.file) {
            let call = async {
                let mut request = shipped.blank_request();
                let mut made_up = example(shipped.request.fields);
                fit(&shipped, &mut made_up, callers.merchant.merchant().id());
                read_json(&mut *request, made_up.to_string().as_bytes())
                    .map_err(|error| format!("the request: {error}"))?;
                unseal(&mut *request);
                let mut answer = shipped.blank_response();
                let sent = callers.of(&shipped).send_dyn(&shipped.operation, &*request, &mut *answer).await;
                let is_example = head(&wire).await.contains("sandbox-answer: example");
                *examples.lock().unwrap() += usize::from(is_example);
                match sent {
                    Err(error) if is_example => Err(error.to_string()),
                    _ if is_example => Ok(()),
                    // An endpoint with rules may refuse a made-up request, but it exists without examples too.
                    _ => match ruled
                        .of(&shipped)
                        .send_dyn(&shipped.operation, &*request, &mut *shipped.blank_response())
                        .await
                    {
                        Err(error) if error.code_str().is_empty() => Err(error.to_string()),
                        _ => Ok(()),
                    },
                }
            };
            wrong.extend(call.await.err().map(|error: String| format!("{}: {error}", name(&shipped))));
        }
        let examples = examples.into_inner().unwrap();
        report(&format!("catalogue: {examples} endpoints answered by example"));
        assert!(examples > 150, "{examples} endpoints answered by example");
        wrong
    });
    assert!(wrong.is_empty(), "{} endpoints:\n{}", wrong.len(), wrong.join("\n"));
}

/// The head of the last answer, in lower case. The client may have the answer before the wire has seen its end.
async fn head(wire: &Wire) -> String {
    let deadline = Instant::now() + Duration::from_secs(5);
    loop {
        if let Some(exchange) = wire.take_exchanges().pop() {
            let head = exchange.answer.get(..body_start(&exchange.answer).unwrap_or(0)).unwrap_or_default();
            return String::from_utf8_lossy(head).to_lowercase();
        }
        assert!(Instant::now() < deadline, "nothing passed the wire");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// A merchant and a brand that never repeat a request.
struct Callers {
    merchant: Client,
    brand: Client,
}

impl Callers {
    fn at(sandbox: &Sandbox, url: String) -> Self {
        let brand = sandbox.register_brand().unwrap().client_builder();
        let [merchant, brand] = [sandbox.client_builder(), brand]
            .map(|builder| builder.hosts([url.clone()]).retry(RetryPolicy::OFF).build().unwrap());
        Self { merchant, brand }
    }

    fn of(&self, shipped: &Shipped) -> &Client {
        if shipped.operation.path.starts_with("/brand/") { &self.brand } else { &self.merchant }
    }
}

fn name(shipped: &Shipped) -> String {
    format!("{} {}", shipped.operation.method, shipped.operation.path)
}

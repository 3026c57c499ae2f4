use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/file", response = Bytes)]
pub struct FetchThing {
    pub token: String,
}

pub async fn fetch(client: &Client, thing: &FetchThing) {
    let _ = client.send(thing).await;
}

fn main() {}

use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

pub async fn fetch(client: &Client, find: &Find) {
    let _ = client.file(find).await;
}

fn main() {}

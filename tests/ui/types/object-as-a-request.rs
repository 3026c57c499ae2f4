use wxpay::prelude::*;

#[wxpay_object]
pub struct Find {
    pub appid: String,
}

pub async fn find(client: &Client) {
    let _ = client.send(&Find { appid: "wx1".into() }).await;
}

fn main() {}

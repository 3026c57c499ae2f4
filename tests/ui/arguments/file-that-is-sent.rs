// on: FetchThing
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things/file", response = Bytes)]
pub struct FetchThing {
    pub token: String,
}

pub fn door() {
    let _ = Client::send::<FetchThing>;
}

fn main() {}

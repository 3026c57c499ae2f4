// on: Scene
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/orders")]
pub struct Find {
    pub scene: Scene,
}

#[wxpay_object]
pub struct Scene {
    pub device_id: Option<String>,
}

fn main() {}

// expect: SceneInfo, | scene
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/orders")]
pub struct GetOrders {
    pub scene: SceneInfo,
}

#[wxpay_object]
pub struct SceneInfo {
    pub device_id: Option<String>,
}

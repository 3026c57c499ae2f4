// expect: () | payer_client_ip
use wxpay::prelude::*;

#[wxpay_object(required = ())]
pub struct SceneInfo {
    pub payer_client_ip: String,
    pub device_id: Option<String>,
}

// expect: IpAddr | std::net::IpAddr
use wxpay::prelude::*;

#[wxpay_object]
pub struct SceneInfo {
    pub payer_client_ip: std::net::IpAddr,
}

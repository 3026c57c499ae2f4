// expect: Serialize, Deserialize | Serialize
use wxpay::prelude::*;

#[wxpay_object]
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PutOrder {
    pub attach: Option<String>,
}

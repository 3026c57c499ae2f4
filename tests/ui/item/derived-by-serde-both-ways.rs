// on: Serialize
use wxpay::prelude::*;

#[wxpay_object]
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Thing {
    pub code: String,
}

fn main() {}

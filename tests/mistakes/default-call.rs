// expect: Fen::new(0)
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(default = Fen::new(0))]
    pub discount: Option<Fen>,
}

// expect: one_of
use wxpay::prelude::*;

#[wxpay_object]
pub struct Identity {
    #[wxpay(one_of("passport"))]
    pub id_card: Option<Sensitive>,
    pub passport: Option<Sensitive>,
}

// expect: onoe_of
use wxpay::prelude::*;

#[wxpay_object(onoe_of("id_card", "passport"))]
pub struct Identity {
    pub id_card: Option<Sensitive>,
    pub passport: Option<Sensitive>,
}

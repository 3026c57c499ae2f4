// expect: "id_card, passport" | one_of
use wxpay::prelude::*;

#[wxpay_object(one_of("id_card, passport"))]
pub struct Identity {
    pub id_card: Option<Sensitive>,
    pub passport: Option<Sensitive>,
}

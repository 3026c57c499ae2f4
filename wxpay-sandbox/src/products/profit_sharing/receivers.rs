//! Receivers of shares.

use serde_json::{Value, json};
use wxpay::prelude::Sensitive;
use wxpay::profit_sharing::{AddReceiver, DeleteReceiver, ReceiverType, RelationType};

use crate::books::Receiver;
use crate::endpoint::{Desk, Refusal, Rules};
use crate::json::present;

impl Rules for AddReceiver {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let name = self.name.as_ref().and_then(Sensitive::expose);
        if self.r#type == ReceiverType::MerchantId && name.is_none() {
            return Err(Refusal::parameter("分账接收方类型为商户号时，name必填", None));
        }
        if (self.relation_type == RelationType::Custom) != self.custom_relation.is_some() {
            return Err(Refusal::parameter("custom_relation仅在relation_type为CUSTOM时必填", None));
        }
        let receiver = receiver(desk.mchid, self.sub_mchid.as_deref(), &self.r#type, &self.account);
        desk.books.add_receiver(receiver, name)?;
        let name = name.map(|name| desk.seal(name)).transpose()?;
        Ok(present(json!({
            "sub_mchid": self.sub_mchid,
            "type": self.r#type.as_str(),
            "account": self.account,
            "name": name,
            "relation_type": self.relation_type.as_str(),
            "custom_relation": self.custom_relation,
        })))
    }
}

impl Rules for DeleteReceiver {
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal> {
        let receiver = receiver(desk.mchid, self.sub_mchid.as_deref(), &self.r#type, &self.account);
        desk.books.delete_receiver(receiver)?;
        Ok(present(json!({
            "sub_mchid": self.sub_mchid,
            "type": self.r#type.as_str(),
            "account": self.account,
        })))
    }
}

fn receiver<'a>(mchid: &'a str, sub_mchid: Option<&'a str>, kind: &'a ReceiverType, account: &'a str) -> Receiver<'a> {
    Receiver { mchid, sub_mchid, kind: kind.as_str(), account }
}

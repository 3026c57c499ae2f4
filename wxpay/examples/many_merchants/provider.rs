//! A service provider (服务商): one number, one key and one client for many sub-merchants. What is whose stands in each
//! order, and in each notification that is verified.

use std::collections::HashMap;

use wxpay::notify::{Ordered, PartnerPayment};
use wxpay::partner_pay::{NativePrepay, NativePrepayRequired};
use wxpay::prelude::Fen;

/// Its books. The numbers of orders are unique under the provider, whatever the sub-merchant.
#[derive(Default)]
pub(crate) struct Provider {
    orders: HashMap<String, NativePrepay>,
    /// What each sub-merchant was paid, by `sub_mchid`, and for which orders.
    accounts: HashMap<String, HashMap<String, Fen>>,
    /// Payments that are not what was ordered.
    pub(crate) doubts: Vec<String>,
}

impl Provider {
    pub(crate) fn ordered(&mut self, order: &NativePrepay) {
        self.orders.insert(order.out_trade_no.clone(), order.clone());
    }

    /// Routes a payment to its sub-merchant: the one of the order, which the notification has to name too.
    pub(crate) fn paid(&mut self, payment: &PartnerPayment) {
        let number = &payment.out_trade_no;
        let Some(order) = self.orders.get(number) else {
            return self.doubts.push(format!("{number} was never ordered"));
        };
        match payment.check(&Ordered::from(order)) {
            // Twice is once: the order's number is the key.
            Ok(()) => {
                let account = self.accounts.entry(order.sub_mchid.clone()).or_default();
                account.insert(number.clone(), order.amount.total);
            }
            Err(differences) => {
                let differences: Vec<_> = differences.iter().map(ToString::to_string).collect();
                self.doubts.push(differences.join("; "));
            }
        }
    }

    /// How many orders are paid, whoever got the money.
    pub(crate) fn paid_orders(&self) -> usize {
        self.accounts.values().map(HashMap::len).sum()
    }

    /// What a sub-merchant was paid, for so many orders.
    pub(crate) fn account(&self, sub_mchid: &str) -> (usize, Fen) {
        let account = self.accounts.get(sub_mchid);
        let total = account.map(|orders| orders.values().map(|fen| fen.get()).sum()).unwrap_or_default();
        (account.map_or(0, HashMap::len), Fen::new(total))
    }
}

/// An order of a sub-merchant, which the provider signs.
pub(crate) fn order(sp_mchid: &str, sub_mchid: &str, out_trade_no: &str, fen: i64, notify_url: String) -> NativePrepay {
    NativePrepay::new(NativePrepayRequired {
        sp_appid: "wxd678efh567hg6787".into(),
        sp_mchid: sp_mchid.into(),
        sub_mchid: sub_mchid.into(),
        description: "A teapot".into(),
        out_trade_no: out_trade_no.into(),
        notify_url,
        amount: Fen::new(fen).into(),
    })
}

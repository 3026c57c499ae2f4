//! Requests that the sandbox lets through although the documentation says otherwise, because clients that are in use with the
//! live service send them. That it takes them is inferred from that, not seen; the request's page shows it, so that nobody
//! relies on it without knowing.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// One such thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Remark {
    /// What was let through.
    pub text: &'static str,
    /// The client that sends it, a report of it, or the page that does not rule it out.
    pub source: &'static str,
}

/// Those of one request.
#[derive(Default)]
pub(crate) struct Remarks(Mutex<Vec<Remark>>);

impl Remarks {
    pub(crate) fn note(&self, remark: Remark) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(remark);
    }

    pub(crate) fn into_list(self) -> Vec<Remark> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) const EMPTY_SERIAL: Remark = Remark {
    text: "Wechatpay-Serial is empty, and counts as absent",
    source: "https://github.com/wechatpay-apiv3/wechatpay-java/issues/354",
};
pub(crate) const OTHER_SERIAL: Remark = Remark {
    text: "Wechatpay-Serial names no key of WeChat Pay that the merchant has, and counts as absent, since nothing in the request is encrypted",
    source: "https://github.com/klover2/wechatpay-node-v3-ts/issues/63",
};
pub(crate) const SERIAL_CASE: Remark = Remark {
    text: "the serial_no in Authorization is not in upper case, as certificates are named",
    source: "https://github.com/klover2/wechatpay-node-v3-ts",
};
pub(crate) const NO_BOUNDARY: Remark = Remark {
    text: "the Content-Type of the form names no boundary; it was taken from the body",
    source: "https://github.com/minibear2021/wechatpayv3",
};
pub(crate) const OTHER_FILE_NAME: Remark = Remark {
    text: "the form's file is called otherwise than `filename` says",
    source: "https://pay.weixin.qq.com/doc/v3/partner/4012760509",
};

//! The bill of shares.

use crate::download::Download;
use crate::prelude::*;

/// Asks for the address of a day's bill of shares (申请分账账单).
///
/// For merchants, service providers and platforms alike. A bill is there from 10 in the morning of the next day on, for
/// 3 months; amounts in it are in yuan.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `NO_STATEMENT_EXIST` (nothing that day), `STATEMENT_CREATING` (ask
/// again half an hour later); 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/profitsharing/bills",
    response = SharingBill,
    required = ApplySharingBillRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012529628"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplySharingBill {
    /// Only the shares of this sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// The day, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// A compression; without it the file is plain.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// A compression (压缩类型).
#[wxpay_enum]
pub enum TarType {
    /// gzip.
    Gzip,
}

/// Where a bill is.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharingBill {
    /// Where to download it within 5 minutes, with a signature of the same merchant. The answer there is not signed:
    /// compare the hash.
    pub download_url: String,
    /// What `hash_value` is.
    pub hash_type: HashType,
    /// The hash of the bill, uncompressed.
    pub hash_value: String,
}

impl SharingBill {
    /// The file, for [`Client::download_file`](crate::client::Client::download_file). It is unpacked on the way where its
    /// URL says that it is packed.
    pub fn download(&self) -> Download {
        Download::new(&self.download_url, self.hash_type.as_str(), &self.hash_value).gunzip_as_named()
    }
}

/// A hash (哈希类型).
#[wxpay_enum]
pub enum HashType {
    /// SHA-1, in hexadecimal digits.
    #[wxpay(rename = "SHA1")]
    Sha1,
}

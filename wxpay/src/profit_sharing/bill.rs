//! Bills of shares.

use crate::download::Download;
use crate::prelude::*;

/// Queries the download URL of a day's bill of shares (申请分账账单).
///
/// It is for merchants, service providers and platforms. A bill is available from 10 in the morning of the next day, for 3
/// months. Its amounts are in yuan.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`, `NO_STATEMENT_EXIST` (no bill for that day), `STATEMENT_CREATING` (try again
/// half an hour later); 401 `SIGN_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
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
    /// Selects the shares of this sub-merchant.
    #[wxpay(len = 32, label = "二级商户号")]
    pub sub_mchid: Option<String>,
    /// Day of the bill, such as `2019-06-11`.
    #[wxpay(label = "账单日期")]
    pub bill_date: Date,
    /// Compression of the file; by default none.
    #[wxpay(label = "压缩类型")]
    pub tar_type: Option<TarType>,
}

/// Compressions of a bill (压缩类型).
#[wxpay_enum]
pub enum TarType {
    /// gzip.
    Gzip,
}

/// The download of a bill.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharingBill {
    /// URL of the bill, valid for 5 minutes. The download is signed by the same merchant; its answer is not signed: compare the
    /// hash.
    pub download_url: String,
    /// Type of `hash_value`.
    pub hash_type: HashType,
    /// Hash of the uncompressed bill.
    pub hash_value: String,
}

impl SharingBill {
    /// Returns the download, for [`Client::download_file`](crate::client::Client::download_file). It unpacks the file if the URL
    /// says that it is packed.
    pub fn download(&self) -> Download {
        Download::new(&self.download_url, self.hash_type.as_str(), &self.hash_value).gunzip_as_named()
    }
}

/// Types of hashes (哈希类型).
#[wxpay_enum]
pub enum HashType {
    /// SHA-1, in hexadecimal digits.
    #[wxpay(rename = "SHA1")]
    Sha1,
}

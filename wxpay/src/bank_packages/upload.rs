//! Files into a package.

use super::Task;
use crate::prelude::*;

/// Uploads a file of agreement numbers into a number package (导入定向用户协议号). [`ListTasks`](super::ListTasks) tells when
/// it was worked through.
///
/// There is no number that makes repeating safe: after an unknown outcome look for the file's name in the list.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/bank/packages/{package_id}/tasks",
    response = Task,
    required = UploadNumbersRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012466728"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadNumbers {
    /// The package, as the merchant platform shows it.
    #[wxpay(label = "号码包id")]
    pub package_id: String,
    /// The bank and the kind of card that the numbers belong to, such as `ICBC_DEBIT`.
    #[wxpay(label = "银行类型")]
    pub bank_type: String,
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The numbers: TXT or CSV in UTF-8, at most 2 MB; one in a line that ends with LF, each encrypted to WeChat Pay.
    #[wxpay(len = 2_097_152, extensions = ["txt", "csv"], label = "快捷交易协议号文件")]
    pub file: Upload,
}

//! A bank's number packages, which select the customers of a campaign (银行营销·号码包).
//!
//! ```
//! use wxpay::bank_packages::{UploadNumbers, UploadNumbersRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let file = Upload::new("numbers.csv", &b"the bytes of the file"[..]);
//! let request = UploadNumbers::new(UploadNumbersRequired {
//!     package_id: "8473295".into(),
//!     bank_type: "CMB".into(),
//!     file,
//! });
//! let task = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A bank creates a package on the merchant platform and uploads the quick payment agreement numbers (快捷交易协议号) of its
//! customers ([`UploadNumbers`]). WeChat Pay maps them to WeChat users, file by file; [`ListTasks`] returns the progress.

#![doc(alias("银行营销", "号码包"))]

mod tasks;
mod upload;

pub use tasks::{ListTasks, ListTasksRequired, Task, TaskStatus, Tasks};
pub use upload::{UploadNumbers, UploadNumbersRequired};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<ListTasks>(), Shipped::of::<UploadNumbers>()];

//! Number packages of a bank (银行营销·号码包): which of a bank's customers an activity is for.
//!
//! A bank makes a package on the merchant platform and uploads the agreement numbers (快捷交易协议号) of its customers'
//! quick payments ([`UploadNumbers`]); WeChat Pay turns them into WeChat users, file by file. [`ListTasks`] tells how far
//! it is.

mod tasks;
mod upload;

pub use tasks::{ListTasks, ListTasksRequired, Task, TaskStatus, Tasks};
pub use upload::{UploadNumbers, UploadNumbersRequired};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<ListTasks>("bank_packages"), Shipped::of::<UploadNumbers>("bank_packages")];

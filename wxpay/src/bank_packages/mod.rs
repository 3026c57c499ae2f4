//! Number packages of a bank (银行营销·号码包): which of a bank's customers an activity is for.
//!
//! A bank makes a package on the merchant platform and uploads the agreement numbers (快捷交易协议号) of its customers'
//! quick payments; WeChat Pay turns them into WeChat users, file by file. [`ListTasks`] tells how far it is.

mod tasks;

pub use tasks::{ListTasks, ListTasksRequired, Task, TaskStatus, Tasks};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<ListTasks>("bank_packages")];

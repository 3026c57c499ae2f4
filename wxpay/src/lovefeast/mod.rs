//! Meals for street cleaners (爱心餐): what users donate with their orders, and what becomes of it.
//!
//! ```
//! use wxpay::lovefeast::{QueryBrand, QueryBrandRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let request = QueryBrand::new(QueryBrandRequired { brand_id: "1000".into() });
//! let brand = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Users donate in the plug-in of a restaurant's own ordering or in the campaign's mini program; the restaurant's brand
//! shows what came together ([`QueryBrand`]) and what a user has given ([`ListDonations`], [`QueryDonation`]).

#![doc(alias("爱心餐"))]

mod brand;
mod donation;

pub use brand::{Brand, QueryBrand, QueryBrandRequired};
pub use donation::{
    DonateSource, DonatedAmount, Donation, DonationPage, Donor, ListDonations, ListDonationsRequired, MerchantOrder,
    QueryDonation, QueryDonationRequired,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<QueryBrand>(), Shipped::of::<QueryDonation>(), Shipped::of::<ListDonations>()];

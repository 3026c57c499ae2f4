//! Meals for street cleaners, which users donate with their orders (爱心餐).
//!
//! ```
//! use wxpay::lovefeast::{QueryBrand, QueryBrandRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = QueryBrand::new(QueryBrandRequired { brand_id: "1000".into() });
//! let brand = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Users donate in the plug-in of a restaurant's ordering page or in the campaign's mini program. The restaurant's brand can
//! query its total ([`QueryBrand`]) and the donations of a user ([`ListDonations`], [`QueryDonation`]).

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

//! The result of a query, compared with the request whose answer was lost: one file for each group of products.

mod deductions;
mod orders;
mod platforms;
mod sharings;
mod spoiled;

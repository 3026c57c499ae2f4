//! Prints the guide's table of products.

fn main() {
    print!("{}", wxpay_tests::products::table());
}

//! Prints the README's table of products.

fn main() {
    print!("{}", wxpay_tests::products::table());
}

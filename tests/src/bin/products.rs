//! Prints the guide's table of products, in each of its languages.

use wxpay_tests::products::{LANGUAGES, table};

fn main() {
    for words in &LANGUAGES {
        println!("{}:\n\n{}", words.page, table(words));
    }
}

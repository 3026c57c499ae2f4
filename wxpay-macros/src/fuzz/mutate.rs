//! Damages a declaration: removes, repeats or swaps a token, takes one from another declaration, or changes a literal.

use fastrand::Rng;
use proc_macro2::TokenTree;

use super::tree::{Tree, at, nth, ours, read, size};

/// The declaration with a few changes.
pub(super) fn mutated(declaration: &[Tree], others: &[Vec<Tree>], random: &mut Rng) -> Vec<Tree> {
    let mut trees = declaration.to_vec();
    for _ in 0..random.usize(1..=MOST) {
        change(&mut trees, others, random);
    }
    trees
}

fn change(trees: &mut Vec<Tree>, others: &[Vec<Tree>], random: &mut Rng) {
    let count = size(trees);
    if count == 0 {
        return;
    }
    // Most damage elsewhere is not Rust any more, and never reaches the macros.
    let place = match random.u8(..8) {
        0 => random.usize(..count),
        _ => random.choice(ours(trees)).unwrap_or_else(|| random.usize(..count)),
    };
    let other = random.choice(others).and_then(|other| nth(other, random.usize(..size(other).max(1)))).cloned();
    let swap_with = random.usize(..8);
    let literal = read(random.choice(LITERALS).copied().unwrap_or_default()).unwrap_or_default();
    let action = random.u8(..6);
    at(trees, place, |list, index| match (action, other) {
        (0, _) => drop(list.remove(index)),
        (1, _) => {
            if let Some(tree) = list.get(index).cloned() {
                list.insert(index, tree);
            }
        }
        (2, _) => {
            let count = list.len();
            list.swap(index, swap_with % count);
        }
        (3, Some(other)) => list.insert(index, other),
        (4, Some(other)) => list[index] = other,
        _ => {
            // The next literal, or else this token.
            let next = list.iter().skip(index).position(|tree| matches!(tree, Tree::Leaf(TokenTree::Literal(_))));
            let index = index + next.unwrap_or(0);
            list.splice(index..=index, literal);
        }
    });
}

/// The smallest declaration with this property that removing tokens, several in a row or one, leads to.
pub(super) fn smallest(mut trees: Vec<Tree>, has_it: impl Fn(&[Tree]) -> bool) -> Vec<Tree> {
    loop {
        let before = size(&trees);
        for row in [8, 4, 3, 2, 1] {
            let mut place = 0;
            while place < size(&trees) {
                let mut less = trees.clone();
                at(&mut less, place, |list, index| list.drain(index..list.len().min(index + row)).count());
                if has_it(&less) {
                    trees = less;
                } else {
                    place += 1;
                }
            }
        }
        if size(&trees) == before {
            return trees;
        }
    }
}

/// The highest number of changes.
const MOST: usize = 3;

/// Replacements for a literal: limits, common mistakes, and tokens that have broken parsers.
const LITERALS: &[&str] = &[
    "0",
    "1",
    "-1",
    "00",
    "1u8",
    "300u8",
    "0x10",
    "1_000",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "340282366920938463463374607431768211456",
    "1.5",
    "1e400",
    "true",
    "()",
    "'a'",
    "b\"a\"",
    "c\"a\"",
    "b'a'",
    "\"\"",
    "\" \"",
    "\"/\"",
    "\"/v3/\"",
    "\"/v3/{\"",
    "\"/v3/}{\"",
    "\"/v3/{}\"",
    "\"/v3/{a}{b}\"",
    "\"/v3/{ a }\"",
    "\"/v3/{r#type}\"",
    "\"/v3/{self}\"",
    "\"/v3/{a}/{a}\"",
    "\"/v3/../x\"",
    "\"/v3/\u{4e2d}\u{6587}\"",
    "\"/v3/%41\"",
    "\"/v3/x?y={z}#w\"",
    "\"https://api.mch.weixin.qq.com/v3/x\"",
    "\"get\"",
    "\"GET \"",
    "\"\\0\"",
    "\"\\r\\nX: y\"",
    "\"\u{1F600}\"",
    "\"\u{202E}\"",
    "\"[\"",
    "\"(\"",
    "\"(?x)a # b\"",
    "\"a{1,65536}\"",
    "\"(a{1000}){1000}\"",
    "\"((((((((((a*)*)*)*)*)*)*)*)*)*)*\"",
    "\"\\\\p{Han}\"",
    "\"^a$\"",
    "\"$\"",
    "\"\\\\\"",
    "r\"\\d+\"",
    "r#\"\"\"#",
    "type",
    "self",
    "Self",
    "crate",
    "super",
    "r#type",
    "r#Self",
    "_",
    "__Other",
    "'a",
    "!",
    "..=",
    "1..",
    "..=0",
    "5..=1",
    "::a::b",
    "a::<b>",
    "dyn A",
    "&'a str",
    "[u8]",
    "[u8; 3]",
    "fn()",
    "impl A",
    "Option<Option<String>>",
    "Option<Vec<Option<Sensitive>>>",
    "Vec<Upload>",
    "Option<Upload>",
    "Box<Self>",
    "<A as B>::C",
    "Vec",
    "Option<>",
    "Option<'static>",
    "Option<1>",
    "m!()",
    "(String)",
];

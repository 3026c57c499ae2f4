//! Token trees of declarations, which can be changed anywhere.

use std::fmt;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A token, or a group of them.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    /// A token that is not a group.
    Leaf(TokenTree),
    /// The tokens between delimiters.
    Group(Delimiter, Vec<Tree>),
}

/// Reads a text into trees, if it consists of tokens of Rust.
pub(super) fn read(text: &str) -> Option<Vec<Tree>> {
    text.parse().ok().map(trees)
}

/// Turns tokens into trees.
pub(super) fn trees(tokens: TokenStream) -> Vec<Tree> {
    let tree = |token| match token {
        TokenTree::Group(group) => Tree::Group(group.delimiter(), trees(group.stream())),
        token => Tree::Leaf(token),
    };
    tokens.into_iter().map(tree).collect()
}

/// Turns trees into tokens.
pub(super) fn tokens(trees: &[Tree]) -> TokenStream {
    let token = |tree: &Tree| match tree {
        Tree::Leaf(token) => token.clone(),
        Tree::Group(delimiter, inside) => TokenTree::Group(Group::new(*delimiter, tokens(inside))),
    };
    trees.iter().map(token).collect()
}

/// The number of tokens; a group counts one more than its content.
pub(super) fn size(trees: &[Tree]) -> usize {
    let one = |tree: &Tree| match tree {
        Tree::Leaf(_) => 1,
        Tree::Group(_, inside) => 1 + size(inside),
    };
    trees.iter().map(one).sum()
}

/// The numbers of the tokens in parentheses after a name of ours, where the grammar is ours too.
pub(super) fn ours(trees: &[Tree]) -> Vec<usize> {
    let (mut found, mut number, mut is_ours) = (Vec::new(), 0, false);
    for tree in trees {
        let own = size(std::slice::from_ref(tree));
        match tree {
            Tree::Group(Delimiter::Parenthesis, _) if is_ours => found.extend(number + 1..number + own),
            Tree::Group(_, inside) => found.extend(ours(inside).iter().map(|inner| number + 1 + inner)),
            Tree::Leaf(_) => {}
        }
        is_ours = matches!(tree, Tree::Leaf(TokenTree::Ident(name)) if name.to_string().starts_with("wxpay"));
        number += own;
    }
    found
}

/// Calls `change` with the list that contains the token of that number, and its index there.
pub(super) fn at<R>(
    trees: &mut Vec<Tree>,
    mut number: usize,
    change: impl FnOnce(&mut Vec<Tree>, usize) -> R,
) -> Option<R> {
    let place = trees.iter().position(|tree| {
        let own = size(std::slice::from_ref(tree));
        let is_here = number < own;
        number -= if is_here { 0 } else { own };
        is_here
    })?;
    match trees.get_mut(place) {
        Some(Tree::Group(_, inside)) if number > 0 => at(inside, number - 1, change),
        _ => Some(change(trees, place)),
    }
}

/// The token of that number.
pub(super) fn nth(trees: &[Tree], mut number: usize) -> Option<&Tree> {
    for tree in trees {
        let own = size(std::slice::from_ref(tree));
        match tree {
            _ if number >= own => number -= own,
            Tree::Group(_, inside) if number > 0 => return nth(inside, number - 1),
            tree => return Some(tree),
        }
    }
    None
}

/// Displays trees as text.
pub(super) struct Text<'a>(pub(super) &'a [Tree]);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tokens(self.0).fmt(f)
    }
}

//! Reads a crate's modules from their sources: the items of each, and the paths that it mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, MetaList, UseTree, Visibility};

/// A module's place: the names on the way from the crate's root; empty for the root.
pub(super) type Place = Vec<String>;

/// A module, as read from its source.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) lines: usize,
    /// True if it is a `mod.rs`, whose folder has the module's name.
    pub(super) is_folder: bool,
    /// The paths that `use` imports, by the names that they get in this module.
    pub(super) names: BTreeMap<String, Vec<String>>,
    /// The modules from which a `use` with `*` imports every name.
    pub(super) globs: BTreeSet<Vec<String>>,
    /// Names of its own items.
    pub(super) items: BTreeSet<String>,
    /// All paths that it mentions, including single names, but without those that it only re-exports with `pub use`.
    pub(super) mentioned: BTreeSet<Vec<String>>,
}

/// The modules of the crate in `folder`, whose root is `src/lib.rs` or `src/main.rs`; without test modules.
pub(super) fn modules(folder: &Path) -> io::Result<BTreeMap<Place, Module>> {
    let src = folder.join("src");
    let root = ["lib.rs", "main.rs"].into_iter().map(|name| src.join(name)).find(|file| file.is_file());
    let root = root.ok_or_else(|| io::Error::other(format!("{}: neither lib.rs nor main.rs", src.display())))?;
    let mut found = BTreeMap::new();
    read(&root, &src, Vec::new(), &mut found)?;
    Ok(found)
}

/// Reads the module in `file`, whose children are in `folder`.
fn read(file: &Path, folder: &Path, place: Place, found: &mut BTreeMap<Place, Module>) -> io::Result<()> {
    let text = fs::read_to_string(file).map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
    let parsed = syn::parse_file(&text).map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
    let mut reader = Reader::default();
    parsed.items.iter().filter(|item| !is_test(attributes(item))).for_each(|item| reader.visit_item(item));
    let items = parsed.items.iter().filter_map(name).map(ToString::to_string).collect();
    let Reader { children, names, globs, mentioned, .. } = reader;
    for child in children {
        let mut place = place.clone();
        place.push(child.clone());
        let (flat, nested) = (folder.join(format!("{child}.rs")), folder.join(&child).join("mod.rs"));
        let file = if flat.is_file() { flat } else { nested };
        read(&file, &folder.join(&child), place, found)?;
    }
    let (lines, is_folder) = (text.lines().count(), folder.is_dir() && file.ends_with("mod.rs"));
    found.insert(place, Module { lines, is_folder, names, globs, items, mentioned });
    Ok(())
}

#[derive(Default)]
struct Reader {
    children: Vec<String>,
    names: BTreeMap<String, Vec<String>>,
    globs: BTreeSet<Vec<String>>,
    mentioned: BTreeSet<Vec<String>>,
    /// Number of inline modules around the current item.
    inline: usize,
}

impl Reader {
    fn tree(&mut self, tree: &UseTree, mut path: Vec<String>, passes_on: bool) {
        match tree {
            UseTree::Path(inner) => {
                path.push(inner.ident.to_string());
                self.tree(&inner.tree, path, passes_on);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, path.clone(), passes_on)),
            UseTree::Glob(_) => {
                let path = self.outside(path);
                self.globs.extend(path.clone());
                self.mention(path, passes_on);
            }
            UseTree::Name(name) if name.ident == "self" => self.name(path.last().cloned(), path.clone(), passes_on),
            UseTree::Name(name) => {
                path.push(name.ident.to_string());
                self.name(Some(name.ident.to_string()), path, passes_on);
            }
            UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    path.push(rename.ident.to_string());
                }
                self.name(Some(rename.rename.to_string()), path, passes_on);
            }
        }
    }

    fn name(&mut self, name: Option<String>, path: Vec<String>, passes_on: bool) {
        let path = self.outside(path);
        if let (Some(name), Some(path)) = (name, &path) {
            self.names.insert(name, path.clone());
        }
        self.mention(path, passes_on);
    }

    fn mention(&mut self, path: Option<Vec<String>>, passes_on: bool) {
        self.mentioned.extend(path.filter(|_| !passes_on));
    }

    /// The path as it would be written outside of the inline modules; `None` if it leads into one of them.
    fn outside(&self, mut path: Vec<String>) -> Option<Vec<String>> {
        let mut left = self.inline;
        while left > 0 {
            match path.first().map(String::as_str) {
                Some("super") => {
                    path.remove(0);
                    left -= 1;
                }
                Some("self") => {
                    path.remove(0);
                }
                Some("crate") => break,
                _ => return None,
            }
        }
        (!path.is_empty()).then_some(path)
    }

    fn found(&mut self, path: Vec<String>) {
        self.mentioned.extend(self.outside(path));
    }

    /// Finds the paths in tokens. A single name counts as a path.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.found(std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                other => {
                    self.found(std::mem::take(&mut path));
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.found(path);
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_none() {
            self.children.push(item.ident.to_string());
        } else {
            self.inline += 1;
            visit::visit_item_mod(self, item);
            self.inline -= 1;
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            self.tree(&item.tree, Vec::new(), !matches!(item.vis, Visibility::Inherited));
        }
    }

    /// A visibility such as `pub(in path)` names a module, but does not use it.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            self.found(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    /// An attribute's arguments may contain paths, but only the attribute knows which tokens are paths.
    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.visit_path(&list.path);
        self.tokens(list.tokens.clone());
    }

    fn visit_macro(&mut self, invocation: &'ast Macro) {
        self.visit_path(&invocation.path);
        self.tokens(invocation.tokens.clone());
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg") && list.is_ok_and(|list| demands_test(list.tokens.clone()))
    })
}

/// Returns true if the condition is `test`, alone or as part of `all`.
fn demands_test(condition: TokenStream) -> bool {
    let is_test = |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "test");
    match &condition.into_iter().collect::<Vec<_>>()[..] {
        [one] => is_test(one),
        [TokenTree::Ident(all), TokenTree::Group(conditions)] if all == "all" => {
            conditions.stream().into_iter().any(|token| is_test(&token))
        }
        _ => false,
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The name of an item, if it has one and is not a module.
fn name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Const(item) => Some(&item.ident),
        Item::Enum(item) => Some(&item.ident),
        Item::Fn(item) => Some(&item.sig.ident),
        Item::Macro(item) => item.ident.as_ref(),
        Item::Static(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        Item::Union(item) => Some(&item.ident),
        _ => None,
    }
}

//! A crate's modules, read from its sources: who declares what, and which paths each mentions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, UseTree, Visibility};

/// A module's place: the names from the crate's root to it, none for the root itself.
pub(super) type Place = Vec<String>;

/// A module, as its source says.
#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) lines: usize,
    /// True if its file lies in the folder that has its name.
    pub(super) is_folder: bool,
    /// The paths that `use` gives a name here: by that name.
    pub(super) names: BTreeMap<String, Vec<String>>,
    /// Every path that it mentions but for those that it only passes on by `pub use`.
    pub(super) mentioned: BTreeSet<Vec<String>>,
}

/// The modules of the crate whose root is `src/lib.rs` or `src/main.rs` in `folder`, without those for tests.
pub(super) fn modules(folder: &Path) -> io::Result<BTreeMap<Place, Module>> {
    let src = folder.join("src");
    let root = ["lib.rs", "main.rs"].into_iter().map(|name| src.join(name)).find(|file| file.is_file());
    let root = root.ok_or_else(|| io::Error::other(format!("{}: neither lib.rs nor main.rs", src.display())))?;
    let mut found = BTreeMap::new();
    read(&root, &src, Vec::new(), &mut found)?;
    Ok(found)
}

/// Reads the module in `file`, whose children lie in `folder`.
fn read(file: &Path, folder: &Path, place: Place, found: &mut BTreeMap<Place, Module>) -> io::Result<()> {
    let text = fs::read_to_string(file).map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
    let parsed = syn::parse_file(&text).map_err(|error| io::Error::other(format!("{}: {error}", file.display())))?;
    let mut reader = Reader::default();
    parsed.items.iter().filter(|item| !is_test(attributes(item))).for_each(|item| reader.visit_item(item));
    let Reader { children, names, mentioned } = reader;
    for child in children {
        let mut place = place.clone();
        place.push(child.clone());
        let (flat, nested) = (folder.join(format!("{child}.rs")), folder.join(&child).join("mod.rs"));
        let file = if flat.is_file() { flat } else { nested };
        read(&file, &folder.join(&child), place, found)?;
    }
    let (lines, is_folder) = (text.lines().count(), folder.is_dir() && file.ends_with("mod.rs"));
    found.insert(place, Module { lines, is_folder, names, mentioned });
    Ok(())
}

#[derive(Default)]
struct Reader {
    children: Vec<String>,
    names: BTreeMap<String, Vec<String>>,
    mentioned: BTreeSet<Vec<String>>,
}

impl Reader {
    fn tree(&mut self, tree: &UseTree, mut path: Vec<String>, passes_on: bool) {
        match tree {
            UseTree::Path(inner) => {
                path.push(inner.ident.to_string());
                self.tree(&inner.tree, path, passes_on);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, path.clone(), passes_on)),
            UseTree::Glob(_) => self.mention(path, passes_on),
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
        if let Some(name) = name {
            self.names.insert(name, path.clone());
        }
        self.mention(path, passes_on);
    }

    fn mention(&mut self, path: Vec<String>, passes_on: bool) {
        if !passes_on {
            self.mentioned.insert(path);
        }
    }

    /// Finds the paths in a macro's tokens, by their `::`.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.mentioned.extend((path.len() > 1).then(|| std::mem::take(&mut path)));
                        path.clear();
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                other => {
                    self.mentioned.extend((path.len() > 1).then(|| std::mem::take(&mut path)));
                    path.clear();
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.mentioned.extend((path.len() > 1).then_some(path));
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
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.tree(&item.tree, Vec::new(), !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() && path.segments.len() > 1 {
            self.mentioned.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invocation: &'ast Macro) {
        self.visit_path(&invocation.path);
        self.tokens(invocation.tokens.clone());
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg") && list.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

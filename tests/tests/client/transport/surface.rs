//! Checks that the twins in `blocking` have every method of the async types. It compares the sources, so nothing is listed here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{FnArg, ImplItem, ItemImpl, ItemStruct, Pat, Type, Visibility};

/// The public structs, and the public methods of each type with the names of their arguments.
#[derive(Default)]
struct Surface {
    methods: BTreeMap<String, BTreeSet<String>>,
    structs: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Surface {
    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        if matches!(item.vis, Visibility::Public(_)) {
            self.structs.insert(item.ident.to_string());
        }
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let (None, Type::Path(own)) = (&item.trait_, &*item.self_ty) else { return };
        let Some(name) = own.path.segments.last() else { return };
        let methods = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(method) if matches!(method.vis, Visibility::Public(_)) => Some(method),
            _ => None,
        });
        let shown = methods.map(|method| {
            let arguments = method.sig.inputs.iter().map(|argument| match argument {
                FnArg::Receiver(_) => "self".to_owned(),
                FnArg::Typed(typed) => match &*typed.pat {
                    Pat::Ident(pattern) => pattern.ident.to_string(),
                    _ => "_".to_owned(),
                },
            });
            format!("{}({})", method.sig.ident, arguments.collect::<Vec<_>>().join(", "))
        });
        self.methods.entry(name.ident.to_string()).or_default().extend(shown);
    }

    fn visit_item(&mut self, item: &'ast syn::Item) {
        // Tests are not part of the surface.
        let attributes = match item {
            syn::Item::Mod(module) => &module.attrs,
            _ => return visit::visit_item(self, item),
        };
        let test = attributes.iter().any(|attribute| attribute.path().is_ident("cfg") && is_test(attribute));
        if !test {
            visit::visit_item(self, item);
        }
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
}

impl Surface {
    fn add(&mut self, source: &str) {
        self.visit_file(&syn::parse_file(source).unwrap());
    }

    fn of(folders: &[PathBuf], wanted: &dyn Fn(&Path) -> bool) -> Self {
        let mut surface = Self::default();
        let mut folders = folders.to_vec();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") && wanted(&path) {
                    surface.add(&std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        surface
    }

    /// The methods that a twin here lacks.
    fn lacks(&self, others: &Self) -> Vec<String> {
        let twins = others.methods.iter().filter(|(name, _)| self.structs.contains(*name));
        let none = BTreeSet::new();
        let each = twins.flat_map(|(name, methods)| {
            let own = self.methods.get(name).unwrap_or(&none);
            methods.difference(own).map(move |method| format!("{name}::{method}"))
        });
        each.collect()
    }
}

fn surfaces() -> (Surface, Surface) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().find(|path| path.join("wxpay-core").is_dir()).unwrap();
    let folders = ["wxpay-core/src", "wxpay/src"].map(|folder| root.join(folder));
    let is_blocking = |path: &Path| path.iter().any(|part| part == "blocking" || part == "blocking.rs");
    (Surface::of(&folders, &is_blocking), Surface::of(&folders, &|path| !is_blocking(path)))
}

#[test]
fn it_has_every_call_of_the_async_types() {
    let (blocking, others) = surfaces();
    assert!(blocking.structs.len() >= 2, "{:?}", blocking.structs);
    assert!(others.methods["Client"].len() > 30, "{:?}", others.methods["Client"]);
    assert_eq!(blocking.lacks(&others), Vec::<String>::new());
}

#[test]
fn a_method_that_it_lacks_is_found_wherever_it_is() {
    let (blocking, mut others) = surfaces();
    others.add("mod a { mod b { impl crate::client::Client { pub async fn planted(&self, number: &str) {} } } }");
    others.add("impl Notifications { pub(crate) fn not_public(&self) {} pub fn receive(&self, other: ()) {} }");
    others.add(
        "#[cfg(test)] mod tests { impl Client { pub fn of_tests(&self) {} } } impl Unlike { pub fn any(&self) {} }",
    );
    assert_eq!(blocking.lacks(&others), ["Client::planted(self, number)", "Notifications::receive(self, other)"]);
}

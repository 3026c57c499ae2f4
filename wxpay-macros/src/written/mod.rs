//! The written model: the syntax of an item, parsed. Rules that need more than one attribute are checked later.

mod arguments;
mod field;
mod pages;
mod spelling;
mod together;
mod variant;

pub(crate) use arguments::{Arguments, Companion, EndpointArguments, EnumArguments, ObjectArguments, Statuses};
pub(crate) use field::{Field, Place};
pub(crate) use pages::PagesArguments;
pub(crate) use spelling::Style;
pub(crate) use together::{Group, GroupKind};
pub(crate) use variant::Variant;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{
    Attribute, Data, DataStruct, DeriveInput, Error, Fields, GenericParam, Generics, Ident, LitStr, Meta, MetaList,
    Path, Type, Visibility, parse_quote,
};

use crate::door;
use crate::errors::Errors;
use crate::list::{self, Names};

/// The item behind an attribute.
pub(crate) struct Item {
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// Refused, and kept so that the stubs fit.
    pub(crate) generics: Generics,
    pub(crate) title: String,
    /// `::wxpay`, or what `#[wxpay(crate = ..)]` says.
    pub(crate) door: Path,
    /// The lints that are allowed in the generated code, as in the item.
    pub(crate) allowed: Option<Attribute>,
    pub(crate) arguments: Arguments,
    pub(crate) body: Body,
}

pub(crate) enum Body {
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
    /// Reported already.
    Broken,
}

impl Item {
    pub(crate) fn read(input: &DeriveInput, errors: &mut Errors) -> Self {
        let (door, arguments) = item_attributes(&input.attrs, errors);
        refuse_generics(input, errors);
        Self {
            vis: input.vis.clone(),
            ident: input.ident.clone(),
            generics: input.generics.clone(),
            title: title(&input.attrs),
            door,
            allowed: allowed(input),
            body: body(input, &arguments, errors),
            arguments,
        }
    }
}

/// The crate's path and the arguments that the attribute passed on.
fn item_attributes(attributes: &[Attribute], errors: &mut Errors) -> (Path, Arguments) {
    let (mut door, mut arguments) = (door::usual(), Arguments::Enum(EnumArguments::default()));
    let mut names = Names::new("argument", vec!["crate"]);
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("wxpay")) {
        let read = attribute.parse_args_with(|input: ParseStream<'_>| {
            list::read(input, errors, &mut names, |name, input, errors| {
                match name.to_string().as_str() {
                    "crate" => door = list::value_with(name, input, door::path)?,
                    "__endpoint" => arguments = Arguments::Endpoint(Box::new(EndpointArguments::read(input, errors)?)),
                    "__object" => arguments = Arguments::Object(ObjectArguments::read(input, errors)?),
                    "__enum" => arguments = Arguments::Enum(EnumArguments::read(input, errors)?),
                    "__serde" => refuse_serde(input, errors)?,
                    _ => return Ok(false),
                }
                Ok(true)
            })
        });
        errors.ok(read);
    }
    (door, arguments)
}

/// Allows `deprecated` in the code that is generated for an item with a deprecated part.
fn allowed(input: &DeriveInput) -> Option<Attribute> {
    let of_parts: Vec<&Attribute> = match &input.data {
        Data::Struct(data) => data.fields.iter().flat_map(|field| &field.attrs).collect(),
        Data::Enum(data) => data.variants.iter().flat_map(|variant| &variant.attrs).collect(),
        Data::Union(_) => Vec::new(),
    };
    let is_deprecated = |attribute: &Attribute| {
        let allows = |list: &MetaList| list.tokens.to_string().contains("deprecated");
        match &attribute.meta {
            Meta::List(list) if ["allow", "expect"].iter().any(|level| list.path.is_ident(level)) => allows(list),
            meta => meta.path().is_ident("deprecated"),
        }
    };
    let mut attributes = input.attrs.iter().chain(of_parts);
    attributes.any(is_deprecated).then(|| parse_quote!(#[allow(deprecated)]))
}

fn body(input: &DeriveInput, arguments: &Arguments, errors: &mut Errors) -> Body {
    match (&input.data, arguments) {
        (Data::Enum(data), Arguments::Enum(_)) => return Body::Enum(variant::read(data, errors)),
        (Data::Struct(data), Arguments::Endpoint(_) | Arguments::Object(_)) => {
            return members(&input.ident, data, errors);
        }
        (Data::Enum(data), Arguments::Endpoint(_)) => {
            errors.at(data.enum_token, "`#[wxpay_endpoint]` belongs on a struct with named fields");
        }
        (Data::Enum(data), Arguments::Object(_)) => {
            errors.at(
                data.enum_token,
                "`#[wxpay_object]` belongs on a struct with named fields; expected `#[wxpay_enum]`",
            );
        }
        (Data::Struct(data), Arguments::Enum(_)) => {
            errors.at(data.struct_token, "`#[wxpay_enum]` belongs on an enum; expected `#[wxpay_object]`");
        }
        (Data::Union(data), _) => {
            errors.at(data.union_token, "a union cannot be a message; expected a struct with named fields, or an enum");
        }
    }
    Body::Broken
}

fn members(item: &Ident, data: &DataStruct, errors: &mut Errors) -> Body {
    match &data.fields {
        Fields::Named(fields) => {
            return Body::Struct(fields.named.iter().filter_map(|field| Field::read(field, item, errors)).collect());
        }
        Fields::Unnamed(fields) => errors.at(fields, "members have names; expected `{ name: Type, .. }`"),
        Fields::Unit => errors.at(data.semi_token, "members have names; expected `{}` for a struct without members"),
    }
    Body::Broken
}

fn refuse_generics(input: &DeriveInput, errors: &mut Errors) {
    let generics = &input.generics;
    if is_for_references(input) {
        // The reference was reported on its field.
    } else if !generics.params.is_empty() {
        errors.at(&generics.params, "generics are not supported; a message has one form");
    } else if let Some(clause) = &generics.where_clause {
        errors.at(clause, "a `where` clause is not supported; a message has one form");
    }
}

/// Returns true if all parameters are lifetimes, and a field is a reference.
fn is_for_references(input: &DeriveInput) -> bool {
    let Data::Struct(data) = &input.data else { return false };
    let is_lifetime = |param: &GenericParam| matches!(param, GenericParam::Lifetime(_));
    input.generics.params.iter().all(is_lifetime)
        && data
            .fields
            .iter()
            .any(|field| matches!(&field.ty, Type::Reference(reference) if reference.lifetime.is_some()))
}

/// Reports an attribute of serde, which the attribute macro passes on under another name.
fn refuse_serde(input: ParseStream<'_>, errors: &mut Errors) -> syn::Result<()> {
    let tokens: TokenStream = list::parenthesised(input)?;
    errors.at(tokens, "serde's attributes do not apply here; a name is changed by `#[wxpay(rename = \"..\")]`");
    Ok(())
}

/// Reads `= "name"`.
fn name(word: &Ident, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let name: LitStr = list::value(word, input)?;
    if name.value().is_empty() {
        return Err(Error::new_spanned(name, "a name is not empty"));
    }
    Ok(name)
}

/// The first sentence of the documentation, up to a colon, a semicolon or the full stop.
///
/// The documentation that the attribute itself adds after its arguments is not part of it.
pub(crate) fn title(attributes: &[Attribute]) -> String {
    let arguments = attributes.iter().rposition(|attribute| attribute.path().is_ident("wxpay"));
    let own = attributes.iter().take(arguments.unwrap_or(attributes.len()));
    let text: Vec<_> = own.filter_map(doc_text).collect();
    let text = text.join("\n");
    let lines = text.lines().map(str::trim).skip_while(|line| line.is_empty());
    let paragraph = lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let end = [". ", ": ", "; "].iter().filter_map(|end| paragraph.find(end)).min();
    let first = end.and_then(|end| paragraph.get(..end)).unwrap_or(&paragraph);
    without_links(first.trim_end_matches('.'))
}

/// Replaces each link by its text, because a title is also shown outside of rustdoc.
fn without_links(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        let Some((name, behind)) = link.split_once(']') else { break };
        shown.extend([before, name]);
        let target = behind.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(behind, |(_, behind)| behind);
    }
    shown + rest
}

/// The text of a doc attribute: one line or several.
fn doc_text(attribute: &Attribute) -> Option<String> {
    let pair = attribute.meta.require_name_value().ok().filter(|pair| pair.path.is_ident("doc"))?;
    syn::parse2::<LitStr>(pair.value.to_token_stream()).ok().map(|text| text.value())
}

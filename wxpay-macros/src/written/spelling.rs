//! The spelling of an enum's variants on the wire.

use syn::LitStr;
use syn::parse::{Parse, ParseStream};

/// A way of writing several words as one.
#[derive(Clone, Copy, Default)]
pub(crate) enum Style {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    #[default]
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

/// The value of `spelling`, such as `"snake_case"`.
pub(crate) struct Spelling {
    pub(crate) written: LitStr,
    pub(crate) style: Style,
}

impl Style {
    /// The character between two words, if the style has one.
    pub(crate) fn separator(self) -> Option<char> {
        match self {
            Self::Snake | Self::ScreamingSnake => Some('_'),
            Self::Kebab | Self::ScreamingKebab => Some('-'),
            Self::Lower | Self::Upper | Self::Pascal | Self::Camel => None,
        }
    }

    /// `UserConfirm` in this style.
    pub(crate) fn spell(self, name: &str) -> String {
        let mut spelled = String::with_capacity(name.len() + 4);
        for (index, character) in name.chars().enumerate() {
            if character.is_uppercase() && index > 0 {
                spelled.extend(self.separator());
            }
            match self {
                Self::Lower | Self::Snake | Self::Kebab => spelled.extend(character.to_lowercase()),
                Self::Upper | Self::ScreamingSnake | Self::ScreamingKebab => spelled.extend(character.to_uppercase()),
                Self::Camel if index == 0 => spelled.extend(character.to_lowercase()),
                Self::Pascal | Self::Camel => spelled.push(character),
            }
        }
        spelled
    }
}

impl Parse for Spelling {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let written: LitStr = input.parse()?;
        let text = written.value();
        match STYLES.iter().find(|(name, _)| *name == text) {
            Some((_, style)) => Ok(Self { written, style: *style }),
            None => {
                let names: Vec<_> = STYLES.iter().map(|(name, _)| format!("`{name}`")).collect();
                Err(syn::Error::new_spanned(
                    written,
                    format!("unknown spelling `{text}`; expected one of {}", names.join(", ")),
                ))
            }
        }
    }
}

const STYLES: [(&str, Style); 8] = [
    ("lowercase", Style::Lower),
    ("UPPERCASE", Style::Upper),
    ("PascalCase", Style::Pascal),
    ("camelCase", Style::Camel),
    ("snake_case", Style::Snake),
    ("SCREAMING_SNAKE_CASE", Style::ScreamingSnake),
    ("kebab-case", Style::Kebab),
    ("SCREAMING-KEBAB-CASE", Style::ScreamingKebab),
];

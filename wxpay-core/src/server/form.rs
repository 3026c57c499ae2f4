//! Splits a form into its part `meta`, which is signed, and its other parts.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::error::SharedError;

/// The body of a request, split if it is a form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Content {
    /// The signed bytes, which hold the body's members: the whole body, or the part `meta` of a form. Empty if `meta` was sent as
    /// a file.
    pub body: Bytes,
    /// The other parts of a form.
    pub parts: Vec<Part>,
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// Its name.
    pub name: String,
    /// The name of its file; `None` if the part is not a file.
    pub file_name: Option<String>,
    /// Its `Content-Type`.
    pub mime: Option<String>,
    /// Its content.
    pub content: Bytes,
}

/// A form that cannot be split.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MalformedForm {
    /// The body is not a form, or is truncated.
    #[error("malformed form: {0}")]
    Syntax(#[source] SharedError),
    /// The part `meta` is missing.
    #[error("malformed form: `meta` is missing")]
    NoMeta,
    /// There are two parts `meta`.
    #[error("malformed form: `meta` is there twice")]
    MetaTwice,
}

/// Splits the body if the headers declare a form.
///
/// # Errors
/// The headers declare a form, but the body is not a valid one.
pub async fn content(headers: &HeaderMap, body: Bytes) -> Result<Content, MalformedForm> {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !content_type.starts_with("multipart/") {
        return Ok(Content { body, parts: Vec::new() });
    }
    let malformed = |error: multer::Error| MalformedForm::Syntax(SharedError::new(error));
    let boundary = multer::parse_boundary(content_type).map_err(malformed)?;
    let mut form = multer::Multipart::with_reader(&*body, boundary);
    let (mut meta, mut parts) = (None, Vec::new());
    while let Some(field) = form.next_field().await.map_err(malformed)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let mime = field.content_type().map(ToString::to_string);
        let content = field.bytes().await.map_err(malformed)?;
        match name.as_str() {
            "meta" if file_name.is_some() => parts.push(Part { name, file_name, mime, content }),
            "meta" if meta.is_some() => return Err(MalformedForm::MetaTwice),
            "meta" => meta = Some(content),
            _ => parts.push(Part { name, file_name, mime, content }),
        }
    }
    let body = match meta {
        Some(meta) => meta,
        None if parts.iter().any(|part| part.name == "meta") => Bytes::new(),
        None => return Err(MalformedForm::NoMeta),
    };
    Ok(Content { body, parts })
}

//! A form on the wire, taken apart: its `meta`, which is what is signed, and its other parts.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::error::SharedError;

/// The body of a request, taken apart where it is a form.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Content {
    /// What is signed, and where the body's members are: all of it; of a form its part `meta`, and nothing where that is
    /// sent as a file.
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
    /// The name of the file in it; `None` where it is no file.
    pub file_name: Option<String>,
    /// Its `Content-Type`.
    pub mime: Option<String>,
    /// What is in it.
    pub content: Bytes,
}

/// A form that cannot be taken apart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MalformedForm {
    /// It is not one, or breaks off.
    #[error("malformed form: {0}")]
    Syntax(#[source] SharedError),
    /// It has no part `meta`.
    #[error("malformed form: `meta` is missing")]
    NoMeta,
    /// It has two parts `meta`.
    #[error("malformed form: `meta` is there twice")]
    MetaTwice,
}

/// Takes the body apart if the headers call it a form.
///
/// # Errors
/// It is called one, and is not.
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

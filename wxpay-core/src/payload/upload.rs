//! Files to be uploaded.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::Path;

use base64::Engine as _;
use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use tokio::io::{AsyncRead, AsyncReadExt as _};

use crate::crypto::{Backend, DigestAlgorithm};
use crate::payload::{Kind, Node, Payload, Shape, Slot};
use crate::spelling::BASE64;

/// A file that a request uploads (上传文件): its content, its name, its MIME type.
///
/// A request with a member of this type is sent as a form. The first part is `meta`: the other members as JSON text, which is
/// what the signature covers. The file comes after it. It is kept in memory, because its digest is signed before it is sent;
/// WeChat Pay accepts a few megabytes. A client can report its progress: see [`telling`](crate::client::Client::telling).
///
/// ```
/// use wxpay_core::value::Upload;
///
/// let licence = Upload::new("licence.png", &b"\x89PNG.."[..]);
/// assert_eq!((licence.name(), licence.mime()), ("licence.png", "image/png"));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Upload {
    name: String,
    mime: String,
    content: Bytes,
    sha256: Option<String>,
}

impl Upload {
    /// A file in memory. Its MIME type follows from the extension of its name.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        let (name, content) = (name.into(), content.into());
        Self { mime: mime_of(&name).to_owned(), sha256: sha256(&content), name, content }
    }

    /// A file on disk, with the file's own name. It is read at once and blocks the thread.
    ///
    /// # Errors
    /// The file cannot be read, or its name is not UTF-8.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref();
        let no_name = || io::Error::new(io::ErrorKind::InvalidInput, "the path has no file name in UTF-8");
        let name = path.file_name().and_then(|name| name.to_str()).ok_or_else(no_name)?;
        Ok(Self::new(name, std::fs::read(path)?))
    }

    /// A file of `length` bytes from a stream, such as the body of another request.
    ///
    /// # Errors
    /// The stream's own; or the stream is shorter or longer than `length`.
    pub async fn read(name: impl Into<String>, length: usize, reader: impl AsyncRead) -> io::Result<Self> {
        let mut content = Vec::with_capacity(length.min(FIRST_PIECE));
        let most = u64::try_from(length).unwrap_or(u64::MAX).saturating_add(1);
        std::pin::pin!(reader.take(most)).read_to_end(&mut content).await?;
        match content.len() {
            read if read < length => Err(io::Error::new(
                io::ErrorKind::UnexpectedEof,
                format!("the stream ended after {read} of {length} bytes"),
            )),
            read if read > length => {
                Err(io::Error::new(io::ErrorKind::InvalidData, format!("the stream has more than {length} bytes")))
            }
            _ => Ok(Self::new(name, content)),
        }
    }

    /// The same file with another MIME type.
    #[must_use]
    pub fn with_mime(self, mime: impl Into<String>) -> Self {
        Self { mime: mime.into(), ..self }
    }

    /// The file's name, without a folder.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The MIME type.
    #[must_use]
    pub fn mime(&self) -> &str {
        &self.mime
    }

    /// The content.
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }

    /// The SHA-256 of the content in lower-case hex; `None` if no crypto library is compiled in.
    #[must_use]
    pub fn sha256(&self) -> Option<&str> {
        self.sha256.as_deref()
    }

    /// The text after the last dot of the name.
    pub(crate) fn extension(&self) -> &str {
        extension_of(&self.name)
    }
}

fn sha256(content: &[u8]) -> Option<String> {
    let mut digester = Backend::preferred()?.digester(DigestAlgorithm::Sha256);
    digester.update(content);
    Some(digester.finish().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn extension_of(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn mime_of(name: &str) -> &'static str {
    let extension = extension_of(name);
    let known = MIME_TYPES.iter().find(|(known, _)| extension.eq_ignore_ascii_case(known));
    known.map_or("application/octet-stream", |(_, mime)| mime)
}

impl fmt::Debug for Upload {
    /// Omits the content: it may be a photo of an identity card.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, mime, content, .. } = self;
        f.debug_struct("Upload")
            .field("name", name)
            .field("mime", mime)
            .field("bytes", &content.len())
            .finish_non_exhaustive()
    }
}

impl Payload for Upload {
    type Shape = Self;
}

impl Shape for Upload {
    const KIND: Kind = Kind::File;

    fn blank() -> Self {
        Self::new("", Bytes::new())
    }

    fn node(value: &Self) -> Node<'_> {
        Node::File(value)
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::File(value)
    }
}

/// Written as in a stored request, with the content in Base64.
impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("mime", &self.mime)?;
        map.serialize_entry("content", &BASE64.encode(&self.content))?;
        map.end()
    }
}

/// If `mime` is missing, it follows from the name.
impl<'de> Deserialize<'de> for Upload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut members = BTreeMap::<String, String>::deserialize(deserializer)?;
        let name = members.remove("name").ok_or(D::Error::missing_field("name"))?;
        let content = members.remove("content").ok_or(D::Error::missing_field("content"))?;
        let upload = Self::new(name, BASE64.decode(content).map_err(D::Error::custom)?);
        Ok(match members.remove("mime") {
            Some(mime) => upload.with_mime(mime),
            None => upload,
        })
    }
}

/// Most bytes reserved before reading: the stated length of a stream may be wrong.
const FIRST_PIECE: usize = 1 << 20;

/// The MIME types of the files that WeChat Pay's upload endpoints accept.
const MIME_TYPES: [(&str, &str); 19] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("bmp", "image/bmp"),
    ("gif", "image/gif"),
    ("avi", "video/x-msvideo"),
    ("wmv", "video/x-ms-wmv"),
    ("mpeg", "video/mpeg"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("mkv", "video/x-matroska"),
    ("flv", "video/x-flv"),
    ("f4v", "video/mp4"),
    ("rmvb", "application/vnd.rn-realmedia-vbr"),
    ("csv", "text/csv"),
    ("txt", "text/plain"),
    ("pdf", "application/pdf"),
    ("ofd", "application/ofd"),
];

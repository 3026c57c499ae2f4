//! A WeChat Pay with scripted answers to downloads, piece by piece, and a folder to download into.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::stream;
use http::{Request, Response, StatusCode};
use http_body::Frame;
use http_body_util::StreamBody;
use tempfile::TempDir;
use wxpay::client::{Builder, Client};
use wxpay::crypto::{Backend, DigestAlgorithm};
use wxpay::download::Download;
use wxpay::transport::Body;
use wxpay_sandbox::Sandbox;
use wxpay_tests::wire::Scripted;

/// A piece of an answer, or the break of its connection.
pub(crate) type Piece = Result<Bytes, &'static str>;

/// An answer of any length.
type Pieces = Box<dyn Iterator<Item = Piece> + Send>;

/// A client whose requests get scripted answers.
pub(crate) struct Stage {
    pub(crate) client: Client,
    pub(crate) folder: TempDir,
    answers: Arc<Mutex<Vec<Response<Pieces>>>>,
    wire: Arc<Scripted>,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        Self::on(Backend::preferred().unwrap()).await
    }

    /// A stage for another merchant.
    pub(crate) async fn of_another() -> Self {
        Self::of(Backend::preferred().unwrap(), |builder| builder.mchid("1900000999")).await
    }

    /// A stage whose client uses this backend.
    pub(crate) async fn on(backend: Backend) -> Self {
        Self::of(backend, |builder| builder).await
    }

    async fn of(backend: Backend, merchant: impl FnOnce(Builder) -> Builder) -> Self {
        let answers = Arc::<Mutex<Vec<Response<Pieces>>>>::default();
        let left = answers.clone();
        let wire = Scripted::new(move |_| {
            let answer = left.lock().unwrap().remove(0);
            let frames = |pieces: Pieces| pieces.map(|piece| piece.map(Frame::data).map_err(Into::into));
            std::future::ready(Ok(answer.map(|pieces| Body::new(StreamBody::new(stream::iter(frames(pieces)))))))
        });
        let sandbox = Sandbox::start().await.unwrap();
        let builder = sandbox.credentials().client_builder().hosts(["http://127.0.0.1:9"]).backend(backend);
        let client = merchant(builder).transport(wire.clone()).build().unwrap();
        Self { client, folder: tempfile::tempdir().unwrap(), answers, wire }
    }

    /// Sets the next answer to a 200 with these pieces.
    pub(crate) fn answer(&self, pieces: impl IntoIterator<Item = Piece, IntoIter: Send + 'static>) {
        self.answer_as(StatusCode::OK, pieces);
    }

    pub(crate) fn answer_as(
        &self,
        status: StatusCode,
        pieces: impl IntoIterator<Item = Piece, IntoIter: Send + 'static>,
    ) {
        let pieces: Pieces = Box::new(pieces.into_iter());
        let response = Response::builder().status(status).header("location", "https://example.com/").body(pieces);
        self.answers.lock().unwrap().push(response.unwrap());
    }

    pub(crate) fn asked(&self) -> Vec<Request<Bytes>> {
        self.wire.take()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("bill.csv")
    }

    /// The names of all files in the folder.
    pub(crate) fn left(&self) -> Vec<String> {
        names(self.folder.path())
    }
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// A download that promises this content.
pub(crate) fn download_of(content: &[u8]) -> Download {
    Download::new(URL, "SHA1", sha1(content))
}

pub(crate) fn sha1(content: &[u8]) -> String {
    hex(DigestAlgorithm::Sha1, content)
}

pub(crate) fn hex(algorithm: DigestAlgorithm, content: &[u8]) -> String {
    let mut digester = Backend::preferred().unwrap().digester(algorithm);
    digester.update(content);
    digester.finish().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// The bytes in pieces of `size`.
pub(crate) fn pieces(bytes: &[u8], size: usize) -> Vec<Piece> {
    bytes.chunks(size).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect()
}

pub(crate) const URL: &str = "http://127.0.0.1:9/v3/billdownload/file?token=secret-token&tartype=gzip";

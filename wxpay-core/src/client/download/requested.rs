//! Files that a declared request asks for.

use super::not_sent;
use crate::client::Client;
use crate::crypto::BoxFuture;
use crate::download::{DownloadError, Requested, RequestedFile};
use crate::endpoint::{FileEndpoint, Operation};
use crate::error::Error;
use crate::payload::{Message, Object};

impl Client {
    /// Validates and encodes the request for a file, and sends nothing. Say what proves the file, then pass it to
    /// [`Client::download`] or [`Client::download_file`].
    ///
    /// ```no_run
    /// # use wxpay_core::{client::Client, endpoint::FileEndpoint, error::Error};
    /// # async fn save<E: FileEndpoint>(client: &Client, request: &E, sha256: &str) -> Result<(), Error> {
    /// // `sha256` came in a signed answer.
    /// let download = client.file(request).await?.with_digest("SHA256", sha256);
    /// client.download_file(&download, "receipt.pdf").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Client::encode`].
    pub async fn file<E: FileEndpoint>(&self, request: &E) -> Result<RequestedFile, Error> {
        self.file_of(&E::OPERATION, request).await
    }

    /// The same of a request whose type is known at run time only.
    ///
    /// # Errors
    /// As [`Client::file`]; also if `request` is no object, or the endpoint does not answer a file.
    pub async fn file_dyn(
        &self,
        operation: &Operation,
        request: &(dyn Message + Sync),
    ) -> Result<RequestedFile, Error> {
        if !operation.file {
            return Err(not_sent(DownloadError::Place(operation.path.to_owned())));
        }
        self.ready_certificates().await?;
        let encoded = self.encode_dyn(operation, request)?;
        Ok(RequestedFile(Requested { encoded, host: operation.host }))
    }

    fn file_of<'a>(
        &'a self,
        operation: &'a Operation,
        request: &'a (dyn Object + Sync),
    ) -> BoxFuture<'a, Result<RequestedFile, Error>> {
        Box::pin(async move {
            self.ready_certificates().await?;
            let encoded = self.encode_object(operation, request)?;
            Ok(RequestedFile(Requested { encoded, host: operation.host }))
        })
    }
}

/// Uploads a picture.
#[wxpay_endpoint(method = "POST", path = "/v3/pictures")]
pub struct UploadPicture {
    #[wxpay(len = 128, file_name)]
    pub filename: Option<String>,
    #[wxpay(sha256)]
    pub sha256: Option<String>,
    #[wxpay(part)]
    pub item_id: i64,
    #[wxpay(len = 2_097_152, extensions = ["jpg", "png"])]
    pub file: Upload,
}

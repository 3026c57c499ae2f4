//! A bill of 50 MB takes no more memory than a bill of a few rows. The test has a process of its own, because it measures the
//! memory of the process.

use wxpay_tests::big_bill;

#[tokio::test]
async fn fifty_megabytes_pass_in_constant_memory() {
    let folder = tempfile::tempdir().unwrap();
    let report = big_bill::run(50_000_000, folder.path()).await;
    assert!((45_000_000..55_000_000).contains(&report.bytes), "{report:?}");
    assert_eq!(report.total.get(), i64::try_from(report.rows).unwrap() * 100);
    if let Some((before, after)) = report.peak {
        assert!(after - before < 8 << 10, "it took {} KiB: {report:?}", after - before);
    }
}

//! The scenes of transfers (转账场景): the reports that each needs, and the texts that the user may see.

use wxpay::mch_transfer::SceneReport;

use crate::endpoint::Refusal;

/// A scene, from its page.
struct Scene {
    id: &'static str,
    /// Its name on the merchant platform.
    name: &'static str,
    /// The `info_type` of each report; `None` if the scene's page is not known.
    reports: Option<&'static [&'static str]>,
    /// The allowed texts of `user_recv_perception`.
    perceptions: Option<&'static [&'static str]>,
}

/// Checks the reports and the text for the user. Reports may not be missing, doubled or of another scene. The words of refusals
/// are from <https://pay.weixin.qq.com/doc/v3/merchant/4013778940>; for an unknown scene they are from a merchant's report:
/// <https://developers.weixin.qq.com/community/develop/doc/000c0e601e46c0bcfdd220b496c000>.
pub(super) fn check(id: &str, reports: &[SceneReport], perception: Option<&str>) -> Result<(), Refusal> {
    let scene = SCENES.iter().find(|scene| scene.id == id);
    let scene = scene.ok_or_else(|| Refusal::invalid_request("该转账场景不可用").breaking(known()))?;
    let is_there = |wanted: &&str| reports.iter().any(|report| report.info_type == **wanted);
    let fits = scene.reports.is_none_or(|wanted| wanted.len() == reports.len() && wanted.iter().all(is_there));
    if reports.is_empty() || !fits {
        return Err(Refusal::parameter("需传入转账场景报备信息，请检查", None));
    }
    match (scene.perceptions, perception) {
        (Some(offered), Some(wanted)) if !offered.contains(&wanted) => {
            Err(Refusal::invalid_request("暂不支持展示当前传入的用户收款感知"))
        }
        _ => Ok(()),
    }
}

/// The rule, with all known scenes.
fn known() -> String {
    let ids: Vec<_> = SCENES.iter().map(|scene| format!("{} ({})", scene.id, scene.name)).collect();
    format!("`transfer_scene_id` is one of {}", ids.join(", "))
}

const fn scene(
    id: &'static str,
    name: &'static str,
    reports: &'static [&'static str],
    perceptions: &'static [&'static str],
) -> Scene {
    Scene { id, name, reports: Some(reports), perceptions: Some(perceptions) }
}

const fn without_page(id: &'static str, name: &'static str) -> Scene {
    Scene { id, name, reports: None, perceptions: None }
}

/// All known scenes. The contract decides which of them a merchant has.
const SCENES: [Scene; 8] = [
    // <https://pay.weixin.qq.com/doc/v3/merchant/4013774588>
    scene("1000", "现金营销", &["活动名称", "奖励说明"], &["现金奖励", "活动奖励"]),
    // <https://pay.weixin.qq.com/doc/v3/merchant/4013774594>
    scene("1002", "行政补贴", &["补贴类型"], &["行政补贴", "行政奖励"]),
    // <https://pay.weixin.qq.com/doc/v3/merchant/4013774595>
    scene("1004", "保险理赔", &["保险产品备案编号", "保险名称", "保险操作单号"], &["保险理赔款"]),
    without_page("1005", "佣金报酬"),
    without_page("1009", "采购货款"),
    // <https://pay.weixin.qq.com/doc/v3/merchant/4013774592>
    scene("1010", "二手回收", &["回收商品名称"], &["二手回收货款"]),
    // <https://pay.weixin.qq.com/doc/v3/merchant/4013774589>
    scene("1011", "企业赔付", &["赔付原因"], &["退款", "商家赔付"]),
    without_page("1013", "公益补助"),
];

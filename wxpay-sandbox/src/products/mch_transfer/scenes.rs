//! The scenes of transfers (转账场景): what has to be reported about each, and what its user may be told.

use wxpay::mch_transfer::SceneReport;

use crate::endpoint::Refusal;

/// A scene, as its page has it.
struct Scene {
    id: &'static str,
    /// Its name on the merchant platform.
    name: &'static str,
    /// The `info_type` of each report; `None` where no page is known that says it.
    reports: Option<&'static [&'static str]>,
    /// The texts that `user_recv_perception` may be.
    perceptions: Option<&'static [&'static str]>,
}

/// Refuses what a scene does not take: reports that are missing, doubled or not its own, and another text for the user, in
/// the words of <https://pay.weixin.qq.com/doc/v3/merchant/4013778940>; and what is no scene, in the words that a merchant
/// reports: <https://developers.weixin.qq.com/community/develop/doc/000c0e601e46c0bcfdd220b496c000>.
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

/// The scenes that there are, in words.
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

/// Every scene that is known to be one. Which of them a merchant has, its contract says.
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

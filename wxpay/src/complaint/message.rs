//! Messages of blocks, as merchants send them and histories show them.

use crate::prelude::*;

/// A message (消息内容).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Message {
    /// What it is made of, from top to bottom.
    #[wxpay(label = "消息内容")]
    pub blocks: Option<Vec<Block>>,
    /// Whether a person or a machine sends it.
    #[wxpay(label = "发送者身份类别")]
    pub sender_identity: Option<SenderIdentity>,
    /// The merchant's own data: histories return it.
    #[wxpay(label = "自定义透传信息")]
    pub custom_data: Option<String>,
}

/// Whether a person or a machine sends (发送者身份类别).
#[wxpay_enum]
pub enum SenderIdentity {
    /// Not said (未知).
    Unknown,
    /// A person (人工).
    Manual,
    /// A machine (机器).
    Machine,
}

/// A part of a message (消息块): of the members after `type` the one that it names.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Block {
    /// Which of the others is there.
    #[wxpay(label = "消息块类型")]
    pub r#type: Option<BlockType>,
    /// Words.
    #[wxpay(label = "文本")]
    pub text: Option<TextBlock>,
    /// A picture.
    #[wxpay(label = "图片")]
    pub image: Option<ImageBlock>,
    /// A link.
    #[wxpay(label = "链接")]
    pub link: Option<Link>,
    /// Questions to choose from.
    #[wxpay(label = "FAQ列表")]
    pub faq_list: Option<FaqList>,
    /// A button.
    #[wxpay(label = "按钮")]
    pub button: Option<Link>,
    /// Several buttons.
    #[wxpay(label = "按钮组")]
    pub button_group: Option<ButtonGroup>,
}

/// What a part of a message is (消息块类型).
#[wxpay_enum]
pub enum BlockType {
    /// Words (文本).
    Text,
    /// A picture (图片).
    Image,
    /// A link (链接).
    Link,
    /// Questions to choose from (FAQ列表).
    FaqList,
    /// A button (按钮).
    Button,
    /// Several buttons (按钮组).
    ButtonGroup,
}

/// Words (文本).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TextBlock {
    /// The words.
    #[wxpay(label = "文本")]
    pub text: Option<String>,
    /// Their colour.
    #[wxpay(label = "文本颜色")]
    pub color: Option<TextColor>,
    /// Whether they are bold.
    #[wxpay(label = "是否粗体")]
    pub is_bold: Option<bool>,
}

/// The colour of words (文本颜色).
#[wxpay_enum]
pub enum TextColor {
    /// As usual (默认).
    Default,
    /// Lighter (次要).
    Secondary,
}

/// A picture (图片).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ImageBlock {
    /// The picture, by the `media_id` of its upload.
    #[wxpay(label = "媒体ID")]
    pub media_id: Option<String>,
    /// How wide it is shown.
    #[wxpay(label = "图片样式类型")]
    pub image_style_type: Option<ImageStyle>,
}

/// How wide a picture is shown (图片样式类型).
#[wxpay_enum]
pub enum ImageStyle {
    /// Narrow (窄图).
    #[wxpay(rename = "IMAGE_STYLE_TYPE_NARROW")]
    Narrow,
    /// Wide (宽图).
    #[wxpay(rename = "IMAGE_STYLE_TYPE_WIDE")]
    Wide,
}

/// A link or a button (链接, 按钮).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Link {
    /// Its words.
    #[wxpay(label = "文本")]
    pub text: Option<String>,
    /// What it does.
    #[wxpay(label = "动作")]
    pub action: Option<Action>,
    /// Until when it does so.
    #[wxpay(label = "失效配置")]
    pub invalid_info: Option<InvalidInfo>,
}

/// What a link does (动作): of the members in the middle the one that `action_type` names.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Action {
    /// What it does.
    #[wxpay(label = "动作类型")]
    pub action_type: Option<ActionType>,
    /// The page it opens.
    #[wxpay(label = "跳转链接")]
    pub jump_url: Option<String>,
    /// The mini program it opens.
    #[wxpay(label = "跳转小程序信息")]
    pub mini_program_jump_info: Option<MiniProgramJump>,
    /// What it says for the user.
    #[wxpay(label = "回复消息内容")]
    pub message_info: Option<MessageInfo>,
    /// The merchant's own number for it: the user's click names it.
    #[wxpay(label = "动作id")]
    pub action_id: Option<String>,
}

/// What a link does (动作类型).
#[wxpay_enum]
pub enum ActionType {
    /// Sends a message of the user's (发送消息).
    #[wxpay(rename = "ACTION_TYPE_SEND_MESSAGE")]
    SendMessage,
    /// Opens a page (跳转链接).
    #[wxpay(rename = "ACTION_TYPE_JUMP_URL")]
    JumpUrl,
    /// Opens a mini program (跳转小程序).
    #[wxpay(rename = "ACTION_TYPE_JUMP_MINI_PROGRAM")]
    JumpMiniProgram,
}

/// A mini program that a link opens (跳转小程序信息).
#[wxpay_object(required = MiniProgramJumpRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MiniProgramJump {
    /// The mini program's app ID.
    #[wxpay(len = 32, label = "跳转小程序APPID")]
    pub appid: String,
    /// The page.
    #[wxpay(label = "跳转小程序页面PATH")]
    pub path: Option<String>,
    /// The page's name.
    #[wxpay(label = "跳转小程序页面名称")]
    pub text: Option<String>,
}

/// What a link says for the user (回复消息内容).
#[wxpay_object(required = MessageInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageInfo {
    /// The words.
    #[wxpay(label = "回复的消息内容")]
    pub content: String,
    /// The merchant's own data: histories return it.
    #[wxpay(label = "自定义透传字段")]
    pub custom_data: Option<String>,
}

/// Until when a link does something (失效配置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct InvalidInfo {
    /// The last moment.
    #[wxpay(label = "过期时间")]
    pub expired_time: Option<DateTime>,
    /// Whether it does so more than once.
    #[wxpay(label = "是否可以多次点击")]
    pub multi_clickable: Option<bool>,
}

/// Questions to choose from (FAQ列表).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FaqList {
    /// The questions.
    #[wxpay(label = "FAQ列表")]
    pub faqs: Option<Vec<Faq>>,
}

/// A question to choose (FAQ).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Faq {
    /// The merchant's own number for it.
    #[wxpay(label = "faq的id")]
    pub faq_id: Option<String>,
    /// Its words.
    #[wxpay(label = "faq内容")]
    pub faq_title: Option<String>,
    /// What choosing it does.
    #[wxpay(label = "动作")]
    pub action: Option<Action>,
}

/// Several buttons (按钮组).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ButtonGroup {
    /// The buttons.
    #[wxpay(label = "按钮组")]
    pub buttons: Option<Vec<Link>>,
    /// How they stand.
    #[wxpay(label = "按钮布局方式")]
    pub button_layout: Option<ButtonLayout>,
    /// Until when they do something.
    #[wxpay(label = "失效配置")]
    pub invalid_info: Option<InvalidInfo>,
}

/// How buttons stand (按钮布局方式).
#[wxpay_enum]
pub enum ButtonLayout {
    /// Not said (未知).
    #[wxpay(rename = "LAYOUT_UNKNOWN")]
    Unknown,
    /// Side by side (横向).
    #[wxpay(rename = "LAYOUT_HORIZONTAL")]
    Horizontal,
    /// One above the other (纵向).
    #[wxpay(rename = "LAYOUT_VERTICAL")]
    Vertical,
}

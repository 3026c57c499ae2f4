//! Messages that consist of blocks, as merchants send them and negotiation histories return them.

use crate::prelude::*;

/// A message (消息内容).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Message {
    /// Blocks of the message, from top to bottom.
    #[wxpay(label = "消息内容")]
    pub blocks: Option<Vec<Block>>,
    /// Kind of sender.
    #[wxpay(label = "发送者身份类别")]
    pub sender_identity: Option<SenderIdentity>,
    /// Attached data, which negotiation histories return.
    #[wxpay(label = "自定义透传信息")]
    pub custom_data: Option<String>,
}

/// The kind of a message's sender (发送者身份类别).
#[wxpay_enum]
pub enum SenderIdentity {
    /// Unknown (未知).
    Unknown,
    /// A person (人工).
    Manual,
    /// A machine (机器).
    Machine,
}

/// A block of a message (消息块). It has the member that `type` names.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Block {
    /// Type of the block.
    #[wxpay(label = "消息块类型")]
    pub r#type: Option<BlockType>,
    /// Text.
    #[wxpay(label = "文本")]
    pub text: Option<TextBlock>,
    /// Picture.
    #[wxpay(label = "图片")]
    pub image: Option<ImageBlock>,
    /// Link.
    #[wxpay(label = "链接")]
    pub link: Option<Link>,
    /// List of questions to choose from.
    #[wxpay(label = "FAQ列表")]
    pub faq_list: Option<FaqList>,
    /// Button.
    #[wxpay(label = "按钮")]
    pub button: Option<Link>,
    /// Group of buttons.
    #[wxpay(label = "按钮组")]
    pub button_group: Option<ButtonGroup>,
}

/// The type of a block (消息块类型).
#[wxpay_enum]
pub enum BlockType {
    /// Text (文本).
    Text,
    /// A picture (图片).
    Image,
    /// A link (链接).
    Link,
    /// A list of questions to choose from (FAQ列表).
    FaqList,
    /// A button (按钮).
    Button,
    /// A group of buttons (按钮组).
    ButtonGroup,
}

/// A text block (文本).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct TextBlock {
    /// Content of the text.
    #[wxpay(label = "文本")]
    pub text: Option<String>,
    /// Colour of the text.
    #[wxpay(label = "文本颜色")]
    pub color: Option<TextColor>,
    /// True for bold text.
    #[wxpay(label = "是否粗体")]
    pub is_bold: Option<bool>,
}

/// The colour of a text (文本颜色).
#[wxpay_enum]
pub enum TextColor {
    /// The default colour (默认).
    Default,
    /// A lighter colour (次要).
    Secondary,
}

/// A picture block (图片).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ImageBlock {
    /// `media_id` of the uploaded picture.
    #[wxpay(label = "媒体ID")]
    pub media_id: Option<String>,
    /// Style of the picture.
    #[wxpay(label = "图片样式类型")]
    pub image_style_type: Option<ImageStyle>,
}

/// The style of a picture (图片样式类型).
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
    /// Text of the link.
    #[wxpay(label = "文本")]
    pub text: Option<String>,
    /// Action of the link.
    #[wxpay(label = "动作")]
    pub action: Option<Action>,
    /// Expiry of the link.
    #[wxpay(label = "失效配置")]
    pub invalid_info: Option<InvalidInfo>,
}

/// The action of a link (动作). It has the member that `action_type` needs.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Action {
    /// Type of the action.
    #[wxpay(label = "动作类型")]
    pub action_type: Option<ActionType>,
    /// URL to open.
    #[wxpay(label = "跳转链接")]
    pub jump_url: Option<String>,
    /// Mini program to open.
    #[wxpay(label = "跳转小程序信息")]
    pub mini_program_jump_info: Option<MiniProgramJump>,
    /// Message to send for the user.
    #[wxpay(label = "回复消息内容")]
    pub message_info: Option<MessageInfo>,
    /// The merchant's number of the action, which the user's click returns.
    #[wxpay(label = "动作id")]
    pub action_id: Option<String>,
}

/// The type of an action (动作类型).
#[wxpay_enum]
pub enum ActionType {
    /// Sends a message as the user (发送消息).
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
    /// App ID of the mini program.
    #[wxpay(len = 32, label = "跳转小程序APPID")]
    pub appid: String,
    /// Path of the page.
    #[wxpay(label = "跳转小程序页面PATH")]
    pub path: Option<String>,
    /// Name of the page.
    #[wxpay(label = "跳转小程序页面名称")]
    pub text: Option<String>,
}

/// A message that a link sends for the user (回复消息内容).
#[wxpay_object(required = MessageInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MessageInfo {
    /// Content of the message.
    #[wxpay(label = "回复的消息内容")]
    pub content: String,
    /// Attached data, which negotiation histories return.
    #[wxpay(label = "自定义透传字段")]
    pub custom_data: Option<String>,
}

/// The expiry of a link (失效配置).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct InvalidInfo {
    /// Time of expiry.
    #[wxpay(label = "过期时间")]
    pub expired_time: Option<DateTime>,
    /// True if the link may be clicked more than once.
    #[wxpay(label = "是否可以多次点击")]
    pub multi_clickable: Option<bool>,
}

/// A list of questions to choose from (FAQ列表).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct FaqList {
    /// Questions.
    #[wxpay(label = "FAQ列表")]
    pub faqs: Option<Vec<Faq>>,
}

/// A question (FAQ).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Faq {
    /// The merchant's number of the question.
    #[wxpay(label = "faq的id")]
    pub faq_id: Option<String>,
    /// Text of the question.
    #[wxpay(label = "faq内容")]
    pub faq_title: Option<String>,
    /// Action for choosing the question.
    #[wxpay(label = "动作")]
    pub action: Option<Action>,
}

/// A group of buttons (按钮组).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ButtonGroup {
    /// Buttons.
    #[wxpay(label = "按钮组")]
    pub buttons: Option<Vec<Link>>,
    /// Layout of the buttons.
    #[wxpay(label = "按钮布局方式")]
    pub button_layout: Option<ButtonLayout>,
    /// Expiry of the buttons.
    #[wxpay(label = "失效配置")]
    pub invalid_info: Option<InvalidInfo>,
}

/// The layout of buttons (按钮布局方式).
#[wxpay_enum]
pub enum ButtonLayout {
    /// Unknown (未知).
    #[wxpay(rename = "LAYOUT_UNKNOWN")]
    Unknown,
    /// Side by side (横向).
    #[wxpay(rename = "LAYOUT_HORIZONTAL")]
    Horizontal,
    /// One above the other (纵向).
    #[wxpay(rename = "LAYOUT_VERTICAL")]
    Vertical,
}

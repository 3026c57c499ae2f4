//! The industries of advertisers.

use crate::prelude::*;

/// An industry whose advertisements can be excluded (同业过滤标签值). The API misspells three values; the names here are correct.
#[wxpay_enum]
pub enum Industry {
    /// Online shops (电商).
    #[wxpay(rename = "E_COMMERCE")]
    ECommerce,
    /// Marriage and matchmaking (婚恋).
    LoveMarriage,
    /// Photography (摄影).
    #[wxpay(rename = "POTOGRAPHY")]
    Photography,
    /// Education (教育).
    Education,
    /// Finance (金融).
    Finance,
    /// Travel (旅游).
    Tourism,
    /// Cosmetics and skin care (美容).
    Skincare,
    /// Food (食品).
    Food,
    /// Sport (体育).
    Sport,
    /// Jewelry and watches (珠宝钟表).
    JewelryWatch,
    /// Health (医疗健康).
    Healthcare,
    /// Business services (商务).
    #[wxpay(rename = "BUSSINESS")]
    Business,
    /// Parents and children (亲子).
    Parenting,
    /// Restaurants (餐饮).
    Catering,
    /// Shops (零售).
    Retail,
    /// Services of daily life (生活服务).
    Services,
    /// Law (法律).
    Law,
    /// Real estate (房地产).
    Estate,
    /// Transport (交通运输).
    Transportation,
    /// Energy and the environment (节能环保).
    EnergySaving,
    /// Safety and security (安全安保).
    Security,
    /// Building and furnishing (建材).
    BuildingMaterial,
    /// Telecommunications (通信).
    Communication,
    /// Things of daily use (日用百货).
    Merchandise,
    /// Associations and public bodies (社会组织).
    Association,
    /// Communities (社区).
    Community,
    /// Video and audio online (在线影音).
    OnlineAvr,
    /// Self-published media (自媒体).
    WeMedia,
    /// Cars (汽车).
    Car,
    /// Software (软件).
    Software,
    /// Games (游戏).
    Game,
    /// Clothing (服饰).
    Clothing,
    /// Industry (工业).
    #[wxpay(rename = "INDUSTY")]
    Industry,
    /// Agriculture (农业).
    Agriculture,
    /// Publishing and media (出版传媒).
    PublishingMedia,
    /// Appliances and electronics (家电数码).
    HomeDigital,
}

/** Whole lines that belong to a site, not to the text. Compared without spaces and brackets, in lower case. */
export const furnitureLines: ReadonlySet<string> = new Set(
  `展开全文 展開全文 阅读全文 閱讀全文 评论 評論 最新评论 最新評論 全部评论 热门评论 发表评论 發表評論 我要评论 网友评论 网友跟帖
  写评论 暂无评论 打开 打開 打开app 打開app 打开app查看更多评论 打開app查看更多評論 打开app阅读全文 打開app閱讀全文 app内打开
  查看更多 查看全部 加载更多 載入更多 更多 更多>> 分享 分享到 分享至 分享到: 分享到： 收藏 点赞 點讚 转发 轉發 举报 舉報 关注 關注
  打印 打印本页 打印本文 列印 友善列印 关闭 关闭窗口 关闭本页 關閉 纠错 我要纠错 返回 返回首页 返回首頁 返回顶部 返回頂部 返回列表
  回上一頁 回首頁 回頂端 首页 首頁 上一篇 下一篇 上一页 下一页 上一頁 下一頁 上一条 下一条 无障碍浏览 長者模式 长者模式 繁体 简体 繁體 簡體
  登录 登錄 注册 註冊 登录注册 搜索 微信 微博 qq空间 朋友圈 新浪微博 复制链接 複製連結 广告 廣告 扫一扫 掃一掃
  扫一扫在手机打开当前页 扫一扫在手机上查看当前页面 扫码分享 长按二维码 听新闻 字号 字號 字号大中小 字体大中小 字体:大中小 字体：大中小
  字号:大中小 字号：大中小 字級大小 視力保護色 默认大中小 责任编辑 網站地圖 网站地图 联系我们 关于我们 隐私声明 readmore
  readmore… loadmore comments comment leaveacomment share sharethis print printthispage advertisement relatedstories
  relatedarticles openinapp signin login subscribe backtotop skiptocontent skiptomaincontent copylink shareonfacebook shareontwitter tweet`.split(
    /\s+/u,
  ),
)

/** Lines that a site writes around a text: credits, counters, rights, breadcrumbs. */
export const furniturePatterns: readonly RegExp[] = [
  /^[[（(【]?\s?(?:本文)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯|编审|值班编辑|美编|校对|審校|审核|审校|终审|监制|排版|编发|初审|复审)\s?[:：丨|／/].{0,30}$/u,
  /^(?:上一篇|下一篇|上一条|下一条|上一則|下一則|相关链接|原文链接|原标题|原標題|本文链接|文章链接)\s?[:：].{0,120}$/u,
  /^(?:点击数|点击量|点击率|阅读量|阅读数|浏览次数|浏览量|访问次数|瀏覽次數|點閱次數|瀏覽人次|阅读|閱讀|浏览|瀏覽|评论|評論|点赞|views?|reads?)\s?[:：]?\s?\d[\d,.万萬k+]{0,9}\s?次?$/iu,
  /^(?:当前位置|您当前的位置|您的位置|您现在的位置|现在位置|目前位置|所在位置|現在位置|:::)\s?[:：]?.{0,80}$/u,
  /^[©℗®].{1,60}$/u,
  /^[（(](?:完|全文完)[）)]$/u,
  /^(?:copyright\s?(?:©|\(c\)|\d{4})|©|版权所有|版權所有|all rights reserved)[^。]{0,80}$/iu,
  /^.{0,20}(?:ICP备|ICP證|公网安备).{0,40}$/iu,
  /^网站标识码\s?[:：].{0,80}$/u,
  /^[^，。！？,!?\s]{1,10}(?:APP|客户端|客戶端|手机报|手機報)$/iu,
  /^(?:打开|打開|下载|下載)[^，。]{1,12}(?:APP|客户端|客戶端)(?:[^，。]{0,12})$/iu,
  /^(?:点击|點擊)?(?:展开|展開|查看|阅读|閱讀|收起)(?:剩余|剩餘|全文|原文|更多|全部)[^，。]{0,10}$/u,
  /^(?:扫码|掃碼|扫描|掃描|扫一扫|掃一掃|长按)[^。]{0,30}$/u,
  /^(?:字号|字體|字体|字號|字級)\s?[:：].{0,16}$/u,
  /^(?:分享到|分享至|share (?:on|to|via))[\s:：].{0,40}$/iu,
]

/** What stands over a list of other texts. */
export const teaserHeads =
  /^(?:精彩推荐|精彩推薦|相关阅读|相關閱讀|相关新闻|相關新聞|相关报道|相關報導|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门推荐|熱門推薦|热点推荐|为您推荐|為您推薦|为你推荐|猜你喜欢|猜你喜歡|更多新闻|更多新聞|热门文章|熱門文章|热门新闻|熱門新聞|最新文章|最新消息|今日热点|编辑推荐|更多阅读|related (?:stories|articles|news)|more stories|you may also like|recommended for you|most read|most popular|read next)[:：]?$/iu

/** What ends such a list. */
export const teaserEnds = /^(?:查看更多|加载更多|載入更多|更多|更多>>|load more|see more|more)$/iu

export const pageHeaders: readonly RegExp[] = [
  /^[-—–·•\s]{1,4}\d{1,4}[-—–·•\s]{1,4}$/u,
  /^第\s?\d{1,4}\s?[页頁](?:\s?[,，/／]?\s?共\s?\d{1,4}\s?[页頁])?$/u,
  /^page \d{1,4}(?: of \d{1,4})?$/iu,
  /^\d{1,4}\s?\/\s?\d{1,4}$/u,
  /^第?\s?[A-D]?\d{1,2}\s?版[:：]?\s?[^，。]{0,8}$/u,
]

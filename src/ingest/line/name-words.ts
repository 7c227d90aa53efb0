/** Chinese surnames, Simplified and Traditional, the common few hundred. */
export const surnames: ReadonlySet<string> = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭萧田董潘袁蔡蒋蔣余于杜' +
    '叶葉程魏苏蘇吕呂丁任卢盧姚沈鍾钟姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔' +
    '邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯常温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申欧歐耿关關兰蘭焦俞左柳甘祝包' +
    '宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂塗成苗谷曲盛冉蓝藍路游辛靳管柴蒙鲍鮑华華喻祁房滕屈饶饒解牟艾尤阳陽穆农農司古吉缪繆' +
    '车車项項连連芦蘆麦麥褚娄婁窦竇戚岑党景费費卜冷晏席卫衛米柏宗瞿桂全佟应應闵閔苟邬鄔边邊卞姬师師仇栾欒隋商刁荆荊沙郎桑丛叢' +
    '储儲危胥翁詹伏巩鞏屠巴池蒲明敖臧訾卓花晋晉宫宮寇初楚慕匡从從虞鞠简簡闕阙涂衡降迟遲原隆胶苑封杭糜松芮羿靳井富巫乌烏焦' +
    '牧隗山全郗班仰秋仲伊宫仇栾暴甘斜厉厲戎祖符束龙叶幸司韶郜黎蓟薄印宿怀懷蒲邰鄂索咸籍卓蔺藺屠乔阴陰鬱胥能苍蒼双雙闻聞莘党翟谭' +
    '贡貢劳勞逄姬申扶堵冉宰郦酈雍却璩桑桂濮寿壽通扈燕冀郏浦尚温别庄晏柴瞿阎充慕连茹习習宦鱼魚容向古慎戈廖庾终暨居衡步都耿满滿弘匡' +
    '国文寇广禄阙东歐殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚闞那简饶空曾毋沙乜养鞠须須丰豐巢关蒯相查后荆红游竺权權逯盖蓋益桓公' +
    '涂仉佘佴伯赏赏兆矫亓由操戢粟问呼延宇泽仓谌諶揭冼植邝鄺么侍尧堯辜旷曠練练卿鹿禹岩帅帥闻麻雒佐庹但惠修撒仝候原展戴时時乐樂骆駱殷綦鐘丘裘邸茅楼樓甄靖钮鈕嵇檀谯鄢郗郄甯鑲谌凃栗逯佴郁昝隋雪雒禚眭亢亓闵麴麦滕訚阚晁逢庹尕',
)

export const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 夏侯 端木 宇文 长孙 長孫 ' +
    '轩辕 軒轅 独孤 獨孤 南宫 南宮 西门 西門 东郭 東郭 百里 呼延 闻人 聞人 澹台 澹臺 钟离 鍾離 太史 申屠 仲孙 仲孫 范姜 張簡'
  ).split(' '),
)

/** Words that stand before a colon and are no speaker, in lower case. */
export const notNames: ReadonlySet<string> = new Set(
  (
    '能否 可否 是否 有否 时任 時任 如下 例如 比如 时间 時間 地点 地點 来源 來源 方式 方法 成果 成绩 成績 任务 任務 主题 主題 单位 單位 程序 关键 關鍵 管理 路线 路線 项目 項目 ' +
    '解读 解讀 解释 解釋 解决 解決 应当 應當 高度 安全 温度 常用 金额 金額 连接 連接 石油 水平 和平 严禁 嚴禁 焦点 焦點 电话 電話 地址 邮编 邮箱 ' +
    '传真 傳真 附件 附录 附錄 附注 备注 備註 注意 说明 說明 摘要 导语 编者按 編者按 关键词 關鍵詞 标题 標題 题目 简介 簡介 总结 總結 结论 結論 小结 ' +
    '原因 目的 目标 目標 内容 內容 要求 措施 建议 建議 问题 問題 优势 優勢 特点 特點 背景 意义 意義 重点 重點 亮点 亮點 难点 案例 数据 数据显示 ' +
    '日期 星期 年份 作者 编辑 編輯 责编 審核 审核 校对 校對 摄影 攝影 联系人 聯絡人 负责人 发布人 發布人 出席 列席 出席人员 出席人員 与会人员 與會人員 ' +
    '参会人员 嘉宾 來賓 主办 承办 抄送 主送 签发 文号 链接 連結 网址 網址 参考 參考 首先 其次 再次 最后 最後 其中 其一 其二 其三 第一 第二 第三 第四 第五 ' +
    '一是 二是 三是 四是 五是 六是 七是 八是 一方面 另一方面 同时 同時 此外 另外 总之 總之 也就是说 也就是說 换句话说 换言之 与此同时 简单来说 ' +
    '案由 决议 決議 決定 结果 結果 议程 議程 提案 说法 全称 全稱 别名 国籍 性别 年龄 职务 職務 职称 方案 方针 方向 成本 成员 成員 时长 时限 ' +
    '华东 华北 华南 华中 江苏 江西 吉林 云南 广东 广西 贵州 湖南 安徽 宁夏 甘肃 温州 常州 苏州 杭州 连云港 金华 石家庄 ' +
    'note notes source sources date time location venue place subject re from to cc contact contacts tel phone email website address summary background ' +
    'example warning topic agenda attachment annex figure table photo image caption abstract keywords conclusion introduction results methods ' +
    'chapter section part step appendix references update updated published posted title objective objectives purpose participants attendees present ' +
    'speakers tip tips important reminder download url http https editor author by tags category related'
  ).split(' '),
)

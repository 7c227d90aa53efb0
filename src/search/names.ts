/** The commonest Chinese surnames of one sign. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万钱严武戴莫孔向汤温康施文牛樊葛邢安齐庄伍'

const personName = new RegExp(
  [
    // 拉希德·阿利莫夫
    '[\\p{Script=Han}]{2,}(?:·[\\p{Script=Han}]+)+',
    // A surname after what parts words, one or two signs, and what parts words again.
    `(?<=^|[^\\p{Script=Han}]|[由为是与和及的])[${surnames}][\\p{Script=Han}]{1,2}(?=[^\\p{Script=Han}]|[的于在是说率任为及与和等带介表担出主回宣指认])`,
  ].join('|'),
  'gu',
)

const placeName =
  /[\p{Script=Han}]{1,4}(?:市|省|县|州|国|区|岛|山|河|湖|海|港|镇|乡|村|城|路|街|洲|大学|学院|医院|机场|车站|公园|宫|寺|庙|堡|湾|半岛|平原|盆地|东部|西部|南部|北部|境内)/gu

/** Whether a folded text holds what looks like a person's name, among those that `accepts` takes. */
export function namesPerson(folded: string, accepts: (name: string) => boolean): boolean {
  return [...folded.matchAll(personName)].some(([name]) => accepts(name))
}

/** Whether a folded text holds what looks like the name of a place. */
export function namesPlace(folded: string, accepts: (name: string) => boolean): boolean {
  return [...folded.matchAll(placeName)].some(([name]) => accepts(name))
}

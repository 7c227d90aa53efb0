import { fold } from '../text/fold.ts'

/**
 * Provinces and large cities, as questions name them: what is said of one is no answer about another. Countries are
 * not among them, as texts leave them out that speak of their own.
 */
const places =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 ' +
  '石家庄 太原 沈阳 大连 长春 哈尔滨 南京 苏州 无锡 杭州 宁波 温州 合肥 福州 厦门 南昌 济南 青岛 烟台 郑州 武汉 长沙 广州 深圳 珠海 东莞 海口 三亚 成都 贵阳 昆明 拉萨 西安 兰州 西宁 银川 乌鲁木齐 南宁 呼和浩特 台北 高雄 台中 台南 新北 桃园'

const pattern = new RegExp(
  places
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .map(fold)
    .join('|'),
  'gu',
)

/**
 * The places that a folded text names by themselves, and not as part of a longer word: 上海 of 上海港, but not of
 * 上海合作组织.
 * @param wordEnd where the longest word that begins at a place of the text ends.
 */
export function findPlaces(folded: string, wordEnd: (start: number) => number): Set<string> {
  const found = new Set<string>()
  for (const { 0: place, index } of folded.matchAll(pattern)) {
    if (wordEnd(index) <= index + place.length || folded.charAt(index + place.length) === '市')
      found.add(place)
  }
  return found
}

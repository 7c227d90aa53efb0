import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/ingest/format/decode.ts'
import { parseHtml } from '../../../src/ingest/format/html.ts'
import { declaredCharset } from '../../../src/ingest/format/html-head.ts'
import { encodeAs } from './encode-as.ts'

const paragraphs = [
  '今天上午，望海市人民政府新闻办公室举行发布会，介绍去年港口运行的情况，并回答记者提问。',
  '港区管理局局长林海生表示，去年全港集装箱吞吐量达到二百三十万标准箱，同比增长百分之五点二。',
  '他介绍，外贸航线新增七条，覆盖十二个国家的十五个港口城市，通关时间压缩三成。',
  '下一步，港区将继续扩大保税仓库，完善夜间公交，方便工人上下班和市民出行。',
]

const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>望海市举行港口发布会_要闻_望海市人民政府</title>
<meta name="ArticleTitle" content="望海市举行港口发布会">
<meta name="PubDate" content="2025-03-12 10:30">
<meta name="ContentSource" content="来源：望海日报">
<meta property="og:site_name" content="望海市人民政府">
<link rel="canonical" href="https://www.wanghai.example/2025/03/12.html">
<script>var tracked = '不是正文'</script>
<style>.a { color: red }</style>
</head>
<body>
<nav><a href="/">首页</a> <a href="/news">要闻</a> <a href="/about">政务公开</a></nav>
<div class="content">
<h1>望海市举行港口发布会</h1>
<div class="article">
<p>　　${paragraphs[0]}</p>
<p><strong>林海生：</strong>${paragraphs[1]}</p>
<h2>航线</h2>
<p>${paragraphs[2]}<br>谢谢&nbsp;大家。</p>
<blockquote><p>（现场播放短片）</p></blockquote>
<ul><li>夜间公交</li><li>保税仓库</li></ul>
<p>${paragraphs[3]}</p>
</div>
<div class="share-bar">分享到：微信 微博</div>
</div>
<footer><p>版权所有 望海市人民政府 备案号 12345</p></footer>
</body>
</html>`

describe('HTML', () => {
  const parsed = parseHtml(page, 'port.html')

  it('keeps the main text and its kinds of blocks', () => {
    expect(
      parsed.blocks
        .filter(({ text }) => text !== '望海市举行港口发布会')
        .map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['paragraph', paragraphs[0]],
      ['paragraph', `林海生：${paragraphs[1]}`],
      ['heading', '航线'],
      ['paragraph', `${paragraphs[2]}\n谢谢\u00a0大家。`],
      ['aside', '（现场播放短片）'],
      ['list-item', '夜间公交'],
      ['list-item', '保税仓库'],
      ['paragraph', paragraphs[3]],
    ])
  })

  it('marks bold stretches and tells the line in the source', () => {
    const block = parsed.blocks.find(({ text }) => text.startsWith('林海生'))
    expect(block).toMatchObject({ strong: [{ start: 0, end: 4 }], line: 20, gap: true })
  })

  it('lists the furniture that it left out, and how much', () => {
    const furniture = parsed.repairs.find(({ kind }) => kind === 'furniture')
    expect(furniture?.before).toContain('版权所有 望海市人民政府 备案号 12345')
    expect(furniture?.before).toContain('分享到：微信 微博')
    expect(furniture?.length).toBeGreaterThan(30)
    expect(furniture?.before).not.toContain('不是正文')
  })

  it('reads title, date, publisher, source and language from the head', () => {
    expect(parsed.metadataOrigin).toBe('html head')
    expect(parsed.metadata).toEqual({
      title: '望海市举行港口发布会',
      date: '2025-03-12',
      publisher: '望海日报',
      source: 'https://www.wanghai.example/2025/03/12.html',
      language: 'zh-Hans',
    })
  })

  it('knows Open Graph, time elements and titles with the name of the site', () => {
    const html = `<html lang="en"><head><title>Port reopens | Wanghai Times</title>
      <meta property="article:published_time" content="2025-03-12T10:30:00Z"></head>
      <body><p>The port has reopened.</p><time datetime="2024-01-01">old</time></body></html>`
    expect(parseHtml(html, 'a.html').metadata).toEqual({
      title: 'Port reopens',
      date: '2025-03-12',
      language: 'en',
    })
    expect(parseHtml('<time datetime="2025-03-01">1 March</time><p>Text.</p>', 'a.html').metadata.date).toBe(
      '2025-03-01',
    )
  })

  it('drops a canonical address that is none, and a language that the text contradicts', () => {
    const html = `<html lang="en"><head><link rel="canonical" href="javascript:alert(1)"></head><body><p>${paragraphs[0]}</p></body></html>`
    expect(parseHtml(html, 'a.html').metadata).toEqual({})
  })

  it('keeps the line that dates the page, where the head does not', () => {
    const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
    const html = `<div class="info">2025-03-12 来源：望海日报</div><div class="TRS_Editor">${body}</div><div>版权所有 2024-01-01</div>`
    const { blocks, repairs } = parseHtml(html, 'a.html')
    expect(blocks.map(({ text }) => text)).toEqual(['2025-03-12 来源：望海日报', ...paragraphs])
    expect(repairs.map(({ kind, before }) => [kind, before])).toEqual([['furniture', '版权所有 2024-01-01']])
    expect(parseHtml(html.replace(/<div class="info">.*?<\/div>/, ''), 'a.html').blocks[0]?.text).toBe(
      paragraphs[0],
    )
  })

  it('falls back to the body of a page without an article', () => {
    const { blocks } = parseHtml('<p>通知</p><p>港区今日停航。</p><script>x()</script>', 'a.html')
    expect(blocks.map(({ text }) => text)).toEqual(['通知', '港区今日停航。'])
  })

  it('parts paragraphs at double breaks, and joins Han characters over a line end of the source', () => {
    const { blocks } = parseHtml('<div>问：港口\n何时开放？<br><br>答：明天\n开放。</div>', 'a.html')
    expect(blocks.map(({ text }) => text)).toEqual(['问：港口何时开放？', '答：明天开放。'])
  })

  it('reads tables row by row and leaves hidden text out', () => {
    const html =
      '<table><tr><th>年份</th><th>吞吐量</th></tr><tr><td>2024</td><td>230万</td></tr></table><p style="display: none">藏</p>'
    expect(parseHtml(html, 'a.html').blocks.map(({ text }) => text)).toEqual(['年份\t吞吐量', '2024\t230万'])
  })

  it('is decoded by its own meta element when the bytes do not tell', () => {
    const bytes = encodeAs(
      `<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>${paragraphs[0]}</p>`,
      'gb18030',
    )
    expect(declaredCharset(bytes)).toBe('gb2312')
    const { text, encoding } = decode(bytes, { file: 'a.html', declared: 'gb2312' })
    expect(encoding).toBe('gb18030')
    expect(parseHtml(text, 'a.html').blocks[0]?.text).toBe(paragraphs[0])
  })

  it('refuses elements nested 100,000 deep with a clear error', () => {
    const deep = `${'<div>'.repeat(100_000)}文${'</div>'.repeat(100_000)}`
    expect(() => parseHtml(deep, 'deep.html')).toThrow(
      'deep.html: elements are nested more than 256 deep: save the page again from a browser, or as text',
    )
    expect(() => parseHtml('<b><i>'.repeat(50_000), 'deep.html')).toThrow('nested more than 256 deep')
  })

  it('reads elements nested hundreds deep', () => {
    const { blocks } = parseHtml(`${'<div>'.repeat(250)}港区今日停航。${'</div>'.repeat(250)}`, 'a.html')
    expect(blocks.map(({ text }) => text)).toEqual(['港区今日停航。'])
  })

  it('does not take paragraphs without end tags for depth', () => {
    expect(parseHtml('<p>好<br>'.repeat(5000), 'a.html').blocks).toHaveLength(5000)
  })
})

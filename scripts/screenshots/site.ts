/** A page of a fictional site, for the pictures of the README. */
export interface SitePage {
  lang: string
  publisher: string
  title: string
  date: string
  paragraphs: readonly string[]
  /** What its reader asks the records. */
  question: string
}

export const sitePages: Readonly<Record<'en' | 'zh-Hans', SitePage>> = {
  en: {
    lang: 'en',
    publisher: 'Wanghai Harbour Authority',
    title: 'The Outer Reef wind farm: what was announced',
    date: '9 July 2025',
    paragraphs: [
      'The first phase of the Outer Reef wind farm was presented at a press briefing on 9 July. The transcript of the whole briefing, with every question that was asked, is public.',
      'Ask the records to read what was said, word for word.',
    ],
    question: 'How close to the shore can turbines be built?',
  },
  'zh-Hans': {
    lang: 'zh-Hans',
    publisher: '望海市港务局',
    title: '“港通四海”新闻发布会实录公布',
    date: '2025年3月12日',
    paragraphs: [
      '3月12日举行的“港通四海”新闻发布会，全文实录已经公布，记者提出的每个问题都在其中。',
      '想知道当时是怎么说的，可以直接向记录提问，看到的都是原话。',
    ],
    question: '自动化码头比人工码头效率高多少',
  },
}

export const siteStyles = `
body { margin: 32px 48px; color: #333; background: #fff; font: 18px/1.65 "Noto Serif CJK SC", serif; }
main { max-width: 400px; }
header { font: bold 15px/1.4 "DejaVu Sans", "Noto Sans CJK SC", sans-serif; color: #1d4f73; padding-bottom: 8px;
  border-bottom: 2px solid currentColor; }
h1 { font-size: 25px; line-height: 1.65; margin: 16px 0; }
time { font-size: 15px; color: #777; }
p { margin: 16px 0; }
`

/** @param src address of the server that the widget asks. */
export function writeSite({ lang, publisher, title, date, paragraphs }: SitePage, src: string): string {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"><script src="/widget.js" defer></script></head>
<body><main><header>${publisher}</header><h1>${title}</h1><time>${date}</time>${text}</main>
<lectern-chat src="${src}" lang="${lang}"></lectern-chat></body>
</html>`
}

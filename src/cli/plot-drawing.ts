import { DOMParser } from 'linkedom'

/** The colour of text and lines. */
export const ink = '#1f2328'

/** The style of each of Plot's drawings. */
export const panelStyle = {
  background: 'white',
  color: ink,
  fontSize: '12px',
  fontFamily: 'system-ui, sans-serif',
}

export interface Drawing {
  /** To hand to Plot: an XML document, as what is written as HTML need not be well-formed as a file of its own. */
  document: Document
  /** Its root: append panels, then take its `outerHTML`. */
  svg: Element
}

/** An empty SVG on a white ground of its own. `label` tells those who do not see it what it shows. */
export function createDrawing(options: { width: number; height: number; label: string }): Drawing {
  const { width, height, label } = options
  const empty = new DOMParser().parseFromString(`<svg xmlns="${svgSpace}"/>`, 'image/svg+xml')
  const document = empty as unknown as Document
  const svg = document.documentElement
  setAttributes(svg, { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label })
  svg.append(setAttributes(document.createElementNS(svgSpace, 'rect'), { width, height, fill: 'white' }))
  return { document, svg }
}

/** A drawing of Plot's inside another: its style sheet is for pages, and would size it anew. */
export function asPanel(drawing: Element, at: { x?: number; y?: number }): Element {
  for (const sheet of drawing.querySelectorAll('style')) sheet.remove()
  return setAttributes(drawing, at)
}

// ---------------------------------------------------------------------------

const svgSpace = 'http://www.w3.org/2000/svg'

function setAttributes(element: Element, attributes: Record<string, string | number>): Element {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}

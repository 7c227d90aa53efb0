import type { Heading, Nodes, Paragraph, PhrasingContent, TableCell } from 'mdast'
import type { Repair } from '../../record/record.ts'
import type { Span } from '../../text/span.ts'
import { createRepair } from '../repair.ts'

/** One source line of inline content; hard breaks stay inside it as `\n`. */
export interface Piece {
  text: string
  line: number
  strong: Span[]
}

/** The words of a paragraph, heading or cell without markup, cut at its soft breaks. */
export function readInline(node: Paragraph | Heading | TableCell): { pieces: Piece[]; repairs: Repair[] } {
  const line = node.position?.start.line ?? 1
  const state: State = { pieces: [{ text: '', line, strong: [] }], repairs: [], line }
  for (const child of node.children) addInline(state, child)
  return { pieces: state.pieces, repairs: state.repairs }
}

interface State {
  pieces: Piece[]
  repairs: Repair[]
  line: number
}

function addInline(state: State, node: PhrasingContent): void {
  switch (node.type) {
    case 'text':
      addText(state, node.value)
      return
    case 'inlineCode':
      addText(state, node.value)
      return
    case 'break':
      state.line++
      last(state).text += '\n'
      return
    case 'strong':
      addStrong(state, node.children)
      return
    case 'emphasis':
    case 'delete':
    case 'link':
    case 'linkReference':
      for (const child of node.children) addInline(state, child)
      return
    default:
      drop(state, node)
  }
}

function last(state: State): Piece {
  return state.pieces[state.pieces.length - 1] as Piece
}

function addText(state: State, value: string): void {
  value.split('\n').forEach((part, index) => {
    if (index > 0) {
      state.line++
      state.pieces.push({ text: '', line: state.line, strong: [] })
    }
    last(state).text += part
  })
}

function addStrong(state: State, children: PhrasingContent[]): void {
  const firstPiece = state.pieces.length - 1
  const firstStart = last(state).text.length
  for (const child of children) addInline(state, child)
  state.pieces.slice(firstPiece).forEach((piece, index) => {
    const start = index === 0 ? firstStart : 0
    if (piece.text.length > start) piece.strong.push({ start, end: piece.text.length })
  })
}

function drop(state: State, node: Nodes): void {
  const line = node.position?.start.line ?? state.line
  if (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value)) {
    last(state).text += '\n'
    return
  }
  state.repairs.push(createRepair('markup', sourceOf(node), { line }))
  if (node.type === 'html') state.line += node.value.split('\n').length - 1
}

function sourceOf(node: Nodes): string {
  if (node.type === 'html') return node.value
  if (node.type === 'image') return `![${node.alt ?? ''}](${node.url})`
  if (node.type === 'imageReference') return `![${node.alt ?? ''}][${node.identifier}]`
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  return `(${node.type})`
}

import type { Person } from '../../record/record.ts'
import { nameShape, officeEnd } from '../line/names.ts'

const roll =
  /^(?:出席|列席|参加|參加|与会|與會|参会|參會|到会|到會)(?:者|人|人员|人員|领导|領導|嘉宾|來賓|来宾)?\s?[:：]\s*(.{2,400})$/u
const entry = /^([\p{Script=Han}·•‧・\s\u3000]{2,20}?)\s?(?:[（(]([^（()）]{2,30})[）)])?[。.]?$/u

/** `出席：张三（局长）、李四`: those present, with offices where brackets give one. */
export function readRoll(line: string): Person[] {
  const list = roll.exec(line)?.[1] ?? ''
  return list.split(/[、，,；;\t]/u).flatMap((part) => {
    const [, name, inner] = entry.exec(part.trim()) ?? []
    if (name === undefined || !isName(name)) return []
    return [inner !== undefined && officeEnd.test(inner) ? { name, role: inner } : { name }]
  })
}

function isName(name: string): boolean {
  return nameShape(name) !== undefined && !officeEnd.test(name)
}

/** Order of strings by UTF-16 code units: the same on every system, unlike the order of a locale. */
export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

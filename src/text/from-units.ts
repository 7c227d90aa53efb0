/** So many units that a call with each as an argument is sure to fit. */
const piece = 4096

/** The string of UTF-16 units. */
export function fromUnits(units: Uint16Array): string {
  if (units.length <= piece) return toPiece(units)
  const pieces: string[] = []
  for (let at = 0; at < units.length; at += piece) pieces.push(toPiece(units.subarray(at, at + piece)))
  return pieces.join('')
}

/** `apply` takes an array of numbers as it is; spread would go through its iterator. */
function toPiece(units: Uint16Array): string {
  return String.fromCharCode.apply(null, units as unknown as number[])
}

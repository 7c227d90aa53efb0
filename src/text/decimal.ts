/** `digits` (`533.70`) times ten to the `exponent`, exactly, in canonical form: no exponent, no idle zeros. */
export function scaleDecimal(digits: string, exponent: number): string {
  if (exponent === 0 && /^[1-9]\d*$/.test(digits)) return digits
  const [whole = '', fraction = ''] = digits.split('.')
  const shifted = (exponent < 0 ? whole.padStart(1 - exponent, '0') : whole) + fraction.padEnd(exponent, '0')
  const point = shifted.length - Math.max(0, fraction.length - exponent)
  const head = shifted.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  let last = shifted.length
  while (last > point && shifted[last - 1] === '0') last--
  return last > point ? `${head}.${shifted.slice(point, last)}` : head
}

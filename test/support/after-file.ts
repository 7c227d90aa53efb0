type Clear = () => unknown

const left: Clear[] = []

/** What is to be done after the tests of the file that runs: what was made last is cleared away first. */
export function afterFile(clear: Clear): void {
  left.push(clear)
}

export async function clearAway(): Promise<void> {
  for (const clear of left.splice(0).reverse()) await clear()
}

export const late = Symbol('late')

/** What the work gives within so many milliseconds, else `late`; the work goes on. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | typeof late> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const clock = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds)
  })
  try {
    return await Promise.race([work, clock])
  } finally {
    clearTimeout(timer)
  }
}

/** A script as text, with its size and its size gzipped, in bytes. */
export function bundleScript(
  name: 'widget' | 'page',
): Promise<{ code: string; bytes: number; gzipped: number }>

// What the compiler leaves undone: the command must be executable.
import { chmod } from 'node:fs/promises'

const command = new URL('../dist/cli/main.js', import.meta.url)
try {
  await chmod(command, 0o755)
} catch (error) {
  if (error.code !== 'ENOENT') throw error
}

// What the compiler leaves undone: the command must be executable, and `npx lectern` must find it in a checkout.
import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const command = new URL('../dist/cli/main.js', import.meta.url)
const bin = new URL('../node_modules/.bin/', import.meta.url)

await chmod(command, 0o755)
await mkdir(bin, { recursive: true })
if (process.platform === 'win32') {
  await writeFile(new URL('lectern.cmd', bin), `@node "${fileURLToPath(command)}" %*\r\n`)
} else {
  const link = new URL('lectern', bin)
  await rm(link, { force: true })
  await symlink('../../dist/cli/main.js', link)
}

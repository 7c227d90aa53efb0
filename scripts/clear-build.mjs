// Files of sources that are gone would stay in dist/ otherwise.
import { rm } from 'node:fs/promises'

await rm(new URL('../dist', import.meta.url), { recursive: true, force: true })

import { afterAll } from 'vitest'
import { clearAway } from './after-file.ts'

// Runs anew for each file, which modules that several files import do not: they stay loaded.
afterAll(clearAway)

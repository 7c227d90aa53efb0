#!/usr/bin/env node
import { run } from './run.ts'

// Whoever reads may stop early, as head does: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2))

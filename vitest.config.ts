import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/each-file.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each worker is a process that runs one file at a time and keeps what it has loaded: to load everything anew for
    // each of many small files took longer than to test. What a file leaves behind goes to `afterFile`.
    pool: 'forks',
    isolate: false,
    // Tests wait for browsers and commands: two workers are of use on two processors, and on one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Printed text is compared without colours: CI=1 or a terminal would turn them on.
    env: { NO_COLOR: '1' },
  },
})

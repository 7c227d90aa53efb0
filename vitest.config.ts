import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Printed text is compared without colours: CI=1 or a terminal would turn them on.
    env: { NO_COLOR: '1' },
  },
})

import { defineConfig } from 'vitest/config'
import { validatorPlugin } from './build/vite/validator-plugin.ts'

const plugins = [validatorPlugin()]

export default defineConfig({
  test: {
    // The end-to-end windows are started one after the other, everything else shares the cores.
    projects: [
      {
        plugins,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['{shared,electron,build,templates}/**/*.test.ts'],
          // A busy machine is no failure: times are judged by the benchmarks.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['build/vite/renderer-setup.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['electron/e2e/**/*.e2e.ts'],
          globalSetup: ['build/scripts/e2e-setup.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins,
        test: {
          name: 'packaged',
          environment: 'node',
          include: ['electron/e2e/packaged/**/*.packaged.ts'],
          globalSetup: ['build/scripts/packaged-setup.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})

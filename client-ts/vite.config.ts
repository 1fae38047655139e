import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: {
    target: 'es2022',
    minify: false,
    lib: { entry: { index: 'src/index.ts', testing: 'src/testing/index.ts' }, formats: ['es'] },
  },
  test: { environment: 'node', include: ['test/**/*.test.ts'], testTimeout: 20_000 },
});

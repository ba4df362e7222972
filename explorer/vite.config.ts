/**
 * The explorer: what a browser loads, and, with `--ssr`, the one file by which the server renders its pages.
 */
import { defineConfig, type UserConfigFnObject } from 'vite';

const config: UserConfigFnObject = defineConfig(({ isSsrBuild }) => ({
  root: import.meta.dirname,
  // Relative, because where a server stands below its host is known only when it starts.
  base: './',
  publicDir: isSsrBuild ? false : 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  ssr: { noExternal: true },
  build: isSsrBuild
    ? { outDir: 'dist/server', emptyOutDir: true, target: 'node20', rolldownOptions: { input: 'server.tsx' } }
    : {
        outDir: 'dist/client',
        emptyOutDir: true,
        target: 'es2022',
        manifest: 'manifest.json',
        modulePreload: { polyfill: false },
        rolldownOptions: { input: ['client/main.ts', 'review/main.tsx', 'style.css'] },
      },
}));

export default config;

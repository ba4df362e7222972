/**
 * The query editor as static files: built once into `ide/dist`, shipped in the package, served at `/ide/`.
 *
 * Nothing may come from the network, so that it works on a ship or behind a firewall under a strict content policy.
 */
import { defineConfig, type UserConfig } from 'vite';

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  // Relative to each file; in the page, which also answers browsers at /graphql, the server writes where they are.
  base: './',
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // One file, which is kept for ever: of thirty, most held a line, and the editor asked for nearly all of them at once.
      output: { codeSplitting: false },
      // A dependency marks its files for React servers, which says nothing here.
      onLog: (level, log, print) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || print(level, log)),
    },
  },
});

export default config;

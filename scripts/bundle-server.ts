import { readdirSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from './root.ts';

/**
 * Bundles entry files of the server into one folder of plain JavaScript, which starts several times faster than the
 * sources do. The output stays as deep in the checkout as the sources are. What a former build left there is removed
 * after a success only, so that a failed build leaves something to start.
 *
 * @param entries files relative to the root.
 * @param outdir folder relative to the root; its parent is where external packages are looked for at run time.
 */
export async function bundleServer(entries: readonly string[], outdir: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    // Shared parts beside the entries, not below them: whoever looks for a file from import.meta.url finds it.
    chunkNames: '[name]-[hash]',
    // Bundled CommonJS still calls require(), which an ES module does not have by itself.
    banner: {
      js: `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`,
    },
    logLevel: 'warning',
    metafile: true,
    plugins: [externalWhereResolvable(join(root, outdir, '..'))],
  });
  for (const name of readdirSync(join(root, outdir))) {
    if (!(`${outdir}/${name}` in metafile.outputs)) rmSync(join(root, outdir, name), { recursive: true });
  }
}

/**
 * Leaves a package out of the bundle exactly when the output will find the same copy of it by itself. pnpm lets a
 * package see only its own dependencies, so those of the other workspace packages have to come along, while what the
 * server's package shares with them (graphql, pg) must stay one copy, and native code can't be bundled at all.
 */
function externalWhereResolvable(runFrom: string): Plugin {
  const seen = Symbol('resolved by this plugin');
  return {
    name: 'external-where-resolvable',
    setup(bundle) {
      bundle.onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (kind === 'entry-point' || pluginData === seen || isBuiltin(path) || path.startsWith('@redress/'))
          return undefined;
        const meant = await bundle.resolve(path, { importer, resolveDir, kind, pluginData: seen });
        if (meant.errors.length > 0 || meant.external) return undefined;
        const found = await bundle.resolve(path, { resolveDir: runFrom, kind, pluginData: seen });
        return found.errors.length === 0 && found.path === meant.path ? { path, external: true } : meant;
      });
    },
  };
}

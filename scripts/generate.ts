import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';
import { runTool } from './run-tool.ts';
import { runPackageScript } from './run-package-script.ts';
import { runStep } from './stamp.ts';

/**
 * Makes what the code is compiled against and git does not keep: Prisma's client from the schema of the database, and
 * the board's types from the GraphQL contract. Each is skipped while its source has not changed.
 */
await runStep({
  name: 'generate-prisma',
  inputs: ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'prisma/package.json'],
  outputs: ['prisma/src/generated/client/client.ts'],
  run() {
    // Generating never runs the schema engine but insists on finding one, and would download it: any program will do.
    runTool('prisma', 'prisma', ['generate'], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ?? process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    });
  },
});

const boardManifest = JSON.parse(readFileSync(join(root, 'apps/board/package.json'), 'utf8')) as {
  scripts?: Record<string, string>;
};

if (boardManifest.scripts?.['generate'] && existsSync(join(root, 'packages/schema/schema.graphql'))) {
  await runStep({
    name: 'generate-board',
    inputs: [
      'packages/schema/schema.graphql',
      'apps/board/package.json',
      'apps/board/tsconfig.json',
      'apps/board/scripts',
    ],
    outputs: ['apps/board/src/graphql-env.d.ts', 'apps/board/src/generated'],
    run: () => runPackageScript('apps/board', 'generate'),
  });
}

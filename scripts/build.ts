import { bundleServer } from './bundle-server.ts';
import { runTool } from './run-tool.ts';
import { runStep } from './stamp.ts';

/** Builds what `start` runs: the server and its commands, the board and the customer's page. Each is skipped while its sources have not changed. */
await runStep({
  name: 'build-server',
  inputs: [
    'apps/api/src',
    'packages/domain/src',
    'packages/schema/src',
    'prisma/src',
    'prisma/schema.prisma',
    'scripts/bundle-server.ts',
  ],
  outputs: ['apps/api/dist/main.js', 'apps/api/dist/redress.js'],
  run: () => bundleServer(['apps/api/src/main.ts', 'apps/api/src/redress.ts'], 'apps/api/dist'),
});

await runStep({
  name: 'build-board',
  inputs: ['apps/board', 'packages/domain/src/rules', 'packages/schema/schema.graphql'],
  outputs: ['apps/board/dist/index.html', 'apps/board/dist/t.html'],
  run: () => {
    runTool('apps/board', 'vite', ['build', '--logLevel', 'warn']);
    runTool('apps/board', 'vite', ['build', '--logLevel', 'warn', '--config', 'vite.track.config.ts']);
  },
});

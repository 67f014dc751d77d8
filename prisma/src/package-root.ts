import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of this package on disk: where its migrations and its dependencies are found.
 *
 * It is searched upwards instead of being counted in `..`, because the same code also runs from the bundle in
 * apps/api/dist, where `import.meta.url` is another depth of the same checkout.
 *
 * @throws Error when neither this file nor the bundle lies inside a checkout of the repository.
 */
export function packageRoot(from: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'prisma');
    if (existsSync(join(candidate, 'schema.prisma'))) return candidate;
    if (folder === dirname(folder))
      throw new Error('The folder prisma/ with schema.prisma was not found above this code.');
  }
}

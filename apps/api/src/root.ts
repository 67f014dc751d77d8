import { dirname, join } from 'node:path';
import { packageRoot } from '@redress/prisma/package-root';

/** The checkout that this code runs from, as source or as bundle. */
export const repositoryRoot = dirname(packageRoot());

/** Where the board is built. */
export const boardDir = join(repositoryRoot, 'apps/board/dist');

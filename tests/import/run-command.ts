import { importCommand } from '@redress/api/import/command';

/** The import as a process of its own, for what only a process can go through. */
process.exit(await importCommand(process.argv.slice(2)));

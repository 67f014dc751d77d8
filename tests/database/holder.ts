import { openEmbedded } from '@redress/prisma/embedded/open';

/** Opens the folder it is given, prints the connection string, and releases it when its input ends. */
const database = await openEmbedded({ dataDir: process.argv[2] ?? '' });
console.log(database.url);
process.stdin.resume().on('end', () => void database.release().then(() => process.exit(0)));

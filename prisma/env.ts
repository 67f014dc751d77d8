/** The database that Prisma's own command line works on. Unset while nothing but `prisma generate` is run. */
export const databaseUrl = process.env['DATABASE_URL'];

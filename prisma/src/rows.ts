/** The row types of the database, for those who write SQL of their own or hand rows on. */
export type * from './generated/client/models.ts';
export { Prisma } from './generated/client/client.ts';

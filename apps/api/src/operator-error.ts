/** Failures that an operator can mend: told as a sentence, without a stack. */
import { EmbeddedError } from '@redress/prisma/embedded/embedded-error';
import { MigrationError } from '@redress/prisma/migration-error';
import { EnvError } from './env.ts';

/** The sentence for an operator; null when the error is none of theirs but a bug. */
export function operatorMessage(error: unknown): string | null {
  if (error instanceof EnvError || error instanceof EmbeddedError || error instanceof MigrationError)
    return error.message;
  const { code, port, address, message } = error as {
    code?: string;
    port?: number;
    address?: string;
    message?: string;
  };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop it, or set PORT to another number.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `The address ${address ?? ''} is not one to listen at or connect to (${message}). Look at HOST, DATABASE_URL and DATABASE_OWNER_URL.`;
    case 'ECONNREFUSED':
    case '28P01':
    case '28000':
    case '3D000':
      return `The database that DATABASE_URL or DATABASE_OWNER_URL names does not let us in: ${message || code}.`;
    default:
      return null;
  }
}

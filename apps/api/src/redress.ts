/** The command `redress`: what is done from a terminal, beside a running server or without one. */
import { customerCopyCommand, customerEraseCommand } from './cli/customer.ts';
import { HELP } from './cli/help.ts';
import { tokenCommand } from './cli/token.ts';
import { UsageError } from './cli/usage-error.ts';
import { withDatabase } from './cli/with-database.ts';
import { parseEnv } from './env.ts';
import { operatorMessage } from './operator-error.ts';
import { repositoryRoot } from './root.ts';

/** Gives the exit code. */
async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case 'token':
      return withDatabase(parseEnv(repositoryRoot), (context) => tokenCommand(context, args));
    case 'customer-copy':
      return withDatabase(parseEnv(repositoryRoot), (context) => customerCopyCommand(context, args));
    case 'customer-erase':
      return withDatabase(parseEnv(repositoryRoot), (context) => customerEraseCommand(context, args));
    case 'import': {
      const { importCommand } = await import('./import/command.ts');
      return importCommand(args);
    }
    case 'replay': {
      const { replayCommand } = await import('./replay/command.ts');
      return replayCommand(args);
    }
    case 'grow': {
      const { growCommand } = await import('./grow/command.ts');
      return growCommand(args);
    }
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(HELP);
      return 0;
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

run(process.argv.slice(2))
  .catch((error: unknown) => {
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${HELP}`);
    else process.stderr.write(`${operatorMessage(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
    return error instanceof UsageError ? 2 : 1;
  })
  .then((code) => process.exit(code))
  .catch(() => process.exit(1));

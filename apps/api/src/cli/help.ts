export const HELP = `Usage: npx pnpm redress COMMAND

  token create --name NAME --scope read[,act] [--expires 90d]
      Makes a bearer token for an integration, and shows it once.
      --expires: after so many days (d) or hours (h); never without it.
  token revoke --name NAME
      Revokes the tokens of this name. Their sockets close at once.
  token list
      Shows the tokens there are, without their secrets.

  import FILE --mapping NAME [--rejects FILE] [--department CODE] [--batch N]
         [--encoding utf-8|gb18030] [--check]
      Brings complaints in from a CSV file. Safe to run again: what is in is
      passed over. A mapping says what the columns mean (docs/import.md).
      --rejects: where rows go that can't be taken; FILE.rejects.csv by default.
      --check: reads the whole file, and writes nothing but rejects.

  help
      Shows this.

Commands work beside a running server and without one. They use DATABASE_URL,
or else the database in DATA_DIR.
`;

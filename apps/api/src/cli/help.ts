export const HELP = `Usage: npx pnpm redress COMMAND

  token create --name NAME --scope read[,act] [--expires 90d]
      Makes a bearer token for an integration, and shows it once.
      --expires: after so many days (d) or hours (h); never without it.
  token revoke --name NAME
      Revokes the tokens of this name. Their sockets close at once.
  token list
      Shows the tokens there are, without their secrets.

  customer-copy --complaint NUMBER --out FILE [--lang zh|en]
      Writes all that is held about the customer of a complaint to FILE.json
      and FILE.html, for themselves.
  customer-erase --complaint NUMBER [--ground GROUND]
      Erases the customer of a complaint, with the words and files of all of
      their complaints, which have to be closed. History and figures stay.
      GROUND is ASKED_BY_CUSTOMER unless told.

  import FILE --mapping NAME [--check] [--rejects FILE] [--department CODE]
         [--encoding NAME] [--batch N]
      Brings complaints in from a CSV file. Safe to run again: what is known
      is passed over. Bad rows go to the reject file, with the reason.
      --check: reads and reports, and writes nothing.

  replay FILE [--source NAME] [--zone ZONE] [--check]
      Plays the event log of another system (ServiceNow incidents, as CSV)
      through the product's own actions, each at its own time, with the clocks
      striking as they would have. Into a database that no server uses.
      --zone: of the log's times, UTC unless told. --check: writes nothing.

  grow [--closed N] [--recent N] [--open N] [--events-each N] [--years N]
       [--seed N]
      Fills an empty database with complaints, to see how a machine bears them:
      1,000,000 closed ones over 3 years, 2,000 of them within 30 days, with 20
      events each, and 10,000 open ones, unless told. See docs/growth.md.

  help
      Shows this.

Commands work beside a running server and without one. They use DATABASE_URL
(and DATABASE_OWNER_URL), or else the database in DATA_DIR.
`;

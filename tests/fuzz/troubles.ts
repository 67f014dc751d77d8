/** What goes wrong, when it begins and when it is over. */
import pg from 'pg';
import type { FuzzDatabase } from './database.ts';
import type { Fleet } from './fleet.ts';
import { TROUBLES } from './plan.ts';
import type { Step, Trouble } from './plan.ts';
import type { Player } from './player.ts';
import type { Records } from './records.ts';

interface Place {
  players: readonly Player[];
  fleet: Fleet;
  database: FuzzDatabase;
  records: Records;
  company: { databaseUrl: string };
}

export class Troubles {
  readonly #place: Place;
  #ends: { at: number; what: string; end: () => void }[] = [];

  constructor(place: Place) {
    this.#place = place;
  }

  isTrouble(step: Step): boolean {
    return (TROUBLES as readonly string[]).includes(step.what);
  }

  /** Begins what the step says; what lasts ends by itself so many steps later. */
  async begin(step: Step, n: number, player: Player): Promise<void> {
    const { fleet, database, records } = this.#place;
    const { line, session, name } = player;
    const place = step.a % fleet.size;
    const over = (end: () => void) => {
      this.#ends.push({ at: n + step.lasts, what: `${step.what} of ${name} or ${place}`, end });
    };
    records.note(`${step.what} (${name}, process ${place})`);
    switch (step.what as Trouble) {
      case 'cut':
        return line.cut();
      case 'freeze':
        line.freeze();
        return over(() => (step.b % 2 === 0 ? line.thaw() : line.cut()));
      case 'down':
        line.isDown = true;
        line.cut();
        return over(() => {
          line.isDown = false;
        });
      case 'lag':
        line.lagMs = 5 + (step.b % 120);
        return over(() => {
          line.lagMs = 0;
        });
      case 'loseAnswers':
        line.answersToLose += 1 + (step.b % 3);
        return;
      case 'doubt':
        session.doubt();
        return over(() => session.wake());
      case 'killServer':
        await this.#leaveOne(place);
        await fleet.kill(place);
        return over(() => this.#startSoon(place));
      case 'stopServer':
        await this.#leaveOne(place);
        await fleet.stop(place);
        return over(() => this.#startSoon(place));
      case 'stallServer':
        if (fleet.answering < 2) return;
        fleet.stall(place);
        return over(() => fleet.goOn(place));
      case 'deafen':
        return this.#deafen();
      case 'killDatabase':
        return database.kill(step.b % 3 === 0 ? 'SIGKILL' : 'SIGQUIT');
    }
  }

  /** Ends what is over by this step. */
  endUntil(n: number): void {
    const over = this.#ends.filter(({ at }) => at <= n);
    this.#ends = this.#ends.filter(({ at }) => at > n);
    for (const { what, end } of over) {
      this.#place.records.note(`over: ${what}`);
      end();
    }
  }

  endAll(): void {
    this.endUntil(Number.POSITIVE_INFINITY);
    for (const { line } of this.#place.players) line.heal();
  }

  /** The last one that answers is not taken away: clients would only wait. */
  async #leaveOne(place: number): Promise<void> {
    const { fleet } = this.#place;
    for (let other = 0; other < fleet.size; other += 1) {
      if (other === place) continue;
      fleet.goOn(other);
      await fleet.startAt(other);
    }
  }

  /** Others go on while it starts; the next moment of quiet waits for it. A start fails while the database is away. */
  #startSoon(place: number): void {
    const { fleet, records } = this.#place;
    fleet.startAt(place).catch((error: unknown) => records.note(String(error)));
  }

  /** Breaks the connections by which processes hear of events and lead the clock. */
  async #deafen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#place.database.url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name IN ('redress feed', 'redress clock')`,
      );
    } catch (error) {
      // The database may be away itself just now.
      this.#place.records.note(`could not be deafened: ${String(error)}`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

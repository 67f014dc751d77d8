/** Where the time comes from. Everything that is written or due asks a time source, so that tests can turn the hands. */
export interface TimeSource {
  now(): Date;
  /** Runs `task` at the moment, or soon when it has passed. Returns how to call it off. */
  at(moment: Date, task: () => void): () => void;
}

/** setTimeout counts in 32 bits: a longer wait is made of several. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

export const systemTime: TimeSource = {
  now: () => new Date(),
  at(moment, task) {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const left = moment.getTime() - Date.now();
      timer = left > LONGEST_TIMEOUT_MS ? setTimeout(arm, LONGEST_TIMEOUT_MS) : setTimeout(task, Math.max(0, left));
    };
    arm();
    return () => clearTimeout(timer);
  },
};

/** A clock that stands until it is moved. */
export interface ManualTime extends TimeSource {
  /** Moves the hands; what falls due runs on the way, each at its own moment. */
  advance(ms: number): void;
}

interface Appointment {
  moment: number;
  task: () => void;
}

export function createManualTime(start: Date): ManualTime {
  let now = start.getTime();
  let appointments: Appointment[] = [];

  const runDue = (until: number) => {
    for (;;) {
      const next = appointments.filter(({ moment }) => moment <= until).sort((a, b) => a.moment - b.moment)[0];
      if (next === undefined) return;
      appointments = appointments.filter((other) => other !== next);
      now = Math.max(now, next.moment);
      next.task();
    }
  };

  return {
    now: () => new Date(now),
    at(moment, task) {
      const appointment = { moment: moment.getTime(), task };
      appointments.push(appointment);
      // What is already due runs soon, not now: the caller does not expect to be entered again.
      if (appointment.moment <= now) setImmediate(() => runDue(now));
      return () => {
        appointments = appointments.filter((other) => other !== appointment);
      };
    },
    advance(ms) {
      const target = now + ms;
      runDue(target);
      now = target;
    },
  };
}

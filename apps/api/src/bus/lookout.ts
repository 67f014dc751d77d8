/**
 * Looks at the log every second while not everything is heard: the line is down, or it is a bus, on which commands that
 * write beside the servers tell nobody.
 */
const LOOK_EVERY_MS = 1_000;

export class Lookout {
  private readonly options: { hearsEverything: () => boolean; look: () => void };
  private timer: NodeJS.Timeout | null = null;

  constructor(options: { hearsEverything: () => boolean; look: () => void }) {
    this.options = options;
  }

  start(): void {
    this.timer = setInterval(() => {
      if (!this.options.hearsEverything()) this.options.look();
    }, LOOK_EVERY_MS);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }
}

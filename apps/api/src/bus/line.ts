/**
 * The port to whatever carries wake-ups between the processes: NOTIFY, NATS or Redis. What passes is a hint and never
 * content that is missed when it is lost (docs/adr/0018): a line may lose, repeat and reorder.
 */

/** What is told on the bus: `stream` carries cursors, `presence` who is here. */
export const BUS_CHANNELS = ['stream', 'presence'] as const;
export type BusChannel = (typeof BUS_CHANNELS)[number];

/** A line that stands: everything is subscribed to. */
export interface Line {
  /** Sends, without waiting for anybody; what can't be sent is dropped. */
  publish(channel: BusChannel, payload: string): void;
  /** Ends it; `lost` is not called any more. */
  close(): Promise<void>;
}

export interface LineEvents {
  heard(channel: BusChannel, payload: string): void;
  /** The line broke; called once, and never again for this line. */
  lost(): void;
}

/** Makes a line. Rejects when it can't be made now. */
export type OpenLine = (events: LineEvents) => Promise<Line>;

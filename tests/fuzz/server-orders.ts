/** What the fuzz and a server's process say to each other. Moments are milliseconds since 1970. */
export type ServerOrder =
  | { order: 'start'; databaseUrl: string; folder: string; at: number }
  | { order: 'hands'; at: number }
  | { order: 'stop' };

export type ServerAnswer = { answer: 'started'; port: number } | { answer: 'hands'; at: number };

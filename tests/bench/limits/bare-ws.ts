/**
 * The limit of telling many sockets something: ws, and one frame that is prepared once. It hears of each commit and sends
 * as many bytes as the server would; it reads nothing, knows nobody, and executes nothing. Who comes back with a cursor
 * gets the frames they missed from a ring in memory, and then a checkpoint.
 */
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { STREAM_CHANNEL } from '@redress/domain/events/commit-sql';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { listen } from './listen.ts';

const KEPT = 10_000;
const bodyBytes = Number(process.env['BODY_BYTES'] ?? 1_500);

const ring: { seq: number; frame: Buffer }[] = [];
const members = new Set<Duplex>();
let last = process.env['HEAD_CURSOR'] ?? '';

function frameOf(type: string, cursor: string, previous: string, padding: number): Buffer {
  const told = { __typename: type, cursor, previous, padding: 'x'.repeat(padding) };
  const body = Buffer.from(JSON.stringify({ id: '1', type: 'next', payload: { data: { boardEvents: told } } }));
  const head = body.length < 126 ? [0x81, body.length] : [0x81, 126, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from(head), body]);
}

/** Of a frame without cursors and padding, and of its head, which is no part of the message. */
const bare = frameOf('ComplaintMoved', '', '', 0).length;
const HEAD = 4;
const seqOf = (cursor: string) => Number(cursor.split('.')[1]);

function tell(cursor: string): void {
  const padding = bodyBytes + HEAD - bare - cursor.length - last.length;
  const frame = frameOf('ComplaintMoved', cursor, last, Math.max(0, padding));
  last = cursor;
  ring.push({ seq: seqOf(cursor), frame });
  if (ring.length > KEPT * 2) ring.splice(0, KEPT);
  for (const stream of members) stream.write(frame);
}

const listener = new pg.Client({ connectionString: process.env['DATABASE_URL'] });
// The database goes first when a bench breaks off.
listener.on('error', () => process.exit(1));
await listener.connect();
listener.on('notification', ({ payload }) => tell(payload ?? ''));
await listener.query(`LISTEN ${STREAM_CHANNEL}`);

const webSockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer();
server.on('upgrade', (request, stream, head) => {
  webSockets.handleUpgrade(request, stream, head, (webSocket) => {
    webSocket.once('message', (data: Buffer) => {
      const { after } = JSON.parse(data.toString('utf8')) as { after: string | null };
      const from = after === null ? Infinity : seqOf(after);
      for (const { seq, frame } of ring) if (seq > from) stream.write(frame);
      stream.write(frameOf('BoardCheckpoint', last, last, 0));
      members.add(stream);
    });
    webSocket.on('close', () => members.delete(stream));
  });
});
listen(server);

/** Takes the bytes of a request in, to a file that nobody else sees. */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { MAX_FILE_BYTES } from '@redress/domain/rules/file-types';
import { UploadProblem } from './upload-problem.ts';

/**
 * Writes exactly `bytes` of the request to `path`. The connection stays open when there are too many, so that the sender
 * can be told; what it sends then is not looked at.
 *
 * @throws UploadProblem when there are more or fewer, and the connection's error when it breaks.
 */
export async function receive(request: IncomingMessage, path: string, bytes: number): Promise<void> {
  const announced = request.headers['content-length'];
  if (announced !== undefined) requireSize(Number(announced), bytes);
  const file = await open(path, 'wx', 0o600);
  try {
    let received = 0;
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      received += (chunk as Buffer).length;
      if (received > bytes) requireSize(received, bytes);
      await file.write(chunk as Buffer);
    }
    requireSize(received, bytes);
  } finally {
    await file.close();
    request.resume();
  }
}

function requireSize(found: number, expected: number): void {
  if (found === expected) return;
  if (found > MAX_FILE_BYTES) throw new UploadProblem('FILE_TOO_LARGE');
  throw new UploadProblem(found === 0 ? 'FILE_EMPTY' : 'FILE_SIZE_DIFFERS');
}

/** SHA-256 of a file, in hexadecimal, and its size. */
export async function digestOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  let bytes = 0;
  for await (const chunk of file.createReadStream()) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** The nginx of docs/nginx.conf as it is, but for its ports, its certificate and its folders. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('../../docs/nginx.conf', import.meta.url));

export interface TestNginx {
  /** https, with a certificate that nobody vouches for. */
  url: string;
  /** The ports of the processes that had a socket which has ended by now. */
  socketsWereAt(): Set<number>;
  stop(): Promise<void>;
}

/**
 * @param port where it listens.
 * @param ports of the two processes behind it.
 */
export async function startNginx(port: number, ports: readonly number[]): Promise<TestNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-nginx-'));
  const [certificate, key] = makeCertificate(folder);
  const site = replaced(readFileSync(SITE, 'utf8'), [
    ['127.0.0.1:4001', `127.0.0.1:${ports[0]}`],
    ['127.0.0.1:4002', `127.0.0.1:${ports[1]}`],
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['/etc/ssl/redress.pem', certificate],
    ['/etc/ssl/redress.key', key],
  ]);
  writeFileSync(join(folder, 'site.conf'), site);
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  for (const name of folders) mkdirSync(join(folder, name));
  const main = `daemon off;
    pid ${folder}/pid;
    error_log ${folder}/error.log;
    events {}
    http { log_format went '$status $upstream_addr'; access_log ${folder}/access.log went; ${folders.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')} include ${folder}/site.conf; }`;
  writeFileSync(join(folder, 'nginx.conf'), main);
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' });
  await listening(port);
  return {
    url: `https://localhost:${port}`,
    socketsWereAt() {
      const lines = readFileSync(join(folder, 'access.log'), 'utf8').split('\n');
      // A request that was sent on to the other process names both; the last one answered.
      return new Set(lines.filter((line) => line.startsWith('101 ')).map((line) => Number(line.split(':').at(-1))));
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A certificate for localhost, of a day. */
function makeCertificate(folder: string): [string, string] {
  const [certificate, key] = [join(folder, 'site.pem'), join(folder, 'site.key')];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
    ...['-subj', '/CN=localhost', '-keyout', key, '-out', certificate],
  ]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr.toString()}`);
  return [certificate, key];
}

/** What the file says in other words has changed beneath this test: it then has to be looked at. */
function replaced(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((rest, [from, to]) => {
    if (!rest.includes(from)) throw new Error(`docs/nginx.conf does not say "${from}"`);
    return rest.replace(from, to);
  }, text);
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const probe = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(probe, 'connect').then(() => true),
      once(probe, 'close').then(() => false),
    ]).catch(() => false);
    probe.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`nothing listens on ${port}`);
}

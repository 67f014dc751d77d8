/** The environment, read once and nowhere else. A wrong value is named and refused before anything starts. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { FileSettings } from './files/storage.ts';
import { OVERLOAD_LIMITS } from './http/overload.ts';
import type { OverloadLimits } from './http/overload.ts';

const port = z.coerce
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .min(0, 'must lie between 0 and 65535')
  .max(65_535, 'must lie between 0 and 65535');

const aboveZero = z.coerce
  .number({ error: 'must be a number' })
  .int('must be a whole number')
  .min(1, 'must be at least 1');

const limit = z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(0, 'must be at least 0');

const flag = z
  .enum(['0', '1', 'true', 'false'], { error: 'must be 0 or 1' })
  .transform((value) => value === '1' || value === 'true');

const databaseUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value), {
  error: 'must be a PostgreSQL URL, such as postgres://user:password@host:5432/redress',
});

const busUrl = z.string().refine((value) => /^(nats|tls|rediss?):\/\//.test(value) && URL.canParse(value), {
  error: 'must be the URL of NATS or Redis, such as nats://bus.internal:4222 or redis://bus.internal:6379',
});

const origins = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine((values) => values.every(isOrigin), {
    error: 'must be origins separated by commas, such as https://redress.example.com',
  });

const smtpUrl = z.string().refine((value) => /^smtps?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be an SMTP URL, such as smtps://user:password@mail.example.com',
});

const webUrl = z.string().refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
  error: 'must be a web address, such as https://s3.example.com',
});

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const shape = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  BUS_URL: busUrl.optional(),
  DEMO: flag.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  PUBLIC_ORIGIN: origins.default([]),
  TRUST_PROXY: flag.default(false),
  COST_PER_MINUTE: aboveZero.optional(),
  RESUME_HOURS: aboveZero.default(72),
  OVERLOAD_DELAY_MS: limit.default(OVERLOAD_LIMITS.delayMs),
  OVERLOAD_WAITING: limit.default(OVERLOAD_LIMITS.waiting),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, {
      error: 'must be an address, such as Redress <redress@example.com>',
    })
    .optional(),
  SMS_URL: webUrl.optional(),
  SMS_SECRET: z.string().optional(),
  ROBOT_ORIGINS: origins.default([]),
  FILES_DIR: z.string().optional(),
  FILES_S3_ENDPOINT: webUrl.optional(),
  FILES_S3_BUCKET: z.string().optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  FILES_S3_ACCESS_KEY: z.string().optional(),
  FILES_S3_SECRET_KEY: z.string().optional(),
});

/** Together they name a bucket; one alone is a mistake. */
const BUCKET = ['FILES_S3_ENDPOINT', 'FILES_S3_BUCKET', 'FILES_S3_ACCESS_KEY', 'FILES_S3_SECRET_KEY'] as const;

const whole = shape
  .refine((given) => given.DATABASE_OWNER_URL === undefined || given.DATABASE_URL !== undefined, {
    path: ['DATABASE_OWNER_URL'],
    error: 'is for migrations; DATABASE_URL has to say as whom the product works',
  })
  .refine((given) => given.SMTP_URL === undefined || given.MAIL_FROM !== undefined, {
    path: ['SMTP_URL'],
    error: 'needs MAIL_FROM beside it: whom the mail comes from',
  })
  .refine((given) => given.SMS_SECRET === undefined || given.SMS_URL !== undefined, {
    path: ['SMS_SECRET'],
    error: 'is what requests to SMS_URL are signed with; there is none',
  })
  .check(({ value, issues }) => {
    const missing = BUCKET.filter((name) => value[name] === undefined);
    if (missing.length === BUCKET.length) return;
    for (const name of missing) {
      const message = 'is missing: a bucket is named by its endpoint, its name and its two keys';
      issues.push({ code: 'custom', input: undefined, path: [name], message });
    }
  });

export interface Env {
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** Absolute. Where the embedded PostgreSQL keeps everything. */
  dataDir: string;
  /** Null: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** The owner of the tables there, for migrations alone; null: `databaseUrl` is the owner's. */
  databaseOwnerUrl: string | null;
  /** NATS or Redis, to carry wake-ups between processes; null: NOTIFY does. */
  busUrl: string | null;
  /** Null: not said, so an empty embedded database gets the demo company, another database doesn't. */
  demo: boolean | null;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Origins from which browsers may call; empty: the one that the request itself names as its host. */
  publicOrigins: string[];
  /** Whether X-Forwarded-For and X-Forwarded-Proto come from a proxy of our own. */
  trustProxy: boolean;
  /** What one caller may ask for in a minute, in the units of operation costs; undefined: more than can be delivered. */
  costPerMinute?: number;
  /** How long ago a board's last cursor may be for it to go on from there. */
  resumeHours: number;
  /** From where on requests are sent away: the event loop's delay in ms, and statements that wait for the database. */
  overload: OverloadLimits;
  /** The company's mail server, and whom mail comes from; null: nothing goes out by e-mail. */
  mail: { url: string; from: string } | null;
  /** The company's gateway for text messages, and what requests to it are signed with; null: nobody gets any. */
  sms: { url: string; secret: string | null } | null;
  /** Origins, beside the vendors' own, at which robots may be called: the company's gateways. */
  robotOrigins: string[];
  /** Where the files of complaints lie. */
  files: FileSettings;
}

/** One sentence for each value that can't be used. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/**
 * Parses the variables. Empty ones count as absent, so `PORT= npx pnpm start` means the default.
 *
 * @param root folder that a relative DATA_DIR is looked for in: where the repository lies, wherever the command runs.
 * @throws EnvError naming each wrong variable and what it has to be.
 */
export function parseEnv(root: string, variables: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(
    Object.keys(shape.shape)
      .map((name) => [name, variables[name]?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = whole.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      // A URL may carry a password, a key is one: no log and no terminal has to repeat them.
      return given[name] === undefined || /_URL$|_KEY$|_SECRET$/.test(name)
        ? `${name} ${issue.message}.`
        : `${name} ${issue.message}; it is "${given[name]}".`;
    });
    throw new EnvError([...new Set(sentences)].join('\n'));
  }
  const { data } = parsed;
  const at = (folder: string) => resolve(root, folder.replace(/^~(?=$|\/)/, homedir()));
  const dataDir = at(data.DATA_DIR);
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir,
    databaseUrl: data.DATABASE_URL ?? null,
    databaseOwnerUrl: data.DATABASE_OWNER_URL ?? null,
    busUrl: data.BUS_URL ?? null,
    demo: data.DEMO ?? null,
    logLevel: data.LOG_LEVEL,
    publicOrigins: data.PUBLIC_ORIGIN,
    trustProxy: data.TRUST_PROXY,
    costPerMinute: data.COST_PER_MINUTE,
    resumeHours: data.RESUME_HOURS,
    overload: { delayMs: data.OVERLOAD_DELAY_MS, waiting: data.OVERLOAD_WAITING },
    mail: data.SMTP_URL === undefined ? null : { url: data.SMTP_URL, from: data.MAIL_FROM! },
    sms: data.SMS_URL === undefined ? null : { url: data.SMS_URL, secret: data.SMS_SECRET ?? null },
    robotOrigins: data.ROBOT_ORIGINS,
    files: { folder: data.FILES_DIR === undefined ? join(dataDir, 'files') : at(data.FILES_DIR), s3: bucketOf(data) },
  };
}

function bucketOf(data: z.infer<typeof shape>): FileSettings['s3'] {
  const { FILES_S3_ENDPOINT: endpoint, FILES_S3_BUCKET: bucket, FILES_S3_REGION: region } = data;
  const { FILES_S3_ACCESS_KEY: accessKey, FILES_S3_SECRET_KEY: secretKey } = data;
  if (endpoint === undefined || bucket === undefined || accessKey === undefined || secretKey === undefined) return null;
  return { endpoint, bucket, region, accessKey, secretKey };
}

function isOrigin(value: string): boolean {
  try {
    return /^https?:/.test(value) && new URL(value).origin === value;
  } catch {
    return false;
  }
}

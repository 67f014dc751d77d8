import { describe, expect, test } from 'vitest';
import { EnvError, parseEnv } from '@redress/api/env';

const ROOT = '/srv/redress';

function refusal(variables: Record<string, string>): string {
  try {
    parseEnv(ROOT, variables);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the environment', () => {
  test('[ENV1] has a default for everything', () => {
    expect(parseEnv(ROOT, {})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataDir: '/srv/redress/.data',
      databaseUrl: null,
      databaseOwnerUrl: null,
      busUrl: null,
      demo: null,
      logLevel: 'info',
      publicOrigins: [],
      trustProxy: false,
      resumeHours: 72,
      overload: { delayMs: 250, waiting: 200 },
      mail: null,
      sms: null,
      robotOrigins: [],
      files: { folder: '/srv/redress/.data/files', s3: null },
    });
    expect(parseEnv(ROOT, { PORT: '', DATABASE_URL: ' ' })).toEqual(parseEnv(ROOT, {}));
  });

  test('[ENV2] a folder is looked for in the repository, wherever the command runs', () => {
    expect(parseEnv(ROOT, { DATA_DIR: 'data/here' }).dataDir).toBe('/srv/redress/data/here');
    expect(parseEnv(ROOT, { DATA_DIR: '/var/lib/redress' }).dataDir).toBe('/var/lib/redress');
  });

  test('[FL10] files lie beside the data, in a folder of their own, or in a bucket', () => {
    expect(parseEnv(ROOT, { DATA_DIR: '/var/lib/redress' }).files.folder).toBe('/var/lib/redress/files');
    expect(parseEnv(ROOT, { FILES_DIR: '/mnt/files' }).files).toEqual({ folder: '/mnt/files', s3: null });
    const bucket = {
      FILES_S3_ENDPOINT: 'https://s3.example.com',
      FILES_S3_BUCKET: 'files',
      FILES_S3_ACCESS_KEY: 'a',
      FILES_S3_SECRET_KEY: 'b',
    };
    expect(parseEnv(ROOT, bucket).files.s3).toEqual({
      endpoint: 'https://s3.example.com',
      bucket: 'files',
      region: 'us-east-1',
      accessKey: 'a',
      secretKey: 'b',
    });
  });

  test.each([
    ['PORT', 'http', /^PORT must be a number; it is "http"\.$/],
    ['PORT', '70000', /^PORT must lie between 0 and 65535/],
    ['PORT', '80.5', /^PORT must be a whole number/],
    ['DATABASE_URL', 'mysql://localhost/x', /^DATABASE_URL must be a PostgreSQL URL/],
    [
      'DATABASE_OWNER_URL',
      'postgres://owner@localhost/redress',
      /^DATABASE_OWNER_URL is for migrations; DATABASE_URL has/,
    ],
    ['BUS_URL', 'kafka://bus.internal', /^BUS_URL must be the URL of NATS or Redis/],
    ['SMTP_URL', 'http://mail.example.com', /^SMTP_URL must be an SMTP URL/],
    ['SMTP_URL', 'smtp://mail.example.com', /^SMTP_URL needs MAIL_FROM/],
    ['MAIL_FROM', 'nobody', /^MAIL_FROM must be an address/],
    ['ROBOT_ORIGINS', 'gateway', /^ROBOT_ORIGINS must be origins/],
    ['FILES_S3_ENDPOINT', 's3.example.com', /^FILES_S3_ENDPOINT must be a web address/],
    ['FILES_S3_BUCKET', 'files', /^FILES_S3_ENDPOINT is missing/],
    ['DEMO', 'maybe', /^DEMO must be 0 or 1; it is "maybe"\.$/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of fatal, /],
    ['PUBLIC_ORIGIN', 'redress.example.com', /^PUBLIC_ORIGIN must be origins/],
    ['PUBLIC_ORIGIN', 'https://redress.example.com/board', /^PUBLIC_ORIGIN must be origins/],
  ])('[ENV3] %s=%s is named and refused', (name, value, sentence) => {
    expect(refusal({ [name]: value })).toMatch(sentence);
  });

  test('[ENV3] every wrong value is named at once, and a password is not repeated', () => {
    const wrong = 'http://user:secret@host/db';
    const message = refusal({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: wrong, DATABASE_OWNER_URL: wrong });
    expect(message.split('\n')).toHaveLength(4);
    expect(message).not.toContain('secret');
  });
});

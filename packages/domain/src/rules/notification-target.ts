/**
 * Where notifications may go beside the inbox (docs/SPEC.md, NX1–NX2): an e-mail address, or the URL of a group's robot.
 * The server itself calls that URL, so only the vendors' own hosts, and those that the operator named, are taken: nobody
 * aims the server at addresses inside the company's network.
 */
import type { NotificationChannelKind } from './vocabulary.ts';

export type RobotKind = Exclude<NotificationChannelKind, 'EMAIL'>;

/** What is wrong: the field, and a key of the contract's message catalogue. */
export interface TargetIssue {
  path: 'target' | 'secret';
  key: 'required' | 'malformedEmail' | 'malformedRobotUrl' | 'foreignRobotHost' | 'robotWithoutSecret' | 'tooLong';
  values?: { max: number } | { hosts: string };
}

/** Ways of one member: more are a mistake, or somebody's trick. */
export const MAX_CHANNELS = 10;

/** Of an address that mail is sent to (RFC 5321), of a URL and of a secret. */
const MAX_EMAIL = 254;
const MAX_URL = 500;
const MAX_SECRET = 200;

/** Neither quotes nor blanks nor control characters: what every mail server takes, and no header can be broken with. */
const EMAIL = /^[^\s@<>()[\],;:\\"\p{Cc}]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}]{2,}$/u;

/** The addresses at which the vendors take what robots say, with the token in the place where each has it. */
const VENDORS: Record<RobotKind, { hosts: readonly string[]; path: RegExp; parameter: string | null }> = {
  WECOM: { hosts: ['qyapi.weixin.qq.com'], path: /^\/cgi-bin\/webhook\/send$/, parameter: 'key' },
  DINGTALK: { hosts: ['oapi.dingtalk.com'], path: /^\/robot\/send$/, parameter: 'access_token' },
  FEISHU: {
    hosts: ['open.feishu.cn', 'open.larksuite.com'],
    path: /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/,
    parameter: null,
  },
};

/** Where a robot of this kind may be: at its vendor's hosts, and at the origins that the operator added. */
export function robotAddresses(kind: RobotKind, origins: readonly string[]): string[] {
  return [...VENDORS[kind].hosts.map((host) => `https://${host}`), ...origins];
}

/** A robot's token is shown by so many of its last signs, and only where that leaves most of it unknown. */
const SHOWN_OF_TOKEN = 4;
const LEAST_TOKEN = 16;

/**
 * A target as it is shown: of a robot where it is and how it ends, since who knows its whole address speaks to the group
 * as the company does.
 */
export function shownTarget(kind: NotificationChannelKind, target: string): string {
  if (kind === 'EMAIL' || !URL.canParse(target)) return target;
  const { host, pathname, search } = new URL(target);
  const token = pathname + search;
  return `${host}/…${token.length < LEAST_TOKEN ? '' : token.slice(-SHOWN_OF_TOKEN)}`;
}

/** The target as it is kept: without blanks around it, of an e-mail address with its domain in small letters. */
export function normalTarget(kind: NotificationChannelKind, target: string): string {
  const trimmed = target.trim();
  if (kind !== 'EMAIL') return trimmed;
  const at = trimmed.lastIndexOf('@');
  return at === -1 ? trimmed : trimmed.slice(0, at) + trimmed.slice(at).toLowerCase();
}

/**
 * What is wrong with a channel's target and secret; nothing when it can be sent to. `target` is a normal one,
 * `origins` are those that the operator added, such as `https://robots.example.com`.
 */
export function targetIssues(
  kind: NotificationChannelKind,
  target: string,
  secret: string | null,
  origins: readonly string[],
): TargetIssue[] {
  const issues: TargetIssue[] = [];
  const wrong = kind === 'EMAIL' ? emailIssue(target) : robotIssue(kind, target, origins);
  if (wrong !== null) issues.push(wrong);
  if (secret !== null && (kind === 'EMAIL' || kind === 'WECOM')) {
    issues.push({ path: 'secret', key: 'robotWithoutSecret' });
  } else if (secret !== null && secret.length > MAX_SECRET) {
    issues.push({ path: 'secret', key: 'tooLong', values: { max: MAX_SECRET } });
  }
  return issues;
}

/**
 * The URL of a robot if it may be called, else null. It is asked again before each call: what the operator allows may
 * have changed since the channel was made.
 */
export function callableRobot(kind: RobotKind, target: string, origins: readonly string[]): URL | null {
  return robotIssue(kind, target, origins) === null ? new URL(target) : null;
}

function emailIssue(target: string): TargetIssue | null {
  if (target === '') return { path: 'target', key: 'required' };
  if (target.length > MAX_EMAIL) return { path: 'target', key: 'tooLong', values: { max: MAX_EMAIL } };
  return EMAIL.test(target) ? null : { path: 'target', key: 'malformedEmail' };
}

function robotIssue(kind: RobotKind, target: string, origins: readonly string[]): TargetIssue | null {
  if (target === '') return { path: 'target', key: 'required' };
  if (target.length > MAX_URL) return { path: 'target', key: 'tooLong', values: { max: MAX_URL } };
  if (!URL.canParse(target)) return { path: 'target', key: 'malformedRobotUrl' };
  const url = new URL(target);
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return { path: 'target', key: 'malformedRobotUrl' };
  // A gateway of the company's own may take robots' messages at any path.
  if (origins.includes(url.origin)) return null;
  const { hosts, path, parameter } = VENDORS[kind];
  // `host`, not `hostname`: another port is another service.
  if (url.protocol !== 'https:' || !hosts.includes(url.host)) {
    return { path: 'target', key: 'foreignRobotHost', values: { hosts: robotAddresses(kind, origins).join(', ') } };
  }
  const hasToken = parameter === null || (url.searchParams.get(parameter) ?? '') !== '';
  return path.test(url.pathname) && hasToken ? null : { path: 'target', key: 'malformedRobotUrl' };
}

/** Calls a robot and understands its answer: the vendors answer 200 whatever happened, and say in the body what did. */
import { callableRobot } from '@redress/domain/rules/notification-target';
import type { RobotKind } from '@redress/domain/rules/notification-target';
import type { OutboundMessage } from './message.ts';
import type { DeliveryProblem } from './problem.ts';
import { cardOf } from './robot-cards.ts';
import { signRequest } from './robot-signature.ts';

export interface Robot {
  kind: RobotKind;
  target: string;
  /** Unsealed; null when the robot does not sign. */
  secret: string | null;
}

const TIMEOUT_MS = 10_000;
/** Their answers are a line of JSON. */
const MAX_ANSWER = 16_384;

/** Codes that mean: later. Everything else but 0 means that the robot will never say it. */
const PASSING: Record<RobotKind, Record<number, DeliveryProblem>> = {
  WECOM: { [-1]: 'ROBOT_FAULT', 45009: 'RATE_LIMITED', 45033: 'RATE_LIMITED' },
  DINGTALK: { [-1]: 'ROBOT_FAULT', 130101: 'RATE_LIMITED', 410100: 'RATE_LIMITED', 660026: 'RATE_LIMITED' },
  FEISHU: { 11232: 'RATE_LIMITED', 11233: 'RATE_LIMITED', 18100: 'ROBOT_FAULT' },
};

/** Gives null when the robot said it, else why not. `origins` are those that the operator added. */
export async function callRobot(
  { kind, target, secret }: Robot,
  message: OutboundMessage,
  { origins, now, signal }: { origins: readonly string[]; now: Date; signal?: AbortSignal },
): Promise<DeliveryProblem | null> {
  const url = callableRobot(kind, target, origins);
  if (url === null) return 'ROBOT_FORBIDDEN';
  const request = signRequest(kind, { url, body: cardOf(kind, message) }, secret, now);
  const late = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(request.body),
      // An answer that sends us elsewhere would send us to an address that nobody allowed.
      redirect: 'error',
      signal: signal === undefined ? late : AbortSignal.any([late, signal]),
    });
    if (response.status === 429) return 'RATE_LIMITED';
    if (response.status >= 500) return 'ROBOT_FAULT';
    return problemOf(kind, await readShort(response));
  } catch {
    return late.aborted ? 'TIMED_OUT' : 'UNREACHABLE';
  }
}

function problemOf(kind: RobotKind, text: string): DeliveryProblem | null {
  const code = codeIn(text);
  // Something else than a robot answered, such as a gateway with a page of its own.
  if (code === null) return 'ROBOT_FAULT';
  return code === 0 ? null : (PASSING[kind][code] ?? 'ROBOT_REFUSED');
}

/** WeCom and DingTalk say `errcode`, Feishu `code` and, where it is old, `StatusCode`. */
function codeIn(text: string): number | null {
  try {
    const answer = JSON.parse(text) as Partial<Record<'errcode' | 'code' | 'StatusCode', unknown>> | null;
    const code = answer?.errcode ?? answer?.code ?? answer?.StatusCode;
    return typeof code === 'number' ? code : null;
  } catch {
    return null;
  }
}

async function readShort(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MAX_ANSWER) return '';
  }
  return text;
}

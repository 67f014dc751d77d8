/** How DingTalk and Feishu robots know that a message comes from who was given their secret. */
import { createHmac } from 'node:crypto';
import type { RobotKind } from '@redress/domain/rules/notification-target';

export interface SignedRequest {
  url: URL;
  body: Record<string, unknown>;
}

/** The request with its signature: DingTalk reads it in the address, Feishu in the body; WeCom has none. */
export function signRequest(kind: RobotKind, request: SignedRequest, secret: string | null, now: Date): SignedRequest {
  if (secret === null || kind === 'WECOM') return request;
  if (kind === 'DINGTALK') {
    const timestamp = String(now.getTime());
    const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    const url = new URL(request.url);
    url.searchParams.set('timestamp', timestamp);
    url.searchParams.set('sign', sign);
    return { ...request, url };
  }
  // Feishu takes time and secret for the key, and signs nothing.
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
  return { ...request, body: { timestamp, sign, ...request.body } };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callableRobot, normalTarget, shownTarget, targetIssues } from '@redress/domain/rules/notification-target';
import type { RobotKind } from '@redress/domain/rules/notification-target';
import type { NotificationChannelKind } from '@redress/domain/rules/vocabulary';

const ROBOTS: Record<RobotKind, string> = {
  WECOM: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa',
  DINGTALK: 'https://oapi.dingtalk.com/robot/send?access_token=66d95',
  FEISHU: 'https://open.feishu.cn/open-apis/bot/v2/hook/2f0c6ad4-1a2b',
};
const KINDS = Object.keys(ROBOTS) as RobotKind[];
const keys = (kind: NotificationChannelKind, target: string, secret: string | null = null, origins: string[] = []) =>
  targetIssues(kind, target, secret, origins).map(({ key }) => key);

describe('a target of notifications', () => {
  test('[NX1] is an e-mail address that no header can be broken with', () => {
    expect(keys('EMAIL', 'li.na@example.com')).toEqual([]);
    expect(keys('EMAIL', '李娜@例子.公司')).toEqual([]);
    for (const target of ['li.na', 'a@b', 'a b@example.com', 'a@example.com\r\nBcc: b@example.com', '<a@example.com>'])
      expect(keys('EMAIL', target), target).toEqual(['malformedEmail']);
    expect(keys('EMAIL', '')).toEqual(['required']);
    expect(keys('EMAIL', `${'a'.repeat(250)}@example.com`)).toEqual(['tooLong']);
    expect(normalTarget('EMAIL', ' Li.Na@Example.COM ')).toBe('Li.Na@example.com');
  });

  test.each(KINDS)("[NX2] is a robot's URL at the host of %s, with its token", (kind) => {
    expect(keys(kind, ROBOTS[kind])).toEqual([]);
    const url = new URL(ROBOTS[kind]);
    expect(keys(kind, `${url.origin}/elsewhere`)).toEqual(['malformedRobotUrl']);
    for (const other of KINDS.filter((each) => each !== kind)) {
      expect(keys(kind, ROBOTS[other])).toEqual(['foreignRobotHost']);
    }
    expect(keys(kind, ROBOTS[kind].replace('https:', 'http:'))).toEqual(['foreignRobotHost']);
    expect(keys(kind, ROBOTS[kind].replace(url.host, `${url.host}:8443`))).toEqual(['foreignRobotHost']);
    expect(keys(kind, ROBOTS[kind].replace(url.host, `${url.host}.evil.example`))).toEqual(['foreignRobotHost']);
    expect(keys(kind, ROBOTS[kind].replace('//', '//a:b@'))).toEqual(['malformedRobotUrl']);
  });

  test('[NX2] is nothing inside the network, unless the operator named its origin', () => {
    const inner = ['http://127.0.0.1:9200/', 'https://169.254.169.254/latest', 'https://[::1]/', 'file:///etc/passwd'];
    for (const kind of KINDS) {
      for (const target of inner) expect(keys(kind, target), target).toEqual(['foreignRobotHost']);
      expect(keys(kind, 'https://robots.example.com/x', null, ['https://robots.example.com'])).toEqual([]);
      expect(keys(kind, 'https://robots.example.com:1/x', null, ['https://robots.example.com'])).toHaveLength(1);
      expect(callableRobot(kind, 'https://robots.example.com/x', [])).toBeNull();
    }
  });

  test('[NX2] of whatever text, is called only where it may be', () => {
    const hosts = ['qyapi.weixin.qq.com', 'oapi.dingtalk.com', 'open.feishu.cn', 'open.larksuite.com'];
    const part = fc.oneof(
      fc.constantFrom(...hosts, '127.0.0.1', '@', ':8443', '/robot/send?access_token=1', '\\'),
      fc.string(),
    );
    const text = fc.tuple(fc.constantFrom('https://', 'http://', ''), fc.array(part, { maxLength: 4 }));
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), text, (kind, [scheme, parts]) => {
        const url = callableRobot(kind, scheme + parts.join(''), []);
        if (url === null) return;
        expect(url.protocol).toBe('https:');
        expect(hosts).toContain(url.host);
      }),
    );
  });

  test('[NX2] has a secret only where its kind of robot signs', () => {
    expect(keys('DINGTALK', ROBOTS.DINGTALK, 'SEC1')).toEqual([]);
    expect(keys('FEISHU', ROBOTS.FEISHU, 's')).toEqual([]);
    expect(keys('WECOM', ROBOTS.WECOM, 's')).toEqual(['robotWithoutSecret']);
    expect(keys('EMAIL', 'a@example.com', 's')).toEqual(['robotWithoutSecret']);
    expect(keys('FEISHU', ROBOTS.FEISHU, 's'.repeat(201))).toEqual(['tooLong']);
  });
});

describe('a target as it is shown', () => {
  test('[NX22] tells where a robot is and how its address ends, never its token', () => {
    expect(shownTarget('WECOM', ROBOTS.WECOM)).toBe('qyapi.weixin.qq.com/…5aaa');
    expect(shownTarget('FEISHU', ROBOTS.FEISHU)).toBe('open.feishu.cn/…1a2b');
    expect(shownTarget('DINGTALK', 'https://robots.example.com/x?t=1')).toBe('robots.example.com/…');
    expect(shownTarget('EMAIL', 'li.na@example.com')).toBe('li.na@example.com');
  });
});

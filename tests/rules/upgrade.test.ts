import { describe, expect, test } from 'vitest';
import { EVENT_VERSIONS } from '@redress/domain/events/types';
import type { EventType } from '@redress/domain/events/types';
import { upgradePayload } from '@redress/domain/events/upgrade';

const TYPES = Object.keys(EVENT_VERSIONS) as EventType[];

describe('old payloads', () => {
  test.each(TYPES)('[EV4] %s in today’s version is read as it is', (type) => {
    const payload = { id: 'x' };
    expect(upgradePayload(type, EVENT_VERSIONS[type], payload)).toEqual({ id: 'x' });
  });

  test.each(TYPES)('[EV4] %s of a version from the future is not guessed at', (type) => {
    expect(() => upgradePayload(type, EVENT_VERSIONS[type] + 1, {})).toThrow(/update this server/);
  });

  test('[EV4] nor is a type that this server does not know', () => {
    expect(() => upgradePayload('CustomerForgiven' as EventType, 1, {})).toThrow(/CustomerForgiven/);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CUSTOMER_MESSAGE_SHAPE,
  DEFAULT_MESSAGES,
  fillMessage,
  pointsOf,
} from '@redress/domain/rules/customer-message';
import { CUSTOMER_MESSAGE_POINTS } from '@redress/domain/rules/vocabulary';

const PLACES = { number: 'C-2026-000001', link: 'https://redress.example.com/t' };
const shaped = (zh: string) => CUSTOMER_MESSAGE_SHAPE.safeParse({ isOn: true, zh, en: 'Hello' });
const event = (type: string, payload: Record<string, unknown> = {}) => ({ type, payload });

describe('what customers are told', () => {
  test('[CN1] each point by its event, in their order, however the change orders them', () => {
    const all = [
      event('SurveyAsked'),
      event('ComplaintRegistered'),
      event('ComplaintMoved', { toStage: 'FOLLOWING_UP', reopenedRound: null }),
      event('ResolutionOffered'),
      event('ComplaintClaimed'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (events) => {
        expect(pointsOf(events, true)).toEqual(['RECEIVED', 'TAKEN_ON', 'RESOLUTION_OFFERED', 'SURVEY_ASKED']);
      }),
    );
    expect(pointsOf([event('ResolutionOffered')], false)).toEqual([]);
    expect(pointsOf([event('ComplaintMoved', { toStage: 'CLOSED', reopenedRound: null })], false)).toEqual(['CLOSED']);
    expect(pointsOf([event('ComplaintMoved', { toStage: 'CONFIRMED', reopenedRound: 2 })], false)).toEqual([
      'REOPENED',
    ]);
    expect(pointsOf([event('CommentAdded'), event('SurveyReminded')], false)).toEqual(['SURVEY_REMINDED']);
  });

  test('[CN6] a message has room for its number and its link, and for nothing of the case', () => {
    expect(fillMessage('{number}：{link}', PLACES)).toBe('C-2026-000001：https://redress.example.com/t');
    for (const text of ['{customer}', '{subject}', '{link', '{}']) {
      expect(shaped(text).error?.issues[0]?.message).toBe('unknownPlace');
    }
    for (const point of CUSTOMER_MESSAGE_POINTS) {
      expect(CUSTOMER_MESSAGE_SHAPE.safeParse(DEFAULT_MESSAGES[point]).success).toBe(true);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { CONTENT_REQUIREMENTS, unmetContent } from '@redress/domain/rules/case-content';
import type { CaseContent } from '@redress/domain/rules/case-content';
import { DEFAULT_CRITERIA, unmetToLeave } from '@redress/domain/rules/stages';
import { COMPLAINT_KINDS } from '@redress/domain/rules/vocabulary';

const at = new Date('2026-11-02T08:00:00Z');
const EMPTY: CaseContent = {
  kind: 'COMPLAINT',
  severity: 'IMPORTANT',
  validity: 'UNDETERMINED',
  rootCauseCode: null,
  reportedAt: null,
  consultedAt: null,
  offeredAt: null,
  resolutionsAgreed: 0,
  resolutionsUnapproved: 0,
  resolutionsOpen: 0,
  surveyScore: null,
  surveyGivenUpAt: null,
  finalAnsweredAt: null,
  summarisedAt: null,
  isRegulator: true,
  isGroup: false,
  regulatorOutcomeAt: null,
};
const FULL: CaseContent = {
  ...EMPTY,
  validity: 'FOUNDED',
  rootCauseCode: 'process.booking',
  reportedAt: at,
  consultedAt: at,
  offeredAt: at,
  resolutionsAgreed: 1,
  surveyScore: 4,
  summarisedAt: at,
  regulatorOutcomeAt: at,
};

describe('what the content of a case lacks', () => {
  test('[MV11] everything of an empty case but an approval that nothing takes, and nothing of a full one', () => {
    expect(unmetContent(EMPTY)).toEqual(CONTENT_REQUIREMENTS.filter((name) => name !== 'RESOLUTION_APPROVED'));
    expect(unmetContent(FULL)).toEqual([]);
  });

  test.each([
    ['VALIDITY', { validity: 'UNDETERMINED' }],
    ['ROOT_CAUSE', { rootCauseCode: null }],
    ['REPORT', { reportedAt: null }],
    ['CONSULTATION', { consultedAt: null }],
    ['RESOLUTION_OFFERED', { offeredAt: null }],
    ['RESOLUTION_APPROVED', { resolutionsUnapproved: 1 }],
    ['RESOLUTION_CARRIED_OUT', { resolutionsAgreed: 2, resolutionsOpen: 1 }],
    ['SURVEY', { surveyScore: 3 }],
    ['CLOSING_SUMMARY', { summarisedAt: null }],
    ['REGULATOR_OUTCOME', { regulatorOutcomeAt: null }],
  ] as const)('[MV11] %s is told when it alone is missing', (requirement, lack) => {
    expect(unmetContent({ ...FULL, ...lack })).toEqual([requirement]);
  });

  test('[MV11] no answer after the reminders stands for a verdict, and a score of 3 never does', () => {
    expect(unmetContent({ ...FULL, surveyScore: null, surveyGivenUpAt: at })).toEqual([]);
    expect(unmetContent({ ...FULL, surveyScore: 3 })).toEqual(['SURVEY']);
  });

  test('[MV11] what is GENERAL needs no consultation', () => {
    expect(unmetContent({ ...FULL, severity: 'GENERAL', consultedAt: null })).toEqual([]);
    expect(unmetContent({ ...FULL, severity: 'URGENT', consultedAt: null })).toEqual(['CONSULTATION']);
  });

  test.each(COMPLAINT_KINDS.filter((kind) => kind !== 'COMPLAINT'))(
    '[MV11] a %s is neither investigated nor settled',
    (kind) => {
      expect(unmetContent({ ...EMPTY, kind, isRegulator: false })).toEqual(['SURVEY', 'CLOSING_SUMMARY']);
    },
  );

  test('[MV11] a card is told what leaving its stage needs, not what later stages will', () => {
    const facts = {
      stage: 'INVESTIGATING' as const,
      hasCategory: true,
      hasSeverity: true,
      hasDepartment: true,
      isClaimed: true,
      factsConfirmed: true,
      firstContact: true,
      handoffPending: false,
      openDuties: 0,
      unmet: unmetContent(EMPTY),
    };
    const criteria = { ...DEFAULT_CRITERIA, INVESTIGATING: ['VALIDITY', 'DUTIES_ENDED'] as const };
    expect(unmetToLeave(facts, criteria)).toEqual(['VALIDITY']);
  });
});

test('[GC6] in the parent of a group nobody is settled with, and nobody is asked', () => {
  const unmet = unmetContent({ ...EMPTY, isGroup: true });
  for (const requirement of ['RESOLUTION_OFFERED', 'RESOLUTION_APPROVED', 'RESOLUTION_CARRIED_OUT', 'SURVEY'] as const)
    expect(unmet).not.toContain(requirement);
  expect(unmet).toContain('CLOSING_SUMMARY');
});

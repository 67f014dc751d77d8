/** What a story has of the content of its case, step by step: by the same rules that the product decides by. */
import { unmetContent } from '@redress/domain/rules/case-content';
import type { CaseContent } from '@redress/domain/rules/case-content';
import type { StageRequirement } from '@redress/domain/rules/stages';
import { DEFAULT_SURVEY } from '@redress/domain/rules/survey';
import type { MemberPrincipal } from '@redress/domain/rules/principal';
import type { DemoComplaint, DemoStep } from './demo-complaint.ts';
import { DemoResolutions } from './demo-resolutions.ts';
import type { Need } from './replay-commitments.ts';

export class DemoContent {
  private readonly complaint: DemoComplaint;
  private facts: CaseContent;
  private askedAgo: number | null = null;
  /** Those of the round; a step counts them through all rounds. */
  resolutions = new DemoResolutions();

  constructor(complaint: DemoComplaint) {
    this.complaint = complaint;
    this.facts = this.nothing();
  }

  /** What it lacks so many minutes before the loading. */
  unmetAt(ago: number): readonly StageRequirement[] {
    const surveyGivenUpAt = this.surveyWaits(ago) || this.askedAgo === null ? null : new Date(0);
    return unmetContent({ ...this.facts, ...this.resolutions.columns, surveyGivenUpAt });
  }

  /** Whether the customer's verdict is still to come. */
  surveyWaits(ago: number): boolean {
    if (this.askedAgo === null || this.facts.surveyScore !== null) return false;
    return this.askedAgo - ago < DEFAULT_SURVEY.expiryHours * 60;
  }

  /** Followed up: the customer is asked. */
  ask(ago: number): void {
    this.askedAgo = ago;
    this.facts.surveyScore = null;
  }

  /** A new round begins with nothing. */
  reset(): void {
    this.facts = this.nothing();
    this.askedAgo = null;
    this.resolutions = new DemoResolutions(this.resolutions.before + this.resolutions.count);
  }

  /** Takes what the step adds; false when it adds nothing. */
  play(step: DemoStep, actor: MemberPrincipal | null = null, need: Need = () => undefined): boolean {
    if (this.resolutions.play(step, actor, need)) return true;
    // Only whether something was done is looked at, so any moment will do.
    const done = new Date(0);
    switch (step.do) {
      case 'report':
        this.facts.reportedAt = done;
        return true;
      case 'validity':
        this.facts.validity = step.validity;
        return true;
      case 'cause':
        this.facts.rootCauseCode = step.code;
        return true;
      case 'consult':
        this.facts.consultedAt = done;
        return true;
      case 'survey':
        this.facts.surveyScore = step.outcome;
        return true;
      case 'summarise':
        this.facts.summarisedAt = done;
        return true;
      default:
        return false;
    }
  }

  private nothing(): CaseContent {
    const { kind = 'COMPLAINT', severity } = this.complaint;
    return {
      kind,
      severity,
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
      isRegulator: this.complaint.regulator !== undefined,
      regulatorOutcomeAt: null,
      isGroup: false,
    };
  }
}

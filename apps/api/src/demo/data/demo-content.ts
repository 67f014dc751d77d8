/** What a story has of the content of its case, step by step: by the same rules that the product decides by. */
import { unmetContent } from '@redress/domain/rules/case-content';
import type { CaseContent } from '@redress/domain/rules/case-content';
import type { StageRequirement } from '@redress/domain/rules/stages';
import type { DemoComplaint, DemoStep } from './demo-complaint.ts';

export class DemoContent {
  private readonly complaint: DemoComplaint;
  private facts: CaseContent;

  constructor(complaint: DemoComplaint) {
    this.complaint = complaint;
    this.facts = this.nothing();
  }

  get unmet(): readonly StageRequirement[] {
    return unmetContent(this.facts);
  }

  /** A new round begins with nothing. */
  reset(): void {
    this.facts = this.nothing();
  }

  /** Takes what the step adds; false when it adds nothing. */
  play(step: DemoStep): boolean {
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
      isRegulator: false,
      regulatorOutcomeAt: null,
      isGroup: false,
    };
  }
}

/** The words that the staff of the demo wrote in a step, whatever the step calls them. */
import type { DemoStep } from './demo-complaint.ts';

const TEXTS = ['summary', 'text', 'reason', 'what', 'note', 'message', 'words', 'proof', 'comment'] as const;

function entries(step: DemoStep): [string, string][] {
  const fields: { [K in keyof DemoStep | (typeof TEXTS)[number]]?: unknown } = step;
  return TEXTS.flatMap((field): [string, string][] => {
    const text = fields[field];
    return typeof text === 'string' ? [[field, text]] : [];
  });
}

/** What was written in the step. */
export function textsOfStep(step: DemoStep): string[] {
  return entries(step).map(([, text]) => text);
}

/** The step with every text as `render` has it. */
export function withTexts(step: DemoStep, render: (text: string) => string): DemoStep {
  const rendered = entries(step).map(([field, text]) => [field, render(text)]);
  return { ...step, ...Object.fromEntries(rendered) } as DemoStep;
}

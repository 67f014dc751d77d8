/** An answer to an offer that has not arrived yet: kept by this tab, so that neither a lost network nor a reload loses it. */
import { newKey, read, write } from './memory.ts';

export interface UnsentAnswer {
  /** The option that is answered, or that something else is proposed instead of. */
  resolutionId: string;
  answer: 'ACCEPT' | 'REFUSE' | 'PROPOSE';
  words: string;
  /** What is proposed, and how much, as it was typed. */
  kind: string;
  amount: string;
  /** What was sent under the key, as text; another answer travels under another. */
  sentAs: string | null;
  key: string;
}

const ANSWER = 'redress.track.answer';

export function rememberAnswer(answer: UnsentAnswer | null): void {
  write(ANSWER, answer);
}

export function rememberedAnswer(): UnsentAnswer | null {
  return read<UnsentAnswer>(ANSWER);
}

/** What the customer is about to say, before they have said anything. */
export function beginAnswer(resolutionId: string, answer: UnsentAnswer['answer']): UnsentAnswer {
  return { resolutionId, answer, words: '', kind: '', amount: '', sentAs: null, key: newKey() };
}

/** The answer as it is sent now: under a new key when it has changed since it was last sent. */
export function sendingAnswer(answer: UnsentAnswer): UnsentAnswer {
  const { resolutionId, answer: what, words, kind, amount } = answer;
  const said = JSON.stringify([resolutionId, what, words, kind, amount]);
  const same = answer.sentAs === null || answer.sentAs === said;
  return { ...answer, sentAs: said, key: same ? answer.key : newKey() };
}

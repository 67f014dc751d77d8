/** What is said in a delivery, before it is an e-mail or a card: a title, a few facts, and what can be done. */
import type { Locale } from '@redress/schema/context';

export interface OutboundLink {
  label: string;
  url: string;
  /** The one that most people will want. */
  primary: boolean;
}

export interface OutboundMessage {
  /** The same for each attempt, so that a second copy is known as one. */
  id: string;
  locale: Locale;
  /** No word of the customer or of the complaint: it is shown on locked screens. */
  title: string;
  /** What there is to say in a sentence or two; none where the facts say it. */
  text?: string;
  facts: { name: string; value: string }[];
  /** Answers first; the last one opens the complaint on the board. */
  links: OutboundLink[];
  footer: string;
  urgent: boolean;
}

import { useState } from 'react';
import { useClient } from 'urql';
import { useT } from '../../i18n/use-t.ts';
import type { PolicyValueInput } from './policy-form.ts';
import { previewQuery } from './settings-documents.ts';
import type { PolicyEffect } from './settings-documents.ts';

/** A refusal as every operation of the settings answers it. */
export interface Refused {
  message: string;
  issues?: readonly { path: readonly string[]; message: string }[];
}

export interface Preview {
  asking: boolean;
  /** What was asked last would do; null until it is known, and after `forget`. */
  effect: PolicyEffect | null;
  /** Asks; answers why there is no effect, or null when there is one. */
  ask: (key: string, value: PolicyValueInput) => Promise<Refused | null>;
  forget: () => void;
}

/** What saving a value of a policy would do to the complaints that are open now. */
export function usePolicyPreview(): Preview {
  const client = useClient();
  const t = useT();
  const [effect, setEffect] = useState<PolicyEffect | null>(null);
  const [asking, setAsking] = useState(false);
  return {
    asking,
    effect,
    async ask(key, value) {
      setEffect(null);
      setAsking(true);
      const variables = { input: { key, value } };
      const { data, error } = await client
        .query(previewQuery, variables, { requestPolicy: 'network-only' })
        .toPromise();
      setAsking(false);
      if (error !== undefined || data === undefined) return { message: t('settings.previewFailed') };
      if (data.policyPreview.__typename !== 'PolicyPreview') return data.policyPreview;
      setEffect(data.policyPreview);
      return null;
    },
    forget: () => setEffect(null),
  };
}

/** Why a message to a customer did not go out, in words: the codes of mail servers and gateways say little to people. */
import type { Translate } from '../../i18n/translate.ts';

const OWN = ['NO_ADDRESS', 'MAIL_NOT_CONFIGURED', 'SMS_NOT_CONFIGURED'] as const;
const REFUSED = ['RECIPIENT_REFUSED', 'MAIL_REFUSED', 'SMS_REFUSED'];

export function problemWords(problem: string, t: Translate): string {
  const own = OWN.find((code) => code === problem);
  if (own !== undefined) return t(`told.problem.${own}`);
  return t(REFUSED.includes(problem) ? 'told.problem.REFUSED' : 'told.problem.LATER');
}

import { defineMessages } from '../define-messages.ts';

export const complaintMessages = defineMessages({
  'zh-CN': {},
  en: {},
});

import { defineMessages } from '../define-messages.ts';

export const signInMessages = defineMessages({
  'zh-CN': {},
  en: {},
});

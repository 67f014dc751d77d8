import { defineMessages } from '../define-messages.ts';

export const registerMessages = defineMessages({
  'zh-CN': {},
  en: {},
});

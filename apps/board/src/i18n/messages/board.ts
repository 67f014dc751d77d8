import { defineMessages } from '../define-messages.ts';

export const boardMessages = defineMessages({
  'zh-CN': {},
  en: {},
});

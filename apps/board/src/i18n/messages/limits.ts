/** Limits of the work in progress, in the heads of the columns. */
import { defineMessages } from '../define-messages.ts';

export const limitMessages = defineMessages({
  'zh-CN': {
    'limits.of': '/ {limit, number}',
    'limits.over': '/ {limit, number}，超 {n, number} 件',
    'limits.title': '在办 {count, number} 件，上限 {limit, number} 件',
  },
  en: {
    'limits.of': '/ {limit, number}',
    'limits.over': '/ {limit, number}, {n, number} over',
    'limits.title': '{count, number} in progress, at most {limit, number}',
  },
});

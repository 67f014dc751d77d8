import { defineMessages } from '../define-messages.ts';

/** Who is here: comes with its own code. */
export const presenceMessages = defineMessages({
  'zh-CN': {
    'presence.title': '谁在看板上',
    'presence.count': '{n, plural, =0 {只有你在看板上} other {另有 # 人在看板上}}',
    'presence.atBoard': '在看板上',
    'presence.VIEWING': '在看 {number}',
    'presence.MOVING': '正在移动 {number}',
    'presence.EDITING': '正在填写 {number}',
    'presence.elsewhere': '在看另一件投诉',
    'presence.moving': '{name} 正在移动',
    'presence.editing': '{name} 正在填写',
  },
  en: {
    'presence.title': 'Who is on the board',
    'presence.count':
      '{n, plural, =0 {Only you are on the board} one {# other person is on the board} other {# other people are on the board}}',
    'presence.atBoard': 'at the board',
    'presence.VIEWING': 'looking at {number}',
    'presence.MOVING': 'moving {number}',
    'presence.EDITING': 'writing at {number}',
    'presence.elsewhere': 'at another complaint',
    'presence.moving': '{name} is moving it',
    'presence.editing': '{name} is writing',
  },
});

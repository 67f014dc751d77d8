/** Taking back what was just done on the board. */
import { defineMessages } from '../define-messages.ts';

export const undoMessages = defineMessages({
  'zh-CN': {
    'undo.label': '刚才做的',
    'undo.moved': '{number} 已移到{stage}',
    'undo.placed': '{number} 换了位置',
    'undo.assigned': '{number} 已改派',
    'undo.do': '撤销',
    'undo.reason': '撤销刚才的移动',
    'undo.undone': '{number}：已撤销。',
    'undo.tooLate': '{number} 之后又有变化，不能直接撤销；请打开投诉处理',
  },
  en: {
    'undo.label': 'What was just done',
    'undo.moved': '{number} was moved to {stage}',
    'undo.placed': '{number} was put in another place',
    'undo.assigned': '{number} was assigned',
    'undo.do': 'Undo',
    'undo.reason': 'Takes back the move just made',
    'undo.undone': '{number}: taken back.',
    'undo.tooLate': '{number} has changed since, and is not taken back. Open it to go on.',
  },
});

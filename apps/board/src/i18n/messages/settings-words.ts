/** The texts of contact templates in the settings. */
import { defineMessages } from '../define-messages.ts';

export const wordsSettingsMessages = defineMessages({
  'zh-CN': {
    'settings.section.CONTACT_TEMPLATE': '客户话术',
    'settings.words.new': '新建话术',
    'settings.words.code': '话术代码',
    'settings.words.code.hint': '联系记录用它来引用，保存后不能改',
    'settings.words.create': '填写内容',
    'settings.words.taken': '这个代码已经有话术了，请另取一个。',
    'settings.words.purpose': '用途',
    'settings.words.REPLY': '答复',
    'settings.words.APOLOGY': '致歉',
    'settings.words.THANKS': '致谢',
    'settings.words.zh': '中文',
    'settings.words.en': '英文',
    'settings.words.places':
      '大括号里的内容由投诉填写：customer 客户称呼，number 编号，department 主办部门，member 写信人，limit 下次联系时间。',
    'settings.reach.CONTACT_TEMPLATE': '不改变任何时限，已经记录的联系不变。',
    'settings.withdraw.CONTACT_TEMPLATE': '取消后，联系客户时不再提供这条话术；已经记录的联系不变。',
  },
  en: {
    'settings.section.CONTACT_TEMPLATE': 'Texts to customers',
    'settings.words.new': 'New text',
    'settings.words.code': 'Code of the text',
    'settings.words.code.hint': 'Contacts name it by this; it can’t change later',
    'settings.words.create': 'Write it',
    'settings.words.taken': 'There is a text with this code already. Take another.',
    'settings.words.purpose': 'What it is for',
    'settings.words.REPLY': 'Reply',
    'settings.words.APOLOGY': 'Apology',
    'settings.words.THANKS': 'Thanks',
    'settings.words.zh': 'In Chinese',
    'settings.words.en': 'In English',
    'settings.words.places':
      'What stands in braces is filled in from the complaint: customer, number, department (the handling one), member (who writes), limit (of the next contact).',
    'settings.reach.CONTACT_TEMPLATE': 'It moves no clock, and contacts that were recorded stay as they are.',
    'settings.withdraw.CONTACT_TEMPLATE':
      'From then on it is no longer offered for contacts. Those that were recorded stay as they are.',
  },
});

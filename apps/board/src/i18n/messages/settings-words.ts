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
    'settings.section.TRIAGE': '定级建议',
    'settings.triage.consequences': '可能有这样的后果，至少是',
    'settings.triage.public': '公开渠道：至少是重要',
    'settings.triage.read': '公开',
    'settings.triage.notRead': '不公开',
    'settings.triage.tiers': '会员等级：至少是重要',
    'settings.triage.tiersHint': '一行一个',
    'settings.triage.angry': '情绪激动的用词',
    'settings.triage.angryHint': '一行一个。有其中一个词，或者连着三个感叹号，建议升一级，并提醒主管。',
    'settings.reach.TRIAGE': '只影响今后登记的投诉和更正的可能后果，已定的等级不变。',
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
    'settings.section.TRIAGE': 'Severity',
    'settings.triage.consequences': 'Where it may come to this, at least',
    'settings.triage.public': 'Channels that others read along: at least important',
    'settings.triage.read': 'read along',
    'settings.triage.notRead': 'not read along',
    'settings.triage.tiers': 'Tiers of customers: at least important',
    'settings.triage.tiersHint': 'One on each line',
    'settings.triage.angry': 'Words of an angry text',
    'settings.triage.angryHint':
      'One on each line. With one of them, or three exclamation marks in a row, a step more is proposed, and the supervisors are told.',
    'settings.reach.TRIAGE':
      'It is for complaints that are registered, and consequences that are corrected, from now on. Grades that were given stay.',
    'settings.reach.CONTACT_TEMPLATE': 'It moves no clock, and contacts that were recorded stay as they are.',
    'settings.withdraw.CONTACT_TEMPLATE':
      'From then on it is no longer offered for contacts. Those that were recorded stay as they are.',
  },
});

import { defineMessages } from '../define-messages.ts';

export const fieldMessages = defineMessages({
  'zh-CN': {
    'fields.chooseDepartment': '选择部门',
    'fields.chooseCategory': '输入关键字或选择类别',
    'fields.chooseChannel': '选择渠道',
    'fields.chooseMember': '选择人员',
    'fields.nothingFound': '没有匹配的项',
    'fields.others': '其他',
  },
  en: {
    'fields.chooseDepartment': 'Choose a department',
    'fields.chooseCategory': 'Type or choose a category',
    'fields.chooseChannel': 'Choose a channel',
    'fields.chooseMember': 'Choose a person',
    'fields.nothingFound': 'Nothing matches',
    'fields.others': 'Others',
  },
});

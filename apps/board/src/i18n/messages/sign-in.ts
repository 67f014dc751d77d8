import { defineMessages } from '../define-messages.ts';

export const signInMessages = defineMessages({
  'zh-CN': {
    'signIn.title': '登录',
    'signIn.ended': '登录已失效，请重新登录。',
    'signIn.endedDrafts': '登录已失效，请重新登录。没有提交的内容还在，登录后可以接着写。',
    'signIn.email': '邮箱',
    'signIn.password': '密码',
    'signIn.submit': '登录',
    'signIn.failed': '没有连上服务器，还没有登录。请检查网络后再试。',
    'signIn.serverFailed': '服务器出错了，没能登录（{id}）。请稍后再试。',
    'signIn.wait': '{s} 秒后可以再试',
    'signIn.emailNeeded': '请填写邮箱',
    'signIn.passwordNeeded': '请填写密码',
    'signIn.demo.title': '演示账户',
    'signIn.demo.text': '这是演示：{company}是虚构的公司，人员和投诉都不是真的。点一个账户就以这个身份登录。',
    'signIn.demo.companyWide': '全公司',
  },
  en: {
    'signIn.title': 'Sign in',
    'signIn.ended': 'Your session has ended; please sign in again.',
    'signIn.endedDrafts': 'Your session has ended; please sign in again. What you had not submitted is kept.',
    'signIn.email': 'Email',
    'signIn.password': 'Password',
    'signIn.submit': 'Sign in',
    'signIn.failed': 'The server did not answer; you are not signed in. Please check the network and try again.',
    'signIn.serverFailed': 'The server failed and could not sign you in ({id}). Please try later.',
    'signIn.wait': 'Try again in {s} s',
    'signIn.emailNeeded': 'Please enter your email',
    'signIn.passwordNeeded': 'Please enter your password',
    'signIn.demo.title': 'Demo accounts',
    'signIn.demo.text':
      'This is a demo: {company} is an invented company, and its people and complaints are not real. One click signs you in as that person.',
    'signIn.demo.companyWide': 'Whole company',
  },
});

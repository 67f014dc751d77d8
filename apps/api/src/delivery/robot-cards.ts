/** Messages as the cards of WeCom, DingTalk and Feishu group robots, each in its vendor's format. */
import type { RobotKind } from '@redress/domain/rules/notification-target';
import type { OutboundMessage } from './message.ts';

/** What the vendors show at most of a line in a card. */
const MAX_TITLE = 36;
const MAX_LINKS_OF_WECOM = 3;

/** The body of the request that makes the robot say it. */
export function cardOf(kind: RobotKind, message: OutboundMessage): Record<string, unknown> {
  switch (kind) {
    case 'WECOM':
      return wecom(message);
    case 'DINGTALK':
      return dingtalk(message);
    case 'FEISHU':
      return feishu(message);
  }
}

function wecom({ title, facts, links, footer }: OutboundMessage): Record<string, unknown> {
  const board = links.at(-1)!;
  return {
    msgtype: 'template_card',
    template_card: {
      card_type: 'text_notice',
      source: { desc: 'Redress' },
      main_title: { title: cut(title) },
      sub_title_text: footer,
      horizontal_content_list: facts.map(({ name, value }) => ({ keyname: name, value: cut(value) })),
      jump_list: links.slice(0, MAX_LINKS_OF_WECOM).map(({ label, url }) => ({ type: 1, title: label, url })),
      // A tap beside the links opens the board: it must not answer anything.
      card_action: { type: 1, url: board.url },
    },
  };
}

function dingtalk({ title, facts, links, footer }: OutboundMessage): Record<string, unknown> {
  const lines = facts.map(({ name, value }) => `- ${plain(name)}: ${plain(value)}`);
  return {
    msgtype: 'actionCard',
    actionCard: {
      title,
      text: [`### ${plain(title)}`, ...lines, `> ${plain(footer)}`].join('\n\n'),
      btnOrientation: '0',
      btns: links.map(({ label, url }) => ({ title: label, actionURL: url })),
    },
  };
}

function feishu({ title, facts, links, footer, urgent }: OutboundMessage): Record<string, unknown> {
  const fields = facts.map(({ name, value }) => ({
    is_short: true,
    text: { tag: 'lark_md', content: `**${plain(name)}**\n${plain(value)}` },
  }));
  return {
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { title: { tag: 'plain_text', content: title }, template: urgent ? 'red' : 'blue' },
      elements: [
        { tag: 'div', fields },
        {
          tag: 'action',
          actions: links.map(({ label, url, primary }) => ({
            tag: 'button',
            text: { tag: 'plain_text', content: label },
            type: primary ? 'primary' : 'default',
            url,
          })),
        },
        { tag: 'note', elements: [{ tag: 'plain_text', content: footer }] },
      ],
    },
  };
}

/** Without the signs that the vendors' Markdown, which knows no escape, would take for its own. */
function plain(text: string): string {
  return text.replace(/[[\]()<>*_`~#|\\\n\r]/g, ' ');
}

function cut(text: string): string {
  const signs = [...text];
  return signs.length <= MAX_TITLE ? text : `${signs.slice(0, MAX_TITLE - 1).join('')}…`;
}

import { Input, SegmentedControl, Select } from '@mantine/core';
import { TEMPLATE_PURPOSES, addressee, fillTemplate, languageOf } from '@redress/domain/rules/contact-template';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useViewer } from '../../../app/viewer.tsx';
import { graphql } from '../../../graphql.ts';
import { useLocale, useT } from '../../../i18n/use-t.ts';
import { departmentName } from '../../../ui/department-name.ts';
import type { ComplaintView } from '../complaint-documents.ts';
import formClasses from '../form-shell.module.css';

const templatesQuery = graphql(`
  query ContactTemplates {
    policies(kind: CONTACT_TEMPLATE) {
      id
      key
      value { __typename ... on ContactTemplatePolicy { purpose nameZh nameEn textZh: zh textEn: en } }
    }
  }
`);

export type TemplateFacts = Pick<
  ComplaintView,
  'number' | 'subject' | 'description' | 'customer' | 'department' | 'deadlines'
>;

/** As one writes a time to a customer: the day and the minute. */
const moment = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));

/**
 * The company's texts to customers, in the language that the customer wrote in; the other is a press away. Choosing one
 * fills its places in and gives the text to the form, where it can be changed.
 */
export default function ContactTemplatePicker({
  complaint,
  promisedBy,
  onPick,
}: {
  complaint: TemplateFacts;
  /** When the form promises the next contact; null: not. */
  promisedBy: string | null;
  onPick: (key: string, text: string) => void;
}) {
  const t = useT();
  const shown = useLocale();
  const { member } = useViewer();
  const [language, setLanguage] = useState(() => languageOf(complaint.subject, complaint.description));
  const [{ data }] = useQuery({ query: templatesQuery });
  const templates = (data?.policies ?? []).flatMap(({ key, value }) =>
    value.__typename === 'ContactTemplatePolicy' && value.textZh !== '' ? [{ key, ...value }] : [],
  );
  if (templates.length === 0) return null;

  const pick = (key: string | null) => {
    const template = templates.find((one) => one.key === key);
    if (template === undefined) return;
    const locale = language === 'en' ? 'en' : 'zh-CN';
    const open = complaint.deadlines.nodes.find(({ kind, state }) => kind === 'RESOLUTION' && state === 'OPEN');
    const limit = promisedBy ?? open?.dueAt;
    const places = {
      customer: addressee(complaint.customer?.name ?? null, language),
      number: complaint.number,
      department: complaint.department === null ? '' : departmentName(complaint.department, locale),
      member: member.name,
      limit:
        limit === undefined ? (language === 'en' ? 'the next working day' : '下一个工作日') : moment(limit, locale),
    };
    onPick(template.key, fillTemplate(language === 'en' ? template.textEn : template.textZh, places));
  };
  const groups = TEMPLATE_PURPOSES.map((purpose) => ({
    group: t(`complaint.template.${purpose}`),
    items: templates
      .filter((one) => one.purpose === purpose)
      .map((one) => ({ value: one.key, label: shown === 'en' ? one.nameEn : one.nameZh })),
  })).filter(({ items }) => items.length > 0);
  return (
    <div className={formClasses.row}>
      <Select
        label={t('complaint.template.pick')}
        placeholder={t('complaint.template.none')}
        data={groups}
        value={null}
        searchable
        nothingFoundMessage={t('fields.nothingFound')}
        comboboxProps={{ shadow: 'md' }}
        onChange={pick}
      />
      <Input.Wrapper label={t('complaint.template.language')} labelElement="div">
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('complaint.template.language')}
          value={language}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh')}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Input.Wrapper>
    </div>
  );
}

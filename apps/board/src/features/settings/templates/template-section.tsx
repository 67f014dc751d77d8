import { Select } from '@mantine/core';
import { useCategories } from '../../../app/directory.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Notice } from '../../../ui/notice.tsx';
import { EntryList } from '../entry-list.tsx';
import { PolicyEditor } from '../policy-editor.tsx';
import type { SectionProps } from '../section-props.ts';
import { SectionWait } from '../section-wait.tsx';
import type { PolicyEntry } from '../settings-documents.ts';
import classes from '../settings-page.module.css';
import { useCategoryChoices, useCategoryName } from '../use-category-choices.ts';
import { unwritten, usePolicies } from '../use-policies.ts';
import { useSettingsT } from '../use-settings-t.ts';

/** The collaboration lists of the categories: those that there are, and a way to any other category. */
export function TemplateSection({ selected, onSelect }: SectionProps) {
  const t = useT();
  const s = useSettingsT();
  const choices = useCategoryChoices();
  const nameOf = useCategoryName();
  const categories = useCategories();
  const { policies, failed, again } = usePolicies('DUTY_TEMPLATE');
  if (policies === null) return <SectionWait failed={failed} again={again} />;
  const written = policies.filter((policy) => linesOf(policy).length > 0);
  const open = selected ?? written[0]?.key ?? null;
  const own = written.find(({ key }) => key === open) ?? null;
  const parent = categories.find(({ code }) => code === open)?.parent?.code;
  const above = own === null ? written.find(({ key }) => key === parent) : undefined;
  const entries = written.map((policy) => ({
    key: policy.key,
    title: nameOf(policy.key),
    mark: linesOf(policy).some(({ department }) => department === null || department.isArchived)
      ? s('settings.template.toMend')
      : s('settings.template.lines', { n: linesOf(policy).length }),
  }));
  const policy = open === null ? null : (own ?? beginning(open, policies));
  return (
    <div className={classes.columns}>
      <div className={classes.side}>
        <Select
          label={s('settings.template.category')}
          placeholder={t('fields.chooseCategory')}
          data={choices}
          value={own === null ? open : null}
          searchable
          nothingFoundMessage={t('fields.nothingFound')}
          maxDropdownHeight={320}
          comboboxProps={{ shadow: 'md' }}
          onChange={(code) => code !== null && onSelect(code)}
        />
        {entries.length > 0 && <EntryList entries={entries} open={open} onSelect={onSelect} />}
      </div>
      {policy === null ? (
        <p className={classes.about}>{s('settings.template.choose')}</p>
      ) : (
        <div className={classes.editor}>
          {own === null && (
            <Notice kind="info">
              {above === undefined
                ? s('settings.template.none')
                : s('settings.template.parent', { name: nameOf(above.key), n: linesOf(above).length })}
            </Notice>
          )}
          <PolicyEditor key={policy.id} policy={policy} onSaved={again} />
        </div>
      )}
    </div>
  );
}

function linesOf({ value }: PolicyEntry) {
  return value.__typename === 'DutyTemplatePolicy' ? value.duties : [];
}

/** A category without a list of its own begins with an empty one. */
function beginning(key: string, policies: readonly PolicyEntry[]): PolicyEntry {
  const withdrawn = policies.find((policy) => policy.key === key);
  return withdrawn ?? unwritten('DUTY_TEMPLATE', key, { __typename: 'DutyTemplatePolicy', duties: [] });
}

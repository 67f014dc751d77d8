import { useLocale, useT } from '../../i18n/use-t.ts';
import { departmentName } from '../../ui/department-name.ts';
import type { PolicyEffect, PolicyKind } from './settings-documents.ts';
import classes from './settings-page.module.css';
import { useSettingsT } from './use-settings-t.ts';

/** Kinds that move no clock, whatever they say. */
const WITHOUT_CLOCKS = [
  'LADDER',
  'QUIET_HOURS',
  'ROSTER',
  'DUTY_TEMPLATE',
  'CONTACT_TEMPLATE',
  'CUSTOMER_MESSAGE',
  'COMPENSATION',
  'APPROVAL',
  'TRIAGE',
  'SURVEY',
  'RETENTION',
] as const;
const isWithoutClocks = (kind: PolicyKind): kind is (typeof WITHOUT_CLOCKS)[number] =>
  (WITHOUT_CLOCKS as readonly PolicyKind[]).includes(kind);

/** What saving would do to the complaints that are open now. */
export function EffectPanel({ effect, kind }: { effect: PolicyEffect; kind?: PolicyKind }) {
  const t = useT();
  const s = useSettingsT();
  const locale = useLocale();
  if (kind !== undefined && isWithoutClocks(kind)) {
    const { ahead = 0, begun = 0 } = effect;
    return (
      <p role="status" className={classes.effect}>
        {s(`settings.reach.${kind}`, { ahead, begun })}
      </p>
    );
  }
  if (effect.clocks === 0) {
    return (
      <p role="status" className={classes.effect}>
        {s('settings.effect.none')}
      </p>
    );
  }
  const { complaints, clocks, earlier, later, overdue } = effect;
  return (
    <div role="status" className={classes.effect}>
      <p>{s('settings.effect.sum', { complaints, clocks, earlier, later })}</p>
      {overdue > 0 && <p className={classes.overdue}>{s('settings.effect.overdue', { overdue })}</p>}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{s('settings.effect.department')}</th>
            <th scope="col">{s('settings.effect.kind')}</th>
            <th scope="col">{s('settings.effect.earlier')}</th>
            <th scope="col">{s('settings.effect.later')}</th>
            <th scope="col">{s('settings.effect.atOnce')}</th>
          </tr>
        </thead>
        <tbody>
          {effect.groups.map((group) => (
            <tr key={`${group.department?.code ?? ''}/${group.kind}`}>
              <td>{group.department === null ? t('unit.unrouted') : departmentName(group.department, locale)}</td>
              <td>{t(`deadline.${group.kind}`)}</td>
              <td>{group.earlier}</td>
              <td>{group.later}</td>
              <td>{group.overdue}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

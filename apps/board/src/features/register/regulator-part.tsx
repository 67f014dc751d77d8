import { Checkbox } from '@mantine/core';
import { addMessages } from '../../i18n/catalogue.ts';
import { specialMessages } from '../../i18n/messages/special.ts';
import { useT } from '../../i18n/use-t.ts';
import { RegulatorFields } from '../fields/regulator-fields.tsx';
import type { RegisterFields } from './register-fields.ts';
import classes from './register.module.css';

addMessages(specialMessages);

/** A regulator handed it on, in the register form: unfolds what its letter says. No such case is settled at first contact. */
export function RegulatorPart({
  fields,
  set,
  issues,
}: {
  fields: RegisterFields;
  set: (name: keyof RegisterFields, value: string) => void;
  issues: Partial<Record<string, string>>;
}) {
  const t = useT();
  if (fields.settle !== '') return null;
  return (
    <section className={classes.settle} aria-label={t('regulator.register')}>
      <Checkbox
        label={t('regulator.register')}
        checked={fields.regulator !== ''}
        onChange={(event) => set('regulator', event.currentTarget.checked ? 'yes' : '')}
      />
      {fields.regulator !== '' && (
        <div className={classes.settleFields}>
          <RegulatorFields fields={fields} set={set} issues={issues} />
        </div>
      )}
    </section>
  );
}

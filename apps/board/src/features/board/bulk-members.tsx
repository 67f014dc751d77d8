import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../app/cached-client.ts';
import { useDepartmentMembers } from '../../app/directory.ts';
import { useT } from '../../i18n/use-t.ts';

interface Props {
  departmentId: string;
  value: string;
  onChange: (memberId: string) => void;
}

/** A choice among the active members of a department. */
export function BulkMembers(props: Props) {
  return (
    <GraphqlProvider value={cachedClient}>
      <Members {...props} />
    </GraphqlProvider>
  );
}

function Members({ departmentId, value, onChange }: Props) {
  const t = useT();
  const members = useDepartmentMembers(departmentId);
  return (
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('fields.chooseMember')}</option>
      {(members ?? []).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { SubmitFailure } from '../../app/submit-failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { channelPutMutation } from './channel-documents.ts';
import type { Channel, EntryKind } from './channel-documents.ts';
import { asItIs } from './channel-put-input.ts';
import { NEWS_KINDS, WAITING_KINDS } from './entry-kinds.ts';
import classes from './notifications.module.css';
import { useChannelAction } from './use-channel-action.ts';
import { channelKindName, entryKindName, useNotifyT } from './use-notify-t.ts';

/** What was chosen and not saved yet, by channel. */
type Chosen = Readonly<Record<string, readonly EntryKind[]>>;

const GROUPS = [
  { title: 'notify.what.waits', kinds: WAITING_KINDS },
  { title: 'notify.what.news', kinds: NEWS_KINDS },
] as const;

/** Which kinds of notifications go out on which channels; on a phone each line names its channels itself. */
export function KindTable({ channels, onSaved }: { channels: readonly Channel[]; onSaved: () => void }) {
  const t = useNotifyT();
  const put = useChannelAction(channelPutMutation);
  const [chosen, setChosen] = useState<Chosen>({});
  const [said, setSaid] = useState('');
  const kindsOf = ({ id, kinds }: Channel) => chosen[id] ?? kinds;
  const changed = channels.filter((channel) => !sameKinds(kindsOf(channel), channel.kinds));

  const choose = (channel: Channel, kind: EntryKind, carries: boolean) => {
    const others = kindsOf(channel).filter((one) => one !== kind);
    setChosen({ ...chosen, [channel.id]: carries ? [...others, kind] : others });
    setSaid('');
  };
  const save = async () => {
    for (const channel of changed) {
      const done = await put.run({ input: { ...asItIs(channel), kinds: [...kindsOf(channel)] } });
      if (!done) return;
    }
    setSaid(t('notify.saved'));
    onSaved();
  };
  const problem = put.problem ?? Object.values(put.fields)[0] ?? null;
  return (
    <section className={classes.section} aria-labelledby="notify-what">
      <h2 id="notify-what" className={classes.heading}>
        {t('notify.what')}
      </h2>
      <p className={classes.dim}>{t('notify.what.hint')}</p>
      <div className={classes.tableBox}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('notify.what.kind')}</th>
              {channels.map((channel) => (
                <th key={channel.id} scope="col">
                  <span>{channelKindName(channel.kind, t)}</span>
                  <span className={classes.target}>{channel.target}</span>
                </th>
              ))}
            </tr>
          </thead>
          {GROUPS.map(({ title, kinds }) => (
            <tbody key={title}>
              <tr>
                <th scope="colgroup" colSpan={channels.length + 1} className={classes.group}>
                  {t(title)}
                </th>
              </tr>
              {kinds.map((kind) => (
                <tr key={kind}>
                  <th scope="row">{entryKindName(kind, t)}</th>
                  {channels.map((channel) => (
                    <td key={channel.id}>
                      <Checkbox
                        aria-label={t('notify.what.cell', { kind: entryKindName(kind, t), target: channel.target })}
                        label={<span className={classes.cellName}>{channel.target}</span>}
                        checked={kindsOf(channel).includes(kind)}
                        onChange={(event) => choose(channel, kind, event.currentTarget.checked)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <SubmitFailure failure={put.failure} />
      {problem !== null && <Notice kind="problem">{problem}</Notice>}
      <div className={classes.foot}>
        <Button size="sm" loading={put.busy} disabled={changed.length === 0} onClick={() => void save()}>
          {t('notify.save')}
        </Button>
        <span role="status" className={classes.dim}>
          {changed.length > 0 ? t('notify.what.changed') : said}
        </span>
      </div>
    </section>
  );
}

function sameKinds(a: readonly EntryKind[], b: readonly EntryKind[]): boolean {
  return a.length === b.length && a.every((kind) => b.includes(kind));
}

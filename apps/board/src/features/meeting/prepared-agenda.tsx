import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { tellDone } from '../undo/offers.ts';
import { ActionProblem } from './action-problem.tsx';
import { reasonWords } from './item-name.ts';
import type { PreparedSeries } from './meeting-documents.ts';
import { topicRemoveMutation } from './meeting-mutations.ts';
import { useMeetingT } from './meeting-texts.ts';
import classes from './meetings.module.css';
import { useMeetingAction } from './use-meeting-action.ts';
import { Words } from './words.tsx';

type Topic = PreparedSeries['topics'][number];

/** The agenda as a meeting would find it if it began now: what is always on it, what was asked for, what needs it. */
export function PreparedAgenda({ series, onChanged }: { series: PreparedSeries; onChanged: () => void }) {
  const t = useMeetingT();
  const { standingItems, topics, agenda } = series;
  const asked = new Set(topics.flatMap(({ complaint }) => complaint?.id ?? []));
  const rest = agenda.filter(({ complaint }) => !asked.has(complaint.id));
  const nothing = standingItems.length + topics.length + rest.length === 0;
  return (
    <section>
      <h2 className={classes.heading}>{t('meeting.agendaAhead')}</h2>
      {nothing && <p className={classes.empty}>{t('meeting.empty')}</p>}
      <ol className={classes.ahead}>
        {standingItems.map((title) => (
          <li key={title}>
            <span className={classes.aheadName}>{title}</span>
            <span className={classes.dim}>{t('meeting.standingItem')}</span>
          </li>
        ))}
        {topics.map((topic) => (
          <TopicLine key={topic.id} topic={topic} onChanged={onChanged} />
        ))}
        {rest.map(({ complaint, reasons }) => (
          <li key={complaint.id}>
            <ComplaintName complaint={complaint} />
            <span className={classes.dim}>{reasonWords({ reasons }, t).join(' · ')}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function TopicLine({ topic, onChanged }: { topic: Topic; onChanged: () => void }) {
  const t = useMeetingT();
  const remove = useMeetingAction(topicRemoveMutation);
  const { id, complaint, title, isComplaint, note, by, viewerMayRemove } = topic;
  const name =
    complaint === null ? (isComplaint ? t('meeting.hiddenItem') : (title ?? t('timeline.erased'))) : complaint.number;
  const takeBack = async () => {
    if ((await remove.run({ input: { id } })) === null) return;
    tellDone({ undo: { kind: 'restoreTopic', topicId: id, name } });
    onChanged();
  };
  return (
    <li>
      {complaint === null ? <span className={classes.aheadName}>{name}</span> : <ComplaintName complaint={complaint} />}
      {note !== null && <Words>{note}</Words>}
      <span className={classes.dim}>
        {t('meeting.askedBy', { name: by?.name ?? '' })}
        {viewerMayRemove && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={remove.busy}
            aria-label={t('meeting.topicRemoveThis', { name })}
            onClick={() => void takeBack()}
          >
            {t('meeting.topicRemove')}
          </Button>
        )}
      </span>
      <ActionProblem action={remove} />
    </li>
  );
}

function ComplaintName({ complaint: { number, subject, severity } }: { complaint: NonNullable<Topic['complaint']> }) {
  return (
    <Link to="/complaints/$number" params={{ number }} className={classes.aheadName}>
      <SeverityMark severity={severity} size={11} /> {number} {subject}
    </Link>
  );
}

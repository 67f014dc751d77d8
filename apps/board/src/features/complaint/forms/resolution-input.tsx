import { Provider as GraphqlProvider } from 'urql';
import { cachedClient } from '../../../app/cached-client.ts';
import { RetryNotice } from '../../../app/retry-notice.tsx';
import { useT } from '../../../i18n/use-t.ts';
import { LoadingLines } from '../../../ui/loading-lines.tsx';
import type { ComplaintView, ResolutionView } from '../complaint-documents.ts';
import { ResolutionItem } from '../resolution-item.tsx';
import { settling, stepToDecide } from '../resolution-steps.ts';
import classes from '../sections.module.css';
import { useComplaint } from '../use-complaint.ts';
import { CarryOutForm } from './carry-out-form.tsx';
import { ResolutionOfferForm } from './resolution-offer-form.tsx';
import { ResolutionProposeForm } from './resolution-propose-form.tsx';

interface ResolutionInputProps {
  number: string;
  onDone: () => void;
}

/**
 * What a complaint needs next to be settled: a resolution drafted, approved, offered, answered, carried out. A card of
 * the board does not have its resolutions, so they are read here, as the drawer reads them: each step answers with what
 * the next one is about.
 */
export function ResolutionInput(props: ResolutionInputProps) {
  return (
    <GraphqlProvider value={cachedClient}>
      <Steps {...props} />
    </GraphqlProvider>
  );
}

function Steps({ number, onDone }: ResolutionInputProps) {
  const t = useT();
  const found = useComplaint(number);
  switch (found.state) {
    case 'ready':
      return <NextStep complaint={found.complaint} onDone={onDone} />;
    case 'failed':
      return <RetryNotice onRetry={found.retry}>{t('complaint.failed.title')}</RetryNotice>;
    case 'loading':
      return <LoadingLines heights={[28, 28]} />;
    default:
      // It has left the board, and the card goes with it.
      return null;
  }
}

function NextStep({ complaint, onDone }: { complaint: ComplaintView; onDone: () => void }) {
  const t = useT();
  const { resolve } = complaint.viewerCan;
  const next = settling(complaint.resolutions.nodes, complaint.round);
  switch (next.step) {
    case 'propose':
      if (!resolve) return <div>{t('resolution.waiting')}</div>;
      return <ResolutionProposeForm complaint={complaint} onDone={onDone} />;
    case 'offer':
      if (!resolve) return <div>{t('resolution.waiting')}</div>;
      return <ResolutionOfferForm complaint={complaint} options={next.resolutions} onDone={onDone} />;
    case 'carryOut': {
      const [resolution] = next.resolutions;
      if (!resolve || resolution === undefined) return <div>{t('resolution.waiting')}</div>;
      return <CarryOutForm key={resolution.id} complaint={complaint} resolution={resolution} onDone={onDone} />;
    }
    case 'approve':
      return (
        <>
          <div>{t('complaint.waiting.APPROVAL')}</div>
          <Choices complaint={complaint} resolutions={next.resolutions} onDone={onDone} />
        </>
      );
    case 'answer':
      return (
        <>
          <div>{t('complaint.waiting.ANSWER')}</div>
          <Choices complaint={complaint} resolutions={next.resolutions} onDone={onDone} />
        </>
      );
    case 'reply':
      return (
        <>
          {!resolve && <div>{t('resolution.waiting')}</div>}
          <Choices complaint={complaint} resolutions={next.resolutions} onDone={onDone} />
        </>
      );
  }
}

/** The resolutions whose approval waits for this viewer. */
export function ResolutionsToDecide({ complaint, onDone }: { complaint: ComplaintView; onDone: () => void }) {
  const resolutions = complaint.resolutions.nodes.filter((one) => stepToDecide(one) !== undefined);
  return <Choices complaint={complaint} resolutions={resolutions} onDone={onDone} />;
}

/** More than one thing may come next, so each is shown with its own steps. */
function Choices({
  complaint,
  resolutions,
  onDone,
}: {
  complaint: ComplaintView;
  resolutions: readonly ResolutionView[];
  onDone: () => void;
}) {
  return (
    <ul className={classes.list}>
      {resolutions.map((resolution) => (
        <ResolutionItem key={resolution.id} complaint={complaint} resolution={resolution} onDone={onDone} />
      ))}
    </ul>
  );
}

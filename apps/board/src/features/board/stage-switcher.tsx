import type { Stage } from '@redress/domain/rules/vocabulary';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useDigits } from '../../i18n/use-digits.ts';
import { useT } from '../../i18n/use-t.ts';
import { useColumnView } from './board-context.tsx';
import classes from './stage-switcher.module.css';

/** On a narrow screen, where one column shows at a time: which it is, and the way to the others. */
export function StageSwitcher({
  stages,
  scroller,
}: {
  stages: readonly Stage[];
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const t = useT();
  const [shown, setShown] = useState(0);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => setShown(Math.round(element.scrollLeft / Math.max(1, element.clientWidth)));
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller]);

  const show = (index: number) => {
    const element = scroller.current;
    element?.scrollTo({ left: index * element.clientWidth, behavior: 'smooth' });
  };
  return (
    <nav className={classes.switcher} aria-label={t('board.stages')}>
      {stages.map((stage, index) => (
        <StageTab key={stage} stage={stage} isShown={index === shown} onShow={() => show(index)} />
      ))}
    </nav>
  );
}

function StageTab({ stage, isShown, onShow }: { stage: Stage; isShown: boolean; onShow: () => void }) {
  const digits = useDigits();
  const t = useT();
  const { total, breached } = useColumnView(stage);
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isShown) tab.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isShown]);
  return (
    <button
      ref={tab}
      type="button"
      className={classes.tab}
      aria-current={isShown ? 'true' : undefined}
      onClick={onShow}
    >
      {t(`stage.${stage}`)}
      <span className={classes.count} data-breached={breached > 0 || undefined}>
        {digits(total)}
      </span>
    </button>
  );
}

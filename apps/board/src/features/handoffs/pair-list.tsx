import { IconArrowNarrowRight } from '@tabler/icons-react';
import { RULING } from './handoff-matrix.ts';
import type { HandoffMatrix } from './handoff-matrix.ts';
import classes from './handoffs.module.css';
import { PairFace } from './pair-face.tsx';
import { useUnitName } from './unit-name.ts';

interface Props {
  matrix: HandoffMatrix;
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

/** The matrix where there is no room for one: the pairs under each other, the longest waiting first. */
export function PairList({ matrix, chosen, onChoose }: Props) {
  const nameOf = useUnitName(matrix);
  return (
    <ul className={classes.pairs}>
      {[...matrix.pairs.values()].map((pair) => (
        <li key={pair.key}>
          <button
            type="button"
            className={classes.cell}
            data-breached={pair.breached > 0 || undefined}
            aria-pressed={pair.key === chosen}
            onClick={() => onChoose(pair.key)}
          >
            <span className={classes.between}>
              {nameOf(pair.from?.code ?? RULING, true)}
              <IconArrowNarrowRight size={14} stroke={1.8} aria-hidden />
              {nameOf(pair.to?.code ?? RULING, true)}
            </span>
            <PairFace pair={pair} />
          </button>
        </li>
      ))}
    </ul>
  );
}

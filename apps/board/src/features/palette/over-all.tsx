import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** A dialog over everything, at once and without a flight. Escape and a press beside it close it; the focus goes back. */
export function OverAll({
  label,
  size,
  onClose,
  children,
}: {
  label: string;
  size: number;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Modal.Root opened onClose={onClose} size={size} yOffset="10vh" padding={0} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.18} />
      <Modal.Content aria-label={label}>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

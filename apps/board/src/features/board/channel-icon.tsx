import type { Channel } from '@redress/domain/rules/vocabulary';
import {
  IconBuildingStore,
  IconDeviceMobile,
  IconMail,
  IconMailOpened,
  IconMessageCircle,
  IconPhone,
  IconShare,
  IconWorld,
} from '@tabler/icons-react';
import { useT } from '../../i18n/use-t.ts';

const ICONS: Record<Channel, typeof IconPhone> = {
  PHONE: IconPhone,
  EMAIL: IconMail,
  LIVE_CHAT: IconMessageCircle,
  SOCIAL_MEDIA: IconShare,
  WEB_FORM: IconWorld,
  MOBILE_APP: IconDeviceMobile,
  STORE: IconBuildingStore,
  LETTER: IconMailOpened,
};

/** How the complaint came in, as a small sign; its name is there for screen readers and on hover. */
export function ChannelIcon({ channel, size = 14 }: { channel: Channel; size?: number }) {
  const t = useT();
  const Icon = ICONS[channel] ?? IconMail;
  const name = t(`channel.${channel}`);
  return (
    <span role="img" aria-label={name} title={name} style={{ display: 'inline-flex', flex: 'none' }}>
      <Icon size={size} stroke={1.6} aria-hidden />
    </span>
  );
}

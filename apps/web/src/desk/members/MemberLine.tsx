import type { Member } from '@salon/contracts/desk/members';
import { wallClock } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';

export function MemberLine(props: {
  readonly member: Member;
  readonly staffName: string | undefined;
  readonly onChange?: () => void;
  readonly onRemove?: () => void;
}) {
  const { t, f } = useDeskSpeech();
  const { salon } = useDesk();
  const { name, email, role, since, you } = props.member;
  const day = f.day(wallClock(salon.timezone, Date.parse(since)).date);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <Portrait name={name} src={null} shape="round" className="size-11 text-small" />
      <div className="min-w-48 flex-1">
        <p className="font-semibold">
          {name}
          {you ? <span className="font-normal text-soft"> ({t.members.you})</span> : null}
        </p>
        <p className="break-all text-small text-soft">{email}</p>
      </div>
      <div className="min-w-40 flex-1 max-tablet:basis-full max-tablet:pl-15">
        <p>{t.shell.roles[role]}</p>
        <p className="text-small text-soft">
          {[props.staffName && t.members.isStaff({ name: props.staffName }), t.members.since({ day })]
            .filter(Boolean)
            .join('\u00a0· ')}
        </p>
      </div>
      {props.onChange && props.onRemove ? (
        <div className="flex gap-4 max-tablet:pl-15">
          <Button look="plain" aria-label={t.members.changeOf({ name })} onPress={props.onChange}>
            {t.members.change}
          </Button>
          <Button look="plain" aria-label={t.members.removeOf({ name })} onPress={props.onRemove}>
            {t.account.remove}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

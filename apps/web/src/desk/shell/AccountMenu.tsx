import {
  CalendarPlus,
  Check,
  ExternalLink,
  History,
  KeyRound,
  Languages,
  LogOut,
  Store,
  UserRound,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { PopoverProps } from 'react-aria-components/Popover';
import { chooseLanguage } from '../../i18n/language.ts';
import { MenuItem, MenuLine, MenuOf } from '../../ui/Menu.tsx';
import { Portrait } from '../../ui/Portrait.tsx';
import { useSignOut } from '../account/use-sign-out.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { accountPath, auditPath, calendarPath, membersPath, newSalonPath } from '../lib/paths.ts';

/** Whoever works here: her account, her salons, and the way out. */
export function AccountMenu({ placement }: { readonly placement: PopoverProps['placement'] }) {
  const { t, language } = useDeskSpeech();
  const { login, salon, salons, can } = useDesk();
  const signOut = useSignOut();
  const button = (
    <Button className="flex size-11 shrink-0 cursor-pointer items-center justify-center self-center rounded-full">
      <span className="sr-only">{t.shell.accountOf({ name: login.name })}</span>
      <Portrait name={login.name} src={null} shape="round" className="size-10 text-small" />
    </Button>
  );
  const other = language === 'de' ? 'en' : 'de';
  return (
    <MenuOf button={button} label={t.shell.account} placement={placement}>
      <MenuItem icon={UserRound} text={login.name} more={login.email} href={accountPath} />
      {can('seeMembers') ? <MenuItem icon={KeyRound} text={t.members.title} href={membersPath(salon.slug)} /> : null}
      {can('seeAudit') ? <MenuItem icon={History} text={t.audit.title} href={auditPath(salon.slug)} /> : null}
      <MenuItem icon={ExternalLink} text={t.shell.publicPage} href={`/s/${salon.slug}`} newTab />
      <MenuLine />
      {salons.map(({ id, slug, name, role }) => (
        <MenuItem
          key={id}
          icon={id === salon.id ? Check : Store}
          text={name}
          more={t.shell.roles[role]}
          current={id === salon.id}
          href={calendarPath(slug)}
        />
      ))}
      <MenuItem icon={CalendarPlus} text={t.shell.newSalon} href={newSalonPath} />
      <MenuLine />
      <MenuItem icon={Languages} text={t.shell.otherLanguage} lang={other} onAction={() => chooseLanguage(other)} />
      <MenuItem icon={LogOut} text={t.shell.signOut} onAction={signOut} />
    </MenuOf>
  );
}

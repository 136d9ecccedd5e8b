import type { LoginWords } from './login-de.ts';

/** What mails about logins say, in English. */
export const loginEn: LoginWords = {
  subject: {
    confirm_address: 'Please confirm your email address',
    address_known: 'You already have an account',
    allow_new_address: 'Should your email address change?',
    confirm_new_address: 'Please confirm your new email address',
    reset_password: 'Set a new password',
    login_changed: 'How you sign in has changed',
    invitation: (salon) => `Invitation: work with ${salon}`,
  },
  lead: {
    confirm_address: (product) => `One more step and your account with ${product} is ready.`,
    address_known: (product) => `There is already an account for this address with ${product}.`,
    allow_new_address: (address) => `Your account is to belong to ${address} from now on.`,
    confirm_new_address: (product) => `This address is to belong to your account with ${product}.`,
    reset_password: (product) => `Here you set a new password for ${product}.`,
    invitation: (who, salon) => `${who} invites you to work with ${salon}.`,
  },
  changed: {
    second_factor_on: 'Your second factor is now switched on.',
    second_factor_off: 'Your second factor is now switched off.',
    recovery_codes: 'Your recovery codes were renewed; the old ones no longer work.',
    password: 'Your password was changed.',
    passkey: 'A passkey was added.',
  },
  button: {
    confirm_address: 'Confirm address',
    address_known: 'Sign in',
    allow_new_address: 'Change address',
    confirm_new_address: 'Confirm new address',
    reset_password: 'Set a new password',
    login_changed: 'View account',
    invitation: 'View invitation',
  },
  more: {
    address_known: 'Sign in with your password, or have a link for a new one sent to you there.',
    allow_new_address: 'If you agree, we send a mail to the new address. It counts only after that.',
  },
  role: {
    owner: 'You would be an owner, and could see and change everything.',
    manager: 'You could see and change the whole calendar, the customers and the settings.',
    staff: 'You could see and change your calendar and your customers.',
  },
  holds: {
    confirm_address: 'The link works for a day.',
    allow_new_address: 'The link works for a day.',
    confirm_new_address: 'The link works for a day.',
    reset_password: 'The link works for an hour, and once.',
    invitation: 'The invitation holds for seven days.',
  },
  unasked: {
    nothing: 'You did not ask for this? Then there is nothing to do.',
    change: 'This was not you? Then set a new password at once and sign out everywhere.',
    known: 'You did not want an account? Then there is nothing to do.',
  },
};

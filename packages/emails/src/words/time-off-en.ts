import type { TimeOffWords } from './time-off-de.ts';

/** What a staff member is told about the time off she asked for, in English. */
export const timeOffEn: TimeOffWords = {
  subject: {
    time_off_approved: (days) => `Approved: your time off, ${days}`,
    time_off_declined: (days) => `Declined: your time off, ${days}`,
    time_off_revoked: (days) => `Revoked: your time off, ${days}`,
  },
  lead: {
    time_off_approved: (days) => `Your time off is approved: ${days}.`,
    time_off_declined: (days) => `Your time off is declined: ${days}.`,
    time_off_revoked: (days) => `Your approved time off is revoked: ${days}.`,
  },
  more: {
    time_off_approved: 'Nobody can book you in this time any more.',
    time_off_declined: 'You can still be booked in this time.',
    time_off_revoked: 'You can be booked in this time again.',
  },
  label: { when: 'When', by: 'From', answer: 'Note' },
  to: (first, last) => `${first} to ${last}`,
  at: (day, from, until) => `${day}, ${from} to ${until}`,
  button: 'View the team',
};

/** What a staff member is told about the time off she asked for, in German: as of logins, with "Sie". */
export const timeOffDe = {
  subject: {
    time_off_approved: (days: string) => `Zugesagt: Ihre freie Zeit, ${days}`,
    time_off_declined: (days: string) => `Abgelehnt: Ihre freie Zeit, ${days}`,
    time_off_revoked: (days: string) => `Zurückgenommen: Ihre freie Zeit, ${days}`,
  },
  lead: {
    time_off_approved: (days: string) => `Ihre freie Zeit ist zugesagt: ${days}.`,
    time_off_declined: (days: string) => `Ihre freie Zeit ist abgelehnt: ${days}.`,
    time_off_revoked: (days: string) => `Die Zusage für Ihre freie Zeit ist zurückgenommen: ${days}.`,
  },
  more: {
    time_off_approved: 'In dieser Zeit kann Sie niemand mehr buchen.',
    time_off_declined: 'In dieser Zeit sind Sie weiter buchbar.',
    time_off_revoked: 'In dieser Zeit sind Sie wieder buchbar.',
  },
  label: { when: 'Wann', by: 'Von', answer: 'Dazu' },
  to: (first: string, last: string) => `${first} bis ${last}`,
  at: (day: string, from: string, until: string) => `${day}, ${from} bis ${until} Uhr`,
  button: 'Im Team ansehen',
};

export type TimeOffWords = typeof timeOffDe;

import type { visit } from '../de/visit.ts';

type Named = { name: string };
type Placed = { name: string; when: string; staff: string };

export const visitEn = {
  title: 'Appointment',
  walkIn: 'Walk-in',
  someVisit: 'another appointment',

  statuses: {
    requested: 'requested',
    confirmed: 'confirmed',
    arrived: 'has arrived',
    done: 'done',
    no_show: 'did not come',
    cancelled: 'cancelled',
  },

  said: {
    created: (p: Placed) => `${p.name} is booked: ${p.when} with ${p.staff}.`,
    moved: (p: Placed) => `${p.name}: now ${p.when} with ${p.staff}.`,
    changed: (p: Named) => `${p.name}’s appointment was changed.`,
    status: {
      requested: (p: Named) => `${p.name} is waiting for an answer again.`,
      confirmed: (p: Named) => `${p.name}’s appointment is confirmed.`,
      arrived: (p: Named) => `${p.name} has arrived.`,
      done: (p: Named) => `${p.name} is done.`,
      no_show: (p: Named) => `${p.name} did not come.`,
      cancelled: (p: Named) => `${p.name}’s appointment is cancelled.`,
    },
    declined: (p: Named) => `${p.name}’s request is declined.`,
    restored: (p: Named) => `${p.name}’s appointment stands again.`,
    split: (p: Named) => `${p.name}’s appointment is now two.`,
    timeTaken: {
      blocked: (p: { name: string; when: string }) => `Blocked for ${p.name}: ${p.when}.`,
      time_off: (p: { name: string; when: string }) => `${p.name} is away from ${p.when}.`,
    },
    timeGiven: (p: { name: string; when: string }) => `${p.name}’s time on ${p.when} is free again.`,
    mail: 'The e-mail goes out in a moment.',
    undone: 'Undone.',
    notUndone: (p: { why: string }) => `It could not be undone. ${p.why}`,
    refused: (p: { why: string }) => `Everything stays as it was. ${p.why}`,
    resumed: 'What was on its way before the page was reloaded is saved now.',
  },

  conflicts: {
    title: 'Something is in the way',
    visit: (p: { time: string; who: string; staff: string }) => `${p.time}: ${p.who}, with ${p.staff}.`,
    timeOff: (p: { time: string; staff: string }) => `${p.time}: ${p.staff} is away.`,
    timeOffFor: (p: { time: string; staff: string; reason: string }) => `${p.time}: ${p.staff} is away (${p.reason}).`,
    blocked: (p: { time: string; staff: string }) => `${p.time}: blocked for ${p.staff}.`,
    blockedFor: (p: { time: string; staff: string; reason: string }) =>
      `${p.time}: blocked for ${p.staff} (${p.reason}).`,
    outside: (p: { time: string; staff: string }) => `${p.time}: ${p.staff} does not work.`,
    closed: (p: { time: string }) => `${p.time}: closed.`,
    closedFor: (p: { time: string; reason: string }) => `${p.time}: closed (${p.reason}).`,
    notOffered: (p: { staff: string }) => `${p.staff} does not usually do one of these services.`,
    station: (p: { time: string; station: string }) => `${p.time}: ${p.station} is taken.`,
    noStation: (p: { time: string }) => `${p.time}: no suitable chair or room is free.`,
    anyway: 'Book it anyway',
    back: 'Do not book it',
    marked: 'If you book it anyway, the calendar marks it as overlapping.',
  },

  mail: {
    title: 'Tell the customer?',
    text: (p: Placed) => `${p.name} would then come ${p.when} to ${p.staff}.`,
    send: 'Move it and send an e-mail',
    quiet: 'Move it without an e-mail',
    back: 'Do not move it',
  },

  changed: {
    title: 'Changed meanwhile',
    by: (p: { actor: string; name: string }) => `${p.actor} has changed ${p.name}’s appointment meanwhile.`,
    somebody: 'Somebody else',
    customer: 'The customer',
    now: 'This is how it stands now:',
    kept: 'Your change was not saved, so that nothing is overwritten.',
    understood: 'Understood',
  },

  sending: {
    noAnswer: 'No connection. We keep trying, nothing is booked twice.',
    busy: 'It is busy right now. We keep trying, nothing is booked twice.',
    stuck: 'One change could not be saved yet.',
    leave: 'One change is not saved yet.',
  },
} satisfies typeof visit;

import type { Messages } from '../de.ts';

export const visitEn: Messages['visit'] = {
  plan: 'How your visit goes',
  from: (p) => `${p.from} to ${p.to}`,
  until: (p) => `until ${p.time}`,
  inTurn: (p) => `${p.first}, then ${p.second}`,
  by: (p) => ` with ${p.name}`,
  develops: (p) => `${p.time} developing time`,
  developsFrom: (p) => `, developing for ${p.time} from ${p.from}`,
  meanwhile: 'while the colour develops',

  reasons: {
    opensDay: 'starts a working day that is still free',
    betweenVisits: 'fits exactly between two appointments',
    betweenVisitAndBreak: 'fits exactly between an appointment and a break',
    betweenBreakAndVisit: 'fits exactly between a break and an appointment',
    betweenBreaks: 'fits exactly between two breaks',
    allBeforeVisit: 'fills exactly the time up to an appointment',
    allBeforeBreak: 'fills exactly the time up to a break',
    allAfterVisit: 'fills exactly the time after an appointment',
    allAfterBreak: 'fills exactly the time after a break',
    noGapAround: 'leaves no gap before or after',
    afterVisit: 'follows right after an appointment',
    afterBreak: 'right after a break',
    noGapBefore: 'leaves no gap before it',
    beforeVisit: 'right before an appointment',
    beforeBreak: 'right before a break',
    noGapAfter: 'leaves no gap after it',
  },

  notTogether: { short: '', long: 'not all of it in one visit' },
  closedDay: (p) => `Not all of this can be done in one visit on ${p.day}.`,
  fullDay: (p) => `Nothing is left for all of it together on ${p.day}.`,
  twoVisits: 'Booked one by one, something may still be free.',

  tooComplex: 'There are too many ways to combine these services to compare them all.',
  tooComplexMore: 'Please choose who you would like to see, or book the services in two visits.',
  choosePeople: 'Choose people',
};

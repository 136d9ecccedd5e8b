import { describe, expect, test } from 'vitest';
import { aSalon, aService, aStaff } from '../salon/salon.fixture.ts';
import type { Phase, Policy, SalonConfig, Service } from '../salon/salon-config.ts';
import { MINUTE } from '../time/interval.ts';
import type { VisitRequest } from './arrangement.ts';
import { coursesOf } from './course.ts';
import { type Shape, shapeOf } from './shape.ts';
import type { Variant } from './variant.ts';
import { asking } from './visit.fixture.ts';

const phases = (...parts: readonly [Phase['kind'], number][]): Phase[] =>
  parts.map(([kind, minutes]) => ({ kind, minutes }));

/** Every course with everybody who can do its items. */
function shapesOf(config: SalonConfig, request: VisitRequest): Shape[] {
  const courses = coursesOf(config, request);
  if (courses === 'basket_too_complex') throw new Error(courses);
  return courses.flatMap((course) =>
    course.spots
      .reduce<Variant[][]>((all, { crew }) => all.flatMap((who) => crew.members.map((one) => [...who, one])), [[]])
      .map((who) => shapeOf(course, who)),
  );
}

/** All shapes of the services in order, done by one person each. */
function shapes(services: readonly Service[], policy: Partial<Policy> = {}): readonly Shape[] {
  const config = aSalon({
    services,
    staff: services.map((service) => aStaff(`for ${service.id}`, [service.id])),
    stations: [{ id: 'chair', kind: 'chair' }],
    policy,
  });
  return shapesOf(config, asking(...services.map((service) => service.id)));
}

/** Starts of the items in minutes after the visit's, per shape. */
function starts(services: readonly Service[], policy?: Partial<Policy>): number[][] {
  return shapes(services, policy)
    .map((shape) => shape.items.map((item) => item.start / MINUTE))
    .sort((a, b) => a.map((start, index) => start - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0);
}

const colour = (processing: number) =>
  aService('colour', { phases: phases(['work', 20], ['processing', processing], ['finish', 15]) });
const minutes = (id: string, long: number, parts: Partial<Service> = {}) =>
  aService(id, { phases: phases(['work', long]), ...parts });

describe('where the next item may go', () => {
  test('directly behind', () => {
    expect(starts([minutes('a', 25), minutes('b', 10), minutes('c', 5)])).toEqual([[0, 25, 35]]);
  });

  test('behind, after a wait that ends on the grid', () => {
    expect(starts([minutes('a', 25), minutes('b', 10)], { maxWaitMinutes: 35 })).toEqual([
      [0, 25],
      [0, 30],
      [0, 45],
      [0, 60],
    ]);
    expect(starts([minutes('a', 25), minutes('b', 10)], { maxWaitMinutes: 34 })).toEqual([
      [0, 25],
      [0, 30],
      [0, 45],
    ]);
    expect(starts([minutes('a', 30), minutes('b', 10)], { maxWaitMinutes: 15 })).toEqual([
      [0, 30],
      [0, 45],
    ]);
  });

  test('inside the processing phase, at its start or on the grid, if it fits whole', () => {
    expect(starts([colour(30), minutes('nails', 20)])).toEqual([
      [0, 20],
      [0, 30],
      [0, 65],
    ]);
    expect(starts([colour(30), minutes('nails', 30)])).toEqual([
      [0, 20],
      [0, 65],
    ]);
    expect(starts([colour(30), minutes('nails', 31)])).toEqual([[0, 65]]);
  });

  test('not inside, if nobody can do it while the colour is in the hair', () => {
    const cut = minutes('cut', 20, { duringProcessing: false });
    expect(starts([colour(60), cut])).toEqual([[0, 95]]);
    // Nor behind one that does lie inside.
    expect(starts([colour(60), minutes('brows', 20), cut]).filter(([, brows]) => brows === 20)).toEqual([[0, 20, 95]]);
  });

  test('inside any of several processing phases', () => {
    const twice = aService('perm', {
      phases: phases(['processing', 15], ['work', 5], ['processing', 15], ['finish', 5]),
    });
    expect(starts([twice, minutes('nails', 15)])).toEqual([
      [0, 0],
      [0, 20],
      [0, 40],
    ]);
  });

  test('after one inside: in the rest of the phase, or when the outer one is over', () => {
    // 20–80 processes; brows take 20–40, nails follow at 40 or, once the finish is done, at 95.
    expect(
      starts([colour(60), minutes('brows', 20), minutes('nails', 40)]).filter(([, brows]) => brows === 20),
    ).toEqual([
      [0, 20, 40],
      [0, 20, 95],
    ]);
    expect(
      starts([colour(60), minutes('brows', 20), minutes('nails', 41)]).filter(([, brows]) => brows === 20),
    ).toEqual([[0, 20, 95]]);
  });

  test('never over the finish of the outer one, wait or no wait', () => {
    const all = starts([colour(60), minutes('brows', 45), minutes('nails', 30)], { maxWaitMinutes: 120 });
    expect(all.filter(([, brows]) => brows === 20)).toEqual([
      [0, 20, 95],
      ...[105, 120, 135, 150, 165, 180, 195, 210].map((nails) => [0, 20, nails]),
    ]);
  });

  test('inside one that is itself inside another', () => {
    const mask = aService('mask', { phases: phases(['work', 5], ['processing', 20], ['finish', 5]) });
    expect(starts([colour(60), mask, minutes('nails', 20)]).filter(([, inner]) => inner === 20)).toEqual([
      [0, 20, 25],
      [0, 20, 50],
      [0, 20, 60].slice(0, 2).concat(95),
    ]);
  });
});

describe('what a shape takes', () => {
  const claims = (shape: Shape | undefined) =>
    shape?.staffClaims.map((one) => `${one.itemIndex} ${one.start / MINUTE}-${one.end / MINUTE}`);

  test('joins work and finish without processing between', () => {
    const [shape] = shapes([
      aService('a', { phases: phases(['work', 10], ['finish', 5], ['work', 5]), bufferMinutes: 5 }),
    ]);
    expect(claims(shape)).toEqual(['0 0-25']);
    expect(shape).toMatchObject({ end: 20 * MINUTE, busyUntil: 25 * MINUTE });
  });

  test('claims the buffer on its own after a visit that ends with processing', () => {
    const [shape] = shapes([aService('a', { phases: phases(['work', 10], ['processing', 30]), bufferMinutes: 5 })]);
    expect(claims(shape)).toEqual(['0 0-10', '0 40-45']);
  });

  test('claims no buffer between items of one person', () => {
    const config = aSalon({
      services: [minutes('a', 10, { bufferMinutes: 30 }), minutes('b', 10, { bufferMinutes: 5 })],
      staff: [aStaff('anna', ['a', 'b'])],
    });
    const [shape] = shapesOf(config, asking('a', 'b'));
    expect(claims(shape)).toEqual(['0 0-10', '1 10-25']);
  });

  test('gives the colourist her buffer after the finish, not after what she does inside', () => {
    const config = aSalon({
      services: [{ ...colour(30), bufferMinutes: 10 }, minutes('brows', 15, { bufferMinutes: 20 })],
      staff: [aStaff('anna', ['colour', 'brows'])],
    });
    const inside = shapesOf(config, asking('colour', 'brows')).find((shape) => shape.items[1]?.start === 20 * MINUTE);
    expect(claims(inside)).toEqual(['0 0-20', '1 20-35', '0 50-75']);
    expect(inside).toMatchObject({ end: 65 * MINUTE, busyUntil: 75 * MINUTE, changes: 0, waited: 0 });
  });

  test('of two items that end together the longer buffer counts', () => {
    const soak = (buffer: number) =>
      aService('soak', { phases: phases(['work', 5], ['processing', 15]), bufferMinutes: buffer });
    const last = (first: number, second: number) => {
      const config = aSalon({
        services: [soak(first), minutes('nails', 15, { bufferMinutes: second })],
        staff: [aStaff('anna', ['soak', 'nails'])],
      });
      const all = shapesOf(config, asking('soak', 'nails'));
      return claims(all.find((shape) => shape.end === 20 * MINUTE));
    };
    expect(last(10, 5)).toEqual(['0 0-5', '1 5-20', '0 20-30']);
    expect(last(5, 10)).toEqual(['0 0-5', '1 5-30']);
  });

  test('needs a chair until the last buffer, even one of somebody who left earlier', () => {
    const [shape] = shapes([minutes('a', 10, { bufferMinutes: 60, stationKind: 'chair' }), minutes('b', 10)]);
    expect(shape?.stationNeeds).toEqual([{ kind: 'chair', start: 0, end: 70 * MINUTE }]);
    expect(shape).toMatchObject({ end: 20 * MINUTE, changes: 1, priceCents: 6_000 });
  });

  test('needs one station of each kind, each from its own first item on', () => {
    const config = aSalon({
      services: [
        minutes('a', 10, { stationKind: 'chair' }),
        minutes('b', 10, { stationKind: 'basin', bufferMinutes: 5 }),
        minutes('c', 10, { stationKind: 'chair' }),
      ],
      staff: [aStaff('anna', ['a', 'b', 'c'])],
      stations: [
        { id: 'chair', kind: 'chair' },
        { id: 'basin', kind: 'basin' },
      ],
      policy: { maxWaitMinutes: 5 },
    });
    const all = shapesOf(config, asking('a', 'b', 'c'));
    expect(all.map((shape) => shape.stationNeeds)).toEqual([
      [
        { kind: 'chair', start: 0, end: 30 * MINUTE },
        { kind: 'basin', start: 10 * MINUTE, end: 30 * MINUTE },
      ],
      [
        { kind: 'chair', start: 0, end: 35 * MINUTE },
        { kind: 'basin', start: 15 * MINUTE, end: 35 * MINUTE },
      ],
      [
        { kind: 'chair', start: 0, end: 40 * MINUTE },
        { kind: 'basin', start: 15 * MINUTE, end: 40 * MINUTE },
      ],
    ]);
  });

  test('says how often the customer is handed on and how long she waits', () => {
    const waiting = shapes([minutes('a', 10), minutes('b', 10), minutes('c', 10)], { maxWaitMinutes: 20 });
    const summary = waiting.map((shape) => [...shape.items.map((item) => item.start / MINUTE), shape.waited / MINUTE]);
    expect(summary).toContainEqual([0, 10, 20, 0]);
    expect(summary).toContainEqual([0, 15, 30, 10]);
    expect(summary).toContainEqual([0, 30, 60, 40]);
    expect(new Set(waiting.map((shape) => shape.changes))).toEqual(new Set([2]));
  });
});

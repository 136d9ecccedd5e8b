import { expect, test } from 'vitest';
import { colour, cut } from './calendar.fixture.ts';
import { type Piece, pieceOf } from './piece.ts';
import { placesOf } from './places.ts';

const places = (...visits: Parameters<typeof pieceOf>[0][]) => {
  const pieces = visits.map((one) => pieceOf(one, 'ada')).filter((one): one is Piece => one !== undefined);
  const found = placesOf(pieces);
  return pieces.map(({ key }) => {
    const place = found.get(key);
    return place && `${place.track + 1}/${place.tracks} +${place.depth}`;
  });
};

test('one after the other, each has the whole width', () => {
  expect(places(cut('a', '09:00', '09:30'), cut('b', '09:30', '10:00'))).toEqual(['1/1 +0', '1/1 +0']);
});

test('a cut while colour develops lies in the colour, a step in', () => {
  expect(places(colour('a'), cut('b', '10:30', '11:00'))).toEqual(['1/1 +0', '1/1 +1']);
});

test('two short visits while colour develops lie one below the other', () => {
  expect(places(colour('a'), cut('b', '10:30', '10:45'), cut('c', '10:45', '11:00'))).toEqual([
    '1/1 +0',
    '1/1 +1',
    '1/1 +1',
  ]);
});

test('what is laid over taken time on purpose stands beside it', () => {
  expect(places(cut('a', '09:00', '10:00'), cut('b', '09:30', '10:30'))).toEqual(['1/2 +0', '2/2 +0']);
});

test('three at once, of which the first and the last do not meet, need two tracks', () => {
  expect(places(cut('a', '09:00', '10:00'), cut('b', '09:30', '10:30'), cut('c', '10:00', '11:00'))).toEqual([
    '1/2 +0',
    '2/2 +0',
    '1/2 +0',
  ]);
});

test('two pairs that a third visit ties together share their tracks', () => {
  const list = [
    cut('a', '09:00', '10:00'),
    cut('b', '09:10', '09:50'),
    cut('c', '09:20', '11:00'),
    cut('d', '10:30', '11:30'),
  ];
  expect(places(...list)).toEqual(['1/3 +0', '2/3 +0', '3/3 +0', '1/3 +0']);
});

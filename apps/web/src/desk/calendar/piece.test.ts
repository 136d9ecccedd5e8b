import { wallTime } from '@salon/domain/time/wall-clock';
import { expect, test } from 'vitest';
import { at, colour, item, visit, ZONE } from './calendar.fixture.ts';
import { busyOf, type Piece, pieceOf, stationPieceOf } from './piece.ts';

const clock = (instant: number) => wallTime(ZONE, instant).time;
const told = (piece: Piece | undefined) =>
  piece?.stretches.map(({ kind, start, end }) => `${kind} ${clock(start)}–${clock(end)}`);

test('while colour develops her hands are free', () => {
  const piece = pieceOf(colour('Müller'), 'ada');
  expect(told(piece)).toEqual(['work 10:00–10:30', 'processing 10:30–11:00', 'finish 11:00–11:15']);
  expect(piece && busyOf(piece)).toEqual([
    { start: at('10:00'), end: at('10:30') },
    { start: at('11:00'), end: at('11:15') },
  ]);
});

test('a visit with two people is one piece in each of their columns, and in no other', () => {
  const both = visit(
    'Weber',
    item('ada', 'Farbe', ['work', '10:00', '10:30']),
    item('ben', 'Schnitt', ['work', '10:30', '11:00']),
  );
  expect(told(pieceOf(both, 'ada'))).toEqual(['work 10:00–10:30']);
  expect(told(pieceOf(both, 'ben'))).toEqual(['work 10:30–11:00']);
  expect(pieceOf(both, 'cem')).toBeUndefined();
});

test('while somebody else is with the customer she is free, though the visit goes on', () => {
  const visit3 = visit(
    'Weber',
    item('ada', 'Farbe', ['work', '10:00', '10:30']),
    item('ben', 'Maniküre', ['work', '10:30', '11:00']),
    item('ada', 'Föhnen', ['work', '11:00', '11:30']),
  );
  expect(told(pieceOf(visit3, 'ada'))).toEqual(['work 10:00–10:30', 'elsewhere 10:30–11:00', 'work 11:00–11:30']);
});

test('what she needs to clear up is hers too, but no longer the service', () => {
  const cleared = visit('Groß', { ...item('ada', 'Schnitt', ['work', '10:00', '10:30']), bufferMinutes: 5 });
  const piece = pieceOf(cleared, 'ada');
  expect(told(piece)).toEqual(['work 10:00–10:30', 'buffer 10:30–10:35']);
  expect(piece && busyOf(piece)).toEqual([{ start: at('10:00'), end: at('10:35') }]);
});

test('a chair is taken from its first need to its last', () => {
  const seated = {
    ...colour('Müller'),
    stations: [{ stationId: 'chair', startsAt: '2026-12-19T10:00:00+01:00', endsAt: '2026-12-19T11:20:00+01:00' }],
  };
  expect(told(stationPieceOf(seated, 'chair'))).toEqual(['work 10:00–11:20']);
  expect(stationPieceOf(seated, 'room')).toBeUndefined();
});

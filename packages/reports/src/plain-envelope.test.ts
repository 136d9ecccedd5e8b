import { expect, test } from 'vitest';
import { plainItem } from './plain-envelope.ts';

const recording = (events: object[]) =>
  plainItem([{ type: 'replay_recording' }, `{"segment_id":0}\n${JSON.stringify(events)}`]);

test('a recording shows how a page is laid out and where was pressed, and nothing that stands on it', () => {
  const [, sent] = recording([
    { type: 4, data: { href: 'https://termine.example/b/AZ3fKq0_9x', width: 390, height: 844 } },
    {
      type: 2,
      data: {
        node: {
          type: 2,
          tagName: 'a',
          attributes: {
            class: 'flex',
            href: 'tel:+491517654321',
            'aria-label': 'Anna anrufen',
            id: 'anna',
            style: 'top: 4px',
          },
          childNodes: [
            { type: 3, textContent: 'Anna Petersen', id: 3 },
            { type: 3, textContent: '.flex { display: flex }', isStyle: true, id: 4 },
            {
              type: 2,
              tagName: 'link',
              attributes: { rel: 'stylesheet', href: 'https://termine.example/assets/main-1.css' },
            },
            {
              type: 2,
              tagName: 'img',
              attributes: { src: 'https://photos.example/anna.jpg', alt: 'Anna', rr_width: '40px' },
            },
          ],
        },
      },
    },
    {
      type: 3,
      data: {
        source: 0,
        texts: [{ id: 3, value: 'Anna P.' }],
        attributes: [{ id: 2, attributes: { title: 'Anna', class: 'grid' } }],
      },
    },
    { type: 3, data: { source: 5, id: 9, text: 'anna@kunde.example', isChecked: false } },
    { type: 3, data: { source: 2, type: 2, id: 2, x: 10, y: 20 } },
    {
      type: 5,
      data: { tag: 'breadcrumb', payload: { message: 'button[aria-label="Anna"]', data: { url: '/b/secret' } } },
    },
  ]) ?? [{}, ''];
  expect(JSON.parse(String(sent).split('\n')[1] ?? '')).toEqual([
    { type: 4, data: { href: '/b/:token', width: 390, height: 844 } },
    {
      type: 2,
      data: {
        node: {
          type: 2,
          tagName: 'a',
          attributes: { class: 'flex', style: 'top: 4px' },
          childNodes: [
            { type: 3, textContent: '**** ********', id: 3 },
            { type: 3, textContent: '.flex { display: flex }', isStyle: true, id: 4 },
            { type: 2, tagName: 'link', attributes: { rel: 'stylesheet', href: '/assets/main-1.css' } },
            { type: 2, tagName: 'img', attributes: { rr_width: '40px' } },
          ],
        },
      },
    },
    {
      type: 3,
      data: { source: 0, texts: [{ id: 3, value: '**** **' }], attributes: [{ id: 2, attributes: { class: 'grid' } }] },
    },
    { type: 3, data: { source: 5, id: 9, text: '******************', isChecked: false } },
    { type: 3, data: { source: 2, type: 2, id: 2, x: 10, y: 20 } },
  ]);
});

test('what goes with a recording says which pages by their routes', () => {
  const replay = {
    type: 'replay_event',
    replay_id: 'a',
    urls: ['https://x/b/secret'],
    user: { email: 'anna@kunde.example' },
    request: { url: '/b/secret' },
  };
  expect(plainItem([{ type: 'replay_event' }, replay])?.[1]).toEqual({
    type: 'replay_event',
    replay_id: 'a',
    urls: ['/b/:token'],
  });
});

test('an event is cut down; what nobody asked for, or cannot be read, stays here', () => {
  expect(plainItem([{ type: 'event' }, { message: 'of anna@kunde.example', extra: { a: 1 } }])?.[1]).toEqual({
    message: 'of [mail]',
  });
  for (const type of ['feedback', 'session', 'log', 'profile', 'attachment', 'span', 'client_report']) {
    expect(plainItem([{ type }, {}]), type).toBeUndefined();
  }
  expect(plainItem([{ type: 'replay_recording' }, new Uint8Array(4)])).toBeUndefined();
});

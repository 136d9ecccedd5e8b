import { expect, test } from 'vitest';
import { plainProfile } from './plain-profile.ts';

test('a profile says where in our code time goes, and not for whom', () => {
  const frames = [
    { function: 'Slots.<anonymous>', filename: '/app/apps/api/src/app.ts', abs_path: '/home/anna/app.ts', lineno: 3 },
    { function: 'Anna Petersen', filename: '/b/anna@kunde.example', module: 'b:anna', lineno: 1 },
  ];
  const profile = { samples: [{ stack_id: 0, thread_id: '0', timestamp: 1.5, of: 'anna' }], stacks: [[0, 1]], frames };
  expect(
    plainProfile({ chunk_id: 'a', release: 'salon@1.2.3', user: 'anna', measurements: { anna: 1 }, profile }),
  ).toEqual({
    chunk_id: 'a',
    release: 'salon@1.2.3',
    profile: {
      samples: [{ stack_id: 0, thread_id: '0', timestamp: 1.5 }],
      stacks: [[0, 1]],
      frames: [
        { function: 'Slots.<anonymous>', filename: '/app/apps/api/src/app.ts', lineno: 3 },
        { function: '', filename: '/b/:token', lineno: 1 },
      ],
    },
  });
});

import type { Page } from 'playwright-core';

/** Lets a page draw nothing until what it answers is called: a machine so busy that its next frame comes late. */
export async function holdFrames(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const draw = window.requestAnimationFrame;
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (callback) => waiting.push(callback);
    return {
      release() {
        window.requestAnimationFrame = draw;
        for (const callback of waiting) draw(callback);
      },
    };
  });
  return () => held.evaluate(({ release }) => release());
}

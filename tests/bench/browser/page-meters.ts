/**
 * Meters that run inside a page, as text: what a loader adds to functions is not there. All times are milliseconds since
 * the page's time origin, and lie after the frame that shows what they are about has been painted.
 */

/** Calls `then` once the next frame is on the screen. */
const PAINTED = `const painted = (then) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => then(performance.now());
  channel.port2.postMessage(null);
});`;

/** `window.shownAt`: when the first element that matches was on the screen; null before. To be added before a page loads. */
export function firstShown(selector: string): string {
  return `(() => { ${PAINTED}
    window.shownAt = null;
    const look = () => document.querySelector(${JSON.stringify(selector)}) === null
      ? requestAnimationFrame(look)
      : painted((at) => { window.shownAt = at; });
    look();
  })()`;
}

/**
 * `window.frames`: when each frame began, from now on. `window.liftedAfter`: from the mouse's first move with its button
 * down that was far enough to lift a card until the card showed as lifted.
 */
export const FRAMES = `(() => { ${PAINTED}
  window.frames = [];
  window.liftedAfter = null;
  const run = (window.frameRun = (window.frameRun ?? 0) + 1);
  const frame = (at) => { window.frames.push(at); if (window.frameRun === run) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
  let from = null;
  addEventListener('mousedown', ({ clientX, clientY }) => { from = [clientX, clientY]; }, { capture: true, once: true });
  const moved = ({ clientX, clientY }) => {
    if (from === null || Math.hypot(clientX - from[0], clientY - from[1]) < 6) return;
    removeEventListener('mousemove', moved, true);
    const began = performance.now();
    const look = () => document.querySelector('[data-carried]') === null
      ? requestAnimationFrame(look)
      : painted((at) => { window.liftedAfter = at - began; });
    requestAnimationFrame(look);
  };
  addEventListener('mousemove', moved, true);
})()`;

/** Ends the run, and gives what it saw. */
export const FRAMES_SEEN = `(() => { window.frameRun += 1; return { frames: window.frames, liftedAfter: window.liftedAfter }; })()`;

/** `window.cardsAt[number]`: when a card showed up as the first of its column, in milliseconds of the machine's clock. */
export const TOPS = `(() => { ${PAINTED}
  window.cardsAt = {};
  const tops = () => [...document.querySelectorAll('section[data-stage]')]
    .map((column) => column.querySelector('article[data-card]:not([inert])')?.dataset.card);
  let known = new Set(tops());
  const look = () => {
    const now = tops();
    const fresh = now.filter((card) => card !== undefined && !known.has(card) && !(card in window.cardsAt));
    known = new Set(now);
    if (fresh.length > 0) painted((at) => { for (const card of fresh) window.cardsAt[card] = performance.timeOrigin + at; });
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-card'] });
})()`;

/** A page with nothing but a board's answer and its first card: no framework, no style. */
export function barePage(query: string): string {
  return `<!doctype html><meta charset="utf-8"><title>bare</title><body><script type="module">
    const answer = await fetch('/graphql', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ query }))},
    });
    const { data } = await answer.json();
    const [card] = data.board.columns.flatMap((column) => column.complaints.nodes);
    const article = document.createElement('article');
    article.dataset.card = card.number;
    article.textContent = card.subject;
    document.body.append(article);
  </script>`;
}

export const EMPTY_PAGE = '<!doctype html><meta charset="utf-8"><title>empty</title><body>';

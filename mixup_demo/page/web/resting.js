// A page at rest asks for no frames, so that processors may sleep: only Gradio's sign would.

// The file of Gradio's sign of loading. It counts the time with every frame, and (6.31) never ends:
// taken out of the page while it counts, it goes on for as long as the page is open.
const SIGN = "statustracker";

/**
 * Gives Gradio's front end no more frames for its sign of loading once it has come.
 *
 * Must be called before that front end is loaded, which keeps the function that it finds.
 * @param {Pick<Window, "requestAnimationFrame">} page
 * @param {Promise<unknown>} opened when Gradio's front end has come
 */
export function endLoadingSign(page, opened) {
  const given = page.requestAnimationFrame;
  let ended = false;
  const gradios = (/** @type {FrameRequestCallback} */ callback) =>
    ended && new Error().stack?.includes(SIGN) ? 0 : given.call(page, callback);
  page.requestAnimationFrame = gradios;
  opened.then(() => {
    ended = true;
    page.requestAnimationFrame = given; // for all others
  });
}

// Within the page of a Hugging Face Space, whose address bar does not follow the app in its frame
// unless it is told to (https://huggingface.co/docs/hub/spaces-handle-url-parameters).

const OUTER = "https://huggingface.co";

/** @type {string | undefined} what was told last */
let told;

/**
 * Who frames this page; nobody where it stands alone.
 * @param {Pick<Window, "parent" | "location" | "document">} page
 */
export function framedBy(page) {
  if (page.parent === page) return null;
  const [outer] = page.location.ancestorOrigins ?? [];
  if (outer) return outer;
  try {
    return new URL(page.document.referrer).origin;
  } catch {
    return null; // it does not say
  }
}

/**
 * Tell the Space's page the state, where that is what frames this one and does not know it yet.
 * @param {Pick<Window, "parent" | "location" | "document">} page
 */
export function tellSpace(page = window) {
  if (framedBy(page) !== OUTER) return;
  const { search, hash } = page.location;
  if (search + hash === told) return;
  told = search + hash;
  page.parent.postMessage({ queryString: search.slice(1), hash: hash.slice(1) }, OUTER);
}

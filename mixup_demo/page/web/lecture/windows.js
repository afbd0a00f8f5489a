// Full screen, and the window of the speaker's notes.

const SPEAKER_SIZE = "width=760,height=640";

export function openNotes() {
  const target = new URL(location.href);
  target.searchParams.set("speaker", "1");
  window.open(target, "mixup-explorer-speaker", SPEAKER_SIZE);
}

/** @param {() => void} refused where the browser or the frame allows none */
export async function toggleFull(refused) {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    refused();
  }
}

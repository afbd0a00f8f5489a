// Two short sounds, made here, and what mixing does to them: waveform and spectrogram.

export const RATE = 8000; // samples a second
export const SECONDS = 1.2;
export const BORDER = 0.8; // kHz, between the low tone and the whistle
const WINDOW = 256, HOP = 96; // samples of the spectrogram
const LOW = 196; // Hz
const RISE = [1200, 3000]; // Hz
const PARTIALS = [1, 0.5, 0.3]; // of the low tone

/** @param {number} share of the sound's length that has passed */
const envelope = (share) => Math.min(1, 20 * share, 20 * (1 - share)); // no click at the ends

const LENGTH = Math.round(RATE * SECONDS);

/** A low tone with overtones, which fades. */
export function lowTone() {
  return Float32Array.from({ length: LENGTH }, (_, k) => {
    const time = k / RATE;
    const sum = PARTIALS.reduce((found, size, n) => found + size * Math.sin(2 * Math.PI * LOW * (n + 1) * time), 0);
    return 0.45 * sum * envelope(k / LENGTH) * Math.exp(-1.2 * time);
  });
}

/** A whistle that rises. */
export function whistle() {
  const [from, to] = RISE;
  return Float32Array.from({ length: LENGTH }, (_, k) => {
    const time = k / RATE;
    const phase = 2 * Math.PI * (from * time + ((to - from) * time * time) / (2 * SECONDS));
    return 0.5 * Math.sin(phase) * envelope(k / LENGTH);
  });
}

/**
 * @param {Float32Array} a
 * @param {Float32Array} b
 * @param {number} lam
 */
export const mixed = (a, b, lam) => a.map((value, k) => lam * value + (1 - lam) * b[k]);

/**
 * Spectra of a sound by time and frequency (short-time Fourier transform with a Hann window), as [real, imaginary].
 * @param {Float32Array} sound
 */
export function spectra(sound) {
  const hann = Array.from({ length: WINDOW }, (_, k) => 0.5 - 0.5 * Math.cos((2 * Math.PI * k) / WINDOW));
  const starts = Array.from({ length: Math.floor((sound.length - WINDOW) / HOP) + 1 }, (_, k) => k * HOP);
  return starts.map((start) => fourier(hann.map((weight, k) => [weight * sound[start + k], 0])).slice(0, WINDOW / 2));
}

/**
 * Energies of two mixed sounds by frequency and time: spectra mix as the sounds do, so that no λ transforms anew.
 * @param {number[][][]} a spectra of the first sound
 * @param {number[][][]} b of the second one, which is as long
 * @param {number} lam
 * @returns {{ time: number[], frequency: number[], energy: number[][] }} s, kHz, [frequency][time]
 */
export function spectrogram(a, b, lam) {
  const energyAt = (/** @type {number} */ time, /** @type {number} */ bin) => {
    const [one, other] = [a[time][bin], b[time][bin]];
    const re = lam * one[0] + (1 - lam) * other[0];
    const im = lam * one[1] + (1 - lam) * other[1];
    return re * re + im * im;
  };
  return {
    time: a.map((_, time) => (time * HOP + WINDOW / 2) / RATE),
    frequency: a[0].map((_, bin) => (bin * RATE) / WINDOW / 1000),
    energy: a[0].map((_, bin) => a.map((_, time) => energyAt(time, bin))),
  };
}

/**
 * The fast Fourier transform of [real, imaginary] numbers.
 * @param {number[][]} values
 * @returns {number[][]}
 */
function fourier(values) {
  const count = values.length;
  if (count === 1) return values;
  const [even, odd] = [0, 1].map((rest) => fourier(values.filter((_, k) => k % 2 === rest)));
  const turned = odd.map(([re, im], k) => {
    const angle = (-2 * Math.PI * k) / count;
    return [re * Math.cos(angle) - im * Math.sin(angle), re * Math.sin(angle) + im * Math.cos(angle)];
  });
  const sum = (/** @type {number} */ sign) => even.map(([re, im], k) => [re + sign * turned[k][0], im + sign * turned[k][1]]);
  return [...sum(1), ...sum(-1)];
}

/**
 * The share of the energy below a frequency.
 * @param {ReturnType<typeof spectrogram>} found
 * @param {number} border kHz
 */
export function shareBelow({ frequency, energy }, border) {
  const sums = energy.map((row) => row.reduce((sum, value) => sum + value, 0));
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.reduce((sum, value, k) => sum + (frequency[k] < border ? value : 0), 0) / total;
}

/** @type {AudioContext | undefined} one for all figures: browsers allow few, and each keeps a thread */
let audio;

/** @param {Float32Array} sound */
export function play(sound) {
  audio ??= new AudioContext();
  audio.resume(); // phones stop it while they show something else
  const buffer = audio.createBuffer(1, sound.length, RATE);
  buffer.copyToChannel(/** @type {Float32Array<ArrayBuffer>} */ (sound), 0);
  const source = audio.createBufferSource();
  source.buffer = buffer;
  source.connect(audio.destination);
  source.start();
}

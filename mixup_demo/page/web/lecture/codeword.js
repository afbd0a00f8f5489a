// An answer as a word of four letters that can be read out: two syllables of a consonant and a
// vowel that sound apart in English and in Korean. The second consonant is a check: no two words
// differ in one letter only, and none is another one with its syllables swapped. So a word that was
// misheard in one letter, or written down the wrong way round, is no word.

const CONSONANTS = "bdhjklmnst";
const VOWELS = "aeiou";
// their places in Unicode's Hangul: ㅂ ㄷ ㅎ ㅈ ㅋ ㄹ ㅁ ㄴ ㅅ ㅌ, and ㅏ ㅔ ㅣ ㅗ ㅜ
const INITIALS = [7, 3, 18, 12, 15, 5, 6, 2, 9, 16];
const MEDIALS = [0, 5, 20, 8, 13];
const HANGUL = 0xac00;
const MEDIAL_COUNT = 21;
const FINAL_COUNT = 28;
const MOST = CONSONANTS.length * VOWELS.length ** 2; // words

/** @typedef {{ step: number, answer: number }} Answered step from 1, answer from 0 */

/**
 * @param {number} first consonant
 * @param {number} v1
 * @param {number} v2
 */
const checked = (first, v1, v2) => (first + 2 * v1 + 8 * v2 + 2) % CONSONANTS.length;

/**
 * @param {Answered} answered
 * @param {number} most answers of a question
 * @returns {string}
 */
export function wordOf({ step, answer }, most) {
  const number = (step - 1) * most + answer;
  if (!(number >= 0 && number < MOST && answer >= 0 && answer < most)) throw new RangeError(`no word for answer ${answer} of step ${step}`);
  const [first, v1, v2] = [Math.floor(number / 25), Math.floor(number / 5) % 5, number % 5];
  return CONSONANTS[first] + VOWELS[v1] + CONSONANTS[checked(first, v1, v2)] + VOWELS[v2];
}

/**
 * What a word says; null for what is none, a misheard one, say.
 * @param {string} word
 * @param {number} most answers of a question
 * @returns {Answered | null}
 */
export function answerOf(word, most) {
  const [first, v1, second, v2] = [...word.toLowerCase()].map((letter, i) => (i % 2 ? VOWELS : CONSONANTS).indexOf(letter));
  if (word.length !== 4 || [first, v1, second, v2].includes(-1) || second !== checked(first, v1, v2)) return null;
  const number = first * 25 + v1 * 5 + v2;
  return { step: Math.floor(number / most) + 1, answer: number % most };
}

/**
 * The word in Hangul, as it is read out in Korean.
 * @param {string} word
 */
export function hangulOf(word) {
  const syllables = /** @type {string[]} */ (word.match(/../g));
  return syllables.map(([consonant, vowel]) => String.fromCharCode(HANGUL
    + (INITIALS[CONSONANTS.indexOf(consonant)] * MEDIAL_COUNT + MEDIALS[VOWELS.indexOf(vowel)]) * FINAL_COUNT)).join("");
}

/**
 * The word in what a student has sent: the word itself, or a link that holds it.
 * @param {string} text
 */
export function wordIn(text) {
  const found = /[?&]word=([a-z]{4})(?![a-z])/.exec(text);
  return found ? found[1] : text.trim().toLowerCase();
}

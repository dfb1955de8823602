/**
 * A fingerprint of a text in 16 hexadecimal digits: texts that share most of their words share most of its bits
 * (simhash, M. Charikar, 2002). It shows whether a section was edited, or its text exchanged for another.
 */
export function fingerprint(text: string): string {
  const votes = new Int32Array(64);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []) {
    const [low, high] = halvesOf(word);
    for (let bit = 0; bit < 32; bit += 1) {
      votes[bit] = (votes[bit] ?? 0) + ((low >>> bit) & 1) * 2 - 1;
      votes[bit + 32] = (votes[bit + 32] ?? 0) + ((high >>> bit) & 1) * 2 - 1;
    }
  }
  const bits = votes.reduce((sum, vote, bit) => (vote > 0 ? sum | (1n << BigInt(bit)) : sum), 0n);
  return bits.toString(16).padStart(16, '0');
}

/** How many of the 64 bits of two fingerprints differ: below 16 for versions of a text, about 32 for two texts. */
export function differingBits(a: string, b: string): number {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll('0', '').length;
}

/** The lower and the upper 32 bits of a word's hash. Texts repeat their words, and 64 bits are slow to make. */
function halvesOf(word: string): readonly [number, number] {
  let halves = hashCache.get(word);
  if (!halves) {
    const hash = hash64(word);
    hashCache.set(word, (halves = [Number(hash & 0xffffffffn), Number(hash >> 32n)]));
  }
  return halves;
}

const hashCache = new Map<string, readonly [number, number]>();

/** FNV-1a with 64 bits and a final mix, so that short words spread over all bits. */
function hash64(word: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const letter of word) hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  hash ^= hash >> 33n;
  hash = BigInt.asUintN(64, hash * 0xff51afd7ed558ccdn);
  return hash ^ (hash >> 33n);
}

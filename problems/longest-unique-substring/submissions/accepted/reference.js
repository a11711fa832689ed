// A window whose start jumps past the last occurrence of each new character: O(n) for any alphabet.
function longestUnique(s) {
  const lastSeen = new Map();
  let start = 0;
  let longest = 0;
  let count = 0; // of code points, which may take two units each
  for (const c of s) {
    const before = lastSeen.get(c);
    if (before !== undefined && before >= start) start = before + 1;
    lastSeen.set(c, count);
    count += 1;
    if (count - start > longest) longest = count - start;
  }
  return longest;
}

function words_by_count(sentences) {
  const counts = new Map();
  for (const sentence of sentences) {
    for (const word of new Set(sentence.toLowerCase().match(/[a-z0-9]+/g))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const groups = {};
  for (const [word, count] of counts) (groups[count] ??= []).push(word);
  return groups;
}

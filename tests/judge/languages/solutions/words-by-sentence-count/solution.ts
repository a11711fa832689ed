export default { words_by_count };

function words_by_count(sentences: string[]): Map<number, string[]> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of new Set(sentence.toLowerCase().match(/[a-z0-9]+/g))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const groups = new Map<number, string[]>();
  for (const [word, count] of counts) {
    const group = groups.get(count);
    if (group) group.push(word);
    else groups.set(count, [word]);
  }
  return groups;
}

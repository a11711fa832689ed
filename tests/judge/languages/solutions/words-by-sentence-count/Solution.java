import java.util.*;

class Solution {
    static Map<Integer, List<String>> words_by_count(List<String> sentences) {
        Map<String, Integer> counts = new HashMap<>();
        for (String sentence : sentences) {
            for (String word : new HashSet<>(Arrays.asList(sentence.toLowerCase().split("[^a-z0-9]+")))) {
                if (!word.isEmpty()) counts.merge(word, 1, Integer::sum);
            }
        }
        Map<Integer, List<String>> groups = new TreeMap<>();
        counts.forEach((word, count) -> groups.computeIfAbsent(count, key -> new ArrayList<>()).add(word));
        return groups;
    }
}

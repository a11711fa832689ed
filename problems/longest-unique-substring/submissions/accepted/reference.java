// A window whose start jumps past the last occurrence of each new character: O(n) for any alphabet.
import java.util.HashMap;
import java.util.Map;

class Solution {
    static int longestUnique(String s) {
        Map<Integer, Integer> lastSeen = new HashMap<>();
        int start = 0;
        int longest = 0;
        int count = 0; // of code points, which may take two chars each
        for (int at = 0; at < s.length(); count++) {
            int c = s.codePointAt(at);
            at += Character.charCount(c);
            Integer before = lastSeen.put(c, count);
            if (before != null && before >= start) start = before + 1;
            longest = Math.max(longest, count - start + 1);
        }
        return longest;
    }
}

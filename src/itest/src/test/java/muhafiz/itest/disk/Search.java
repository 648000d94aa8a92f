package muhafiz.itest.disk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import muhafiz.itest.disk.Spellings.Spelling;

/** Finds any of many byte patterns in one pass (Aho and Corasick, CACM 18, 1975). Safe for use by several threads. */
final class Search {
    private static final int ALPHABET = 256;

    private final List<Spelling> spellings;
    private final int[] next;
    private final int[] found;
    private final int[] alsoFound;

    /** Is told of each place where a spelling ends. */
    interface Finder {
        void found(Spelling spelling, int end);
    }

    Search(List<Spelling> spellings) {
        this.spellings = List.copyOf(spellings);
        int most = 1
                + spellings.stream()
                        .mapToInt(spelling -> spelling.bytes().length)
                        .sum();
        next = new int[most * ALPHABET];
        found = new int[most];
        alsoFound = new int[most];
        Arrays.fill(found, -1);
        Arrays.fill(alsoFound, -1);
        plantTree();
        linkFailures();
    }

    private void plantTree() {
        int states = 1;
        for (int i = 0; i < spellings.size(); i++) {
            int state = 0;
            for (byte one : spellings.get(i).bytes()) {
                int edge = state * ALPHABET + (one & 0xff);
                if (next[edge] == 0) {
                    next[edge] = states++;
                }
                state = next[edge];
            }
            found[state] = i;
        }
    }

    private void linkFailures() {
        int[] failure = new int[found.length];
        Deque<Integer> queue = new ArrayDeque<>();
        for (int edge = 0; edge < ALPHABET; edge++) {
            if (next[edge] != 0) {
                queue.add(next[edge]);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int fallback = failure[state];
            alsoFound[state] = found[fallback] >= 0 ? fallback : alsoFound[fallback];
            for (int one = 0; one < ALPHABET; one++) {
                int edge = state * ALPHABET + one;
                if (next[edge] == 0) {
                    next[edge] = next[fallback * ALPHABET + one];
                } else {
                    failure[next[edge]] = next[fallback * ALPHABET + one];
                    queue.add(next[edge]);
                }
            }
        }
    }

    /** Tells of every spelling that stands in these bytes. */
    void in(byte[] bytes, int length, Finder finder) {
        int state = 0;
        for (int i = 0; i < length; i++) {
            state = next[state * ALPHABET + (bytes[i] & 0xff)];
            if (found[state] >= 0 || alsoFound[state] >= 0) {
                tell(state, i + 1, finder);
            }
        }
    }

    private void tell(int state, int end, Finder finder) {
        List<Integer> here = new ArrayList<>();
        for (int at = found[state] >= 0 ? state : alsoFound[state]; at >= 0; at = alsoFound[at]) {
            here.add(found[at]);
        }
        here.forEach(index -> finder.found(spellings.get(index), end));
    }
}

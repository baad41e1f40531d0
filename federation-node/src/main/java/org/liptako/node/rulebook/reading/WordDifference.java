package org.liptako.node.rulebook.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which words of two texts are not the other's: all but a longest sequence that both have. */
final class WordDifference {
    /** Beyond this many pairs of words what lies between a common beginning and a common end counts as changed. */
    private static final int MOST_PAIRS = 1_000_000;

    private static final String LINE_END = "\n";
    private static final Pattern WORD = Pattern.compile("\\n|[^\\S\\n]+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    private final List<String> old;
    private final List<String> now;
    private final boolean[] gone;
    private final boolean[] come;

    private WordDifference(String before, String after) {
        this.old = words(before);
        this.now = words(after);
        this.gone = new boolean[old.size()];
        this.come = new boolean[now.size()];
        int head = head();
        int tail = tail(head);
        Arrays.fill(gone, head, old.size() - tail, true);
        Arrays.fill(come, head, now.size() - tail, true);
        keepCommon(head, tail);
        joinAcrossBlanks(old, gone);
        joinAcrossBlanks(now, come);
    }

    /** Both texts, line by line. */
    static PartChange between(PartChange.Part part, String before, String after) {
        WordDifference difference = new WordDifference(before, after);
        return new PartChange(part, lines(difference.old, difference.gone), lines(difference.now, difference.come));
    }

    private int head() {
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        return head;
    }

    private int tail(int head) {
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return tail;
    }

    private void keepCommon(int head, int tail) {
        int rows = old.size() - head - tail;
        int columns = now.size() - head - tail;
        if ((long) rows * columns > MOST_PAIRS) {
            return;
        }
        int[][] common = common(head, rows, columns);
        int row = 0;
        int column = 0;
        while (row < rows && column < columns) {
            if (old.get(head + row).equals(now.get(head + column))) {
                gone[head + row++] = false;
                come[head + column++] = false;
            } else if (common[row + 1][column] >= common[row][column + 1]) {
                row++;
            } else {
                column++;
            }
        }
    }

    /** How many words both have in common from each pair of places on. */
    private int[][] common(int head, int rows, int columns) {
        int[][] common = new int[rows + 1][columns + 1];
        for (int row = rows - 1; row >= 0; row--) {
            for (int column = columns - 1; column >= 0; column--) {
                common[row][column] = old.get(head + row).equals(now.get(head + column))
                        ? common[row + 1][column + 1] + 1
                        : Math.max(common[row + 1][column], common[row][column + 1]);
            }
        }
        return common;
    }

    /** A blank between two changed words is read with them. */
    private static void joinAcrossBlanks(List<String> words, boolean[] changed) {
        for (int i = 1; i < changed.length - 1; i++) {
            if (words.get(i).isBlank() && !words.get(i).equals(LINE_END) && changed[i - 1] && changed[i + 1]) {
                changed[i] = true;
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private static List<Line> lines(List<String> words, boolean[] changed) {
        List<Line> lines = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            boolean ends = i == words.size() || words.get(i).equals(LINE_END);
            if (ends || (i > from && changed[i] != changed[from])) {
                if (i > from) {
                    runs.add(new Run(String.join("", words.subList(from, i)), changed[from]));
                }
                from = ends ? i + 1 : i;
            }
            if (ends && !runs.isEmpty()) {
                lines.add(new Line(runs));
                runs.clear();
            }
        }
        return lines;
    }
}

package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What commands say is in both languages: tables, results, remarks and failures. {@code LiptakoTest} looks at their help. */
class CommandWordsTest {
    private static final Path ROOM = Path.of("src/main/java/org/liptako/node/cli");
    private static final Pattern TABLE =
            Pattern.compile("new Table\\(\\s*(\"[^\"]*\"(?:\\s*,\\s*\"[^\"]*\")*)\\s*\\)", Pattern.DOTALL);
    private static final Pattern SAID_ONCE = Pattern.compile(
            "(?:\\.line|\\.remark|CommandFailure\\s*\\.(?:badInput|refused|down))\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern SAID_TWICE =
            Pattern.compile("(?:\\.line|\\.remark|choose|badInput|refused|down)\\(\\s*(\"[^\"]*\")\\s*,\\s*\\1\\s*\\)");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    /** A word alone may be the same in both. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L} \\p{L}");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    @Test
    void everyTableHasTheSameColumnsInBothLanguages() throws IOException {
        int tables = 0;
        for (Path file : files()) {
            List<String> headings = TABLE.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(headings.size() % 2).as("%s: tables come in pairs", file).isZero();
            for (int i = 0; i < headings.size(); i += 2) {
                assertThat(columns(headings.get(i))).as(headings.get(i)).isEqualTo(columns(headings.get(i + 1)));
                assertThat(headings.get(i)).isNotEqualTo(headings.get(i + 1));
                tables++;
            }
        }
        assertThat(tables).isGreaterThan(10);
    }

    @Test
    void nothingIsSaidInOneLanguageAlone() throws IOException {
        List<String> stray = new ArrayList<>();
        for (Path file : files()) {
            String code = Files.readString(file);
            add(stray, file, SAID_ONCE.matcher(code), LETTER);
            add(stray, file, SAID_TWICE.matcher(code), SENTENCE);
        }
        assertThat(stray).isEmpty();
    }

    private static void add(List<String> stray, Path file, Matcher said, Pattern what) {
        said.results()
                .map(found -> found.group(1))
                .filter(words -> what.matcher(words).find())
                .forEach(words -> stray.add(file.getFileName() + ": " + words));
    }

    private static long columns(String headings) {
        return COMMA.splitAsStream(headings).count();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(ROOM)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

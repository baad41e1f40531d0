package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The legal officer's guide, followed word by word in both languages: a block that names a file is written, an {@code sh} block is run, and what a
 * {@code text} block shows must be what the last command said, but for lines left out as {@code …}. Blocks {@code sh node} need running nodes;
 * {@code RulesPublishedIT} goes that way.
 */
class GuideTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final List<String> NAMED_BY = List.of("--rules", "--old", "--new", "--facts", "--out", "--holidays");

    private final InputStream standardInput = System.in;
    private final Locale before = Locale.getDefault();

    @TempDir
    private Path directory;

    private String said = "";

    @AfterEach
    void putBack() {
        System.setIn(standardInput);
        Locale.setDefault(before);
    }

    @Test
    void theFrenchGuideIsTrue() throws IOException {
        follow("docs/fr/guide-du-juriste.md", Locale.FRENCH);
    }

    @Test
    void theEnglishGuideIsTrue() throws IOException {
        follow("docs/en/legal-officers-guide.md", Locale.ENGLISH);
    }

    private void follow(String guide, Locale language) throws IOException {
        Locale.setDefault(language);
        int commands = 0;
        Matcher block = BLOCK.matcher(Files.readString(REPOSITORY.resolve(guide)));
        while (block.find()) {
            String[] info = block.group(1).split(" ", 2);
            String text = block.group(2);
            if (info[0].equals("sh") && info.length == 1) {
                for (String line : text.lines().toList()) {
                    run(line);
                    commands++;
                }
            } else if (info[0].equals("text") && info.length == 1) {
                assertShown(text);
            } else if (!info[0].equals("sh")) {
                assertThat(info).as("a block names its file").hasSize(2);
                Files.writeString(directory.resolve(info[1]), text);
            }
        }
        assertThat(commands).isGreaterThan(10);
    }

    private void run(String line) throws IOException {
        List<String> words = words(line);
        switch (words.getFirst()) {
            case "export" -> assertThat(line).isEqualTo("export PATH=\"$PWD/federation-node/bin:$PATH\"");
            case "cp" -> copy(REPOSITORY.resolve(words.get(2)), directory.resolve(words.get(3)));
            case "liptako" -> liptako(words.subList(1, words.size()));
            default -> fail("no command that this test can run: " + line);
        }
    }

    private void liptako(List<String> words) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals("<")) {
                System.setIn(Files.newInputStream(directory.resolve(words.get(i + 1))));
                break;
            }
            boolean file = i > 0 && NAMED_BY.contains(words.get(i - 1));
            arguments.add(file ? directory.resolve(words.get(i)).toString() : words.get(i));
        }
        StringWriter out = new StringWriter();
        int exit =
                Liptako.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments.toArray(String[]::new));
        said = plain(out.toString());
        assertThat(exit).as(() -> words + " says " + said).isEqualTo(ExitCode.DONE);
    }

    /** All that is shown was said, in this order, and without a gap unless an ellipsis stands in a line of its own; the last line may go on. */
    private void assertShown(String shown) {
        Stream<String> runs = Pattern.compile("(?m)^…\\n")
                .splitAsStream(plain(shown))
                .map(String::strip)
                .filter(run -> !run.isEmpty());
        int from = 0;
        for (String run : runs.toList()) {
            int at = said.indexOf(run, from);
            if (at < 0) {
                assertThat(said).contains(run);
            }
            from = at + run.length();
        }
    }

    /** Without what only typography tells apart. */
    private static String plain(String text) {
        return text.replace('’', '\'').replace('\u00A0', ' ').replace('\u202F', ' ');
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> Objects.requireNonNullElse(word.group(1), word.group()))
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}

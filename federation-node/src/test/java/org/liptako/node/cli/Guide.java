package org.liptako.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A guide, followed word by word in a directory: a block that names a file is written, an {@code sh} block is run, and what a {@code text} block shows must be
 * what the last command said, but for lines left out as {@code …}, and for what {@code …} stands for within a line. A block marked
 * {@code no} must be refused; a block {@code console} is for another terminal.
 */
final class Guide {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final List<String> NAMED_BY =
            List.of("--rules", "--old", "--new", "--facts", "--out", "--holidays", "--signatures");

    private final Path directory;
    private final UnaryOperator<String> real;
    private String said = "";
    private int commands;

    /** @param real puts what there is, such as a port, in the place of what the guide says of it */
    Guide(Path directory, UnaryOperator<String> real) {
        this.directory = directory;
        this.real = real;
    }

    /** The guide in its two languages. */
    enum Edition {
        FRENCH("docs/fr/guide-du-juriste.md", Locale.FRENCH),
        ENGLISH("docs/en/legal-officers-guide.md", Locale.ENGLISH);

        private final String file;
        private final Locale language;

        Edition(String file, Locale language) {
            this.file = file;
            this.language = language;
        }

        /** That of the terminal at which it is followed. */
        Locale language() {
            return language;
        }
    }

    /**
     * A block of the guide.
     *
     * @param kind the words behind its fence
     */
    record Block(List<String> kind, String text) {
        boolean isCommands() {
            return kind.getFirst().equals("sh");
        }

        boolean needsNodes() {
            return kind.contains("node");
        }
    }

    /** Follows the blocks that are wanted, in their order, and says how many commands were run. */
    int follow(Edition guide, Predicate<Block> wanted) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(REPOSITORY.resolve(guide.file)));
        while (block.find()) {
            Block next = new Block(List.of(block.group(1).split(" ", -1)), block.group(2));
            if (!next.kind().contains("console") && wanted.test(next)) {
                follow(next);
            }
        }
        return commands;
    }

    private void follow(Block block) throws IOException {
        List<String> kind = block.kind();
        String text = real.apply(block.text());
        if (block.isCommands()) {
            int expected = kind.contains("no") ? ExitCode.NO : ExitCode.DONE;
            for (String line : text.lines().toList()) {
                run(line, expected);
                commands++;
            }
        } else if (kind.getFirst().equals("text") && (kind.size() == 1 || block.needsNodes())) {
            assertShown(text);
        } else {
            assertThat(kind).as("a block names its file").hasSize(2);
            Files.writeString(directory.resolve(kind.get(1)), text);
        }
    }

    private void run(String line, int expected) throws IOException {
        List<String> words = words(line);
        switch (words.getFirst()) {
            case "export" -> assertThat(line).isEqualTo("export PATH=\"$PWD/federation-node/bin:$PATH\"");
            case "cp" -> copy(REPOSITORY.resolve(words.get(2)), directory.resolve(words.get(3)));
            case "cat" -> said = plain(Files.readString(directory.resolve(words.get(1))));
            case "liptako" -> liptako(words.subList(1, words.size()), expected);
            default -> fail("no command that this test can run: " + line);
        }
    }

    private void liptako(List<String> words, int expected) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("<")) {
                System.setIn(Files.newInputStream(directory.resolve(words.get(i + 1))));
                break;
            }
            if (word.startsWith("@")) {
                Stream.of(Files.readString(directory.resolve(word.substring(1))).split("\\s+", -1))
                        .filter(part -> !part.isEmpty())
                        .map(this::inDirectory)
                        .forEach(arguments::add);
            } else {
                boolean file = i > 0 && NAMED_BY.contains(words.get(i - 1));
                arguments.add(file ? directory.resolve(word).toString() : inDirectory(word));
            }
        }
        StringWriter out = new StringWriter();
        int exit =
                Liptako.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments.toArray(String[]::new));
        said = plain(out.toString().replace(directory + "/", ""));
        assertThat(exit).as(() -> words + " says " + said).isEqualTo(expected);
    }

    private String inDirectory(String word) {
        return !word.isEmpty() && Files.exists(directory.resolve(word))
                ? directory.resolve(word).toString()
                : word;
    }

    /** All that is shown was said, in this order, and without a gap unless an ellipsis stands in a line of its own; the last line may go on. */
    private void assertShown(String shown) {
        int from = 0;
        for (String run : Pattern.compile("(?m)^…\\n").split(plain(shown), -1)) {
            String wanted = run.strip();
            Matcher found = Pattern.compile(
                            Stream.of(wanted.split("…", -1)).map(Guide::spaced).collect(Collectors.joining("[^\\n]*")))
                    .matcher(said);
            assertThat(found.find(from)).as("%s%nshows%n%s", said, wanted).isTrue();
            from = found.end();
        }
    }

    /** A table is as wide as what stands in it. */
    private static String spaced(String text) {
        return Stream.of(text.split(" {2,}", -1)).map(Pattern::quote).collect(Collectors.joining(" {2,}"));
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

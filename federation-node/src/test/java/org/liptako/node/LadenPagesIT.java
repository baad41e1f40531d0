package org.liptako.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liptako.pki.name.Role;

/** What a page asks of the database does not grow with the registry. */
class LadenPagesIT {
    private static final int FEW = 240;
    private static final int MORE = 600;
    /** The node asks the database by itself too: the least of a few times is the page's own. */
    private static final int TIMES = 4;

    private static final long MOST_STATEMENTS = 60;
    /** A page of what somebody is shown is filled in a few steps, of which there are more where something is left out. */
    private static final long FILLING = 8;

    private static final int MOST_BYTES = 100_000;

    @TempDir
    private static Path directory;

    private static LadenPages pages;

    @BeforeAll
    static void start() throws IOException {
        pages = new LadenPages(directory);
        LadenRegistry.fill(pages.jdbi(), 0, FEW);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void noPageAsksTheDatabaseMoreOftenOfMoreCopies() throws IOException {
        Map<String, Long> few = statements();
        LadenRegistry.fill(pages.jdbi(), FEW, MORE);

        Map<String, Long> more = statements();
        assertThat(few.values()).as(few.toString()).allMatch(asked -> asked <= MOST_STATEMENTS);
        assertThat(more.values()).as(more.toString()).allMatch(asked -> asked <= MOST_STATEMENTS);
        few.forEach((page, asked) ->
                assertThat(more.get(page)).as("statements for " + page).isLessThanOrEqualTo(asked + FILLING));
    }

    @Test
    void everyPageComesCompressedAndLight() throws IOException {
        for (Role role : LadenPages.READERS) {
            try (KeptLine line = pages.line(role)) {
                for (String path : LadenPages.MAIN) {
                    KeptLine.Page page = line.get(path);

                    assertThat(page.status()).as(role + " " + path).isEqualTo(200);
                    assertThat(page.header("Content-Encoding"))
                            .as(role + " " + path)
                            .contains("gzip");
                    assertThat(page.bytes()).as(role + " " + path).isPositive().isLessThan(MOST_BYTES);
                }
            }
        }
    }

    /** By page: those of the operator, and the homes of all. */
    private static Map<String, Long> statements() throws IOException {
        Map<String, Long> statements = new TreeMap<>();
        for (Role role : LadenPages.READERS) {
            for (String path : role == Role.OPERATOR ? LadenPages.MAIN : LadenPages.MAIN.subList(0, 1)) {
                statements.put(role + " " + path, statements(role, path));
            }
        }
        return statements;
    }

    private static long statements(Role role, String path) throws IOException {
        try (KeptLine line = pages.line(role)) {
            return LongStream.generate(() -> once(line, path))
                    .limit(TIMES)
                    .min()
                    .orElseThrow();
        }
    }

    private static long once(KeptLine line, String path) {
        try {
            long before = CountedStatements.sent();
            assertThat(line.get(path).status()).as(path).isEqualTo(200);
            return CountedStatements.sent() - before;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

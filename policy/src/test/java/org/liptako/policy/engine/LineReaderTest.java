package org.liptako.policy.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final int LIMIT = 4;

    @Test
    void readsLinesWithoutTheirEndsAlsoEmptyOnes() throws IOException {
        assertThat(lines("a\n\nbc\n")).containsExactly("a", "", "bc");
        assertThat(lines("a\nbc")).containsExactly("a", "bc");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aZeroByteIsAByteLikeAnyOther() throws IOException {
        assertThat(lines("\0a\0b\n\0")).containsExactly("\0a\0b", "\0");
    }

    @Test
    void keepsOneByteAboveTheLimitOfALineThatIsTooLong() throws IOException {
        assertThat(lines("1234\n12345\n123456789\nab")).containsExactly("1234", "12345", "12345", "ab");
    }

    private static List<String> lines(String text) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), LIMIT);
        List<String> lines = new ArrayList<>();
        for (byte[] line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line, UTF_8));
        }
        return lines;
    }
}

package org.liptako.node.exchange.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lists that lie in memory, and lists that lie in a file. */
class FileTableTest {
    private static final int LONG = 40_000;

    @Test
    void givesEveryFileByItsPlaceAndInTurn() throws IOException {
        for (int count : new int[] {0, 1, FileTable.STRIDE, 1_000, LONG}) {
            List<ManifestFile> files = files(count);
            List<ManifestFile> table = table(files);

            assertThat(table).hasSize(count).isEqualTo(files);
            Random random = new Random(count);
            for (int i = 0; i < Math.min(count, 1_000); i++) {
                int index = random.nextInt(count);
                assertThat(table.get(index)).isEqualTo(files.get(index));
            }
        }
    }

    @Test
    void staysAfterItsDraftIsClosedAndKnowsItsEnd() throws IOException {
        List<ManifestFile> table = table(files(LONG));
        assertThat(new FileList(table).files()).isSameAs(table);
        assertThat(table.getLast().path().value()).isEqualTo("données/%08d".formatted(LONG - 1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> table.get(LONG));
    }

    @Test
    void keepsTheLargestOfEverything() throws IOException {
        String name = "n".repeat(ManifestPath.MOST_NAME_BYTES);
        ManifestFile large =
                new ManifestFile(new ManifestPath(name + "/" + name + "/" + name + "/" + name), Long.MAX_VALUE, 0777);
        assertThat(table(List.of(large))).containsExactly(large);
    }

    private static List<ManifestFile> table(List<ManifestFile> files) throws IOException {
        try (FileDraft draft = new FileDraft()) {
            for (ManifestFile file : files) {
                draft.add(file);
            }
            return draft.finish();
        }
    }

    private static List<ManifestFile> files(int count) {
        List<ManifestFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(new ManifestFile(new ManifestPath("données/%08d".formatted(i)), 7L * i, 0400 | i % 0400));
        }
        return files;
    }
}

package org.liptako.pki.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

class CeremonyFuzz {
    private static final Path FILE = newFile();

    @FuzzTest(maxDuration = "30s")
    void aDeclarationIsAPlanOrIsRefused(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        try {
            CeremonyPlan plan = new CeremonyReader(new Secrets(place -> new char[] {'x'})).read(FILE);
            assertThat(plan.witnesses()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(plan.acts()).isNotEmpty();
        } catch (CeremonyException refused) {
            assertThat(refused).hasMessageMatching("(?s)[a-z/].+");
        }
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("fuzz", ".yaml");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.liptako.pki.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

class PemFuzz {
    private static final Path FILE = newFile();

    @FuzzTest(maxDuration = "30s")
    void aFileIsReadOrRefusedInASentence(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        for (Consumer<Path> reader :
                List.<Consumer<Path>>of(CertificateFiles::read, KeyFiles::read, RequestFiles::read)) {
            try {
                reader.accept(FILE);
            } catch (IssuingException refused) {
                assertThat(refused).hasMessageEndingWith(".").hasMessageContaining(FILE.toString());
            }
        }
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("fuzz", ".pem");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.liptako.pki.validation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.liptako.pki.name.Zone;

class ChainBatchFuzz {
    private static final ChainBatch BATCH = new ChainBatch(BatchProfile.RFC5280, Zone.INTERNAL);

    @FuzzTest(maxDuration = "30s")
    void everyLineIsAnswered(byte[] bytes) throws IOException, InterruptedException {
        String lines = new String(bytes, StandardCharsets.UTF_8);
        StringWriter answers = new StringWriter();
        try {
            BATCH.run(new BufferedReader(new StringReader(lines)), answers);
        } catch (MalformedLineException told) {
            assertThat(told.line()).isPositive();
        }
        long asked =
                Stream.of(lines.split("\n", -1)).filter(line -> !line.isBlank()).count();
        assertThat(answers.toString().chars().filter(c -> c == '\n').count()).isEqualTo(asked);
    }
}

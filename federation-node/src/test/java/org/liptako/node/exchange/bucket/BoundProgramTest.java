package org.liptako.node.exchange.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundProgramTest {
    @Test
    void endsOnceNobodyHoldsTheOtherEndOfItsPipe() throws IOException, InterruptedException {
        Process program = BoundProgram.of(List.of("sleep", "600")).start();
        try {
            assertThat(program.isAlive()).isTrue();

            // As the system does for a JVM that was killed.
            program.getOutputStream().close();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }
}

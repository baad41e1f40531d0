package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
    private static final int TOGETHER = 8;
    private static final int ROUNDS = 50;

    @TempDir
    Path directory;

    /** A name that no file system takes stands for all that keeps a place from being looked at: rights keep nothing from root. */
    @Test
    void whatCannotBeLookedAtIsNotTakenForRemoved() {
        assertThatThrownBy(() -> Durable.remove(directory.resolve("n".repeat(300))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aDirectoryThatOthersMakeMeanwhileIsThereForAll() throws Exception {
        CyclicBarrier begin = new CyclicBarrier(TOGETHER);
        try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path wanted = directory.resolve("dataset-" + round).resolve("version");
                Callable<Boolean> made = () -> {
                    begin.await();
                    Durable.directory(wanted);
                    return wanted.toFile().isDirectory();
                };
                List<Future<Boolean>> all = threads.invokeAll(Collections.nCopies(TOGETHER, made));
                for (Future<Boolean> each : all) {
                    assertThat(each.get()).isTrue();
                }
            }
        }
    }
}

package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.liptako.node.exchange.bucket.BucketException;

class ReadFaultsTest {
    @Test
    void whatIsGoneCutShortOrOnABadSectorIsLost() {
        assertThat(ReadFaults.isLoss(new NoSuchFileException("a"))).isTrue();
        assertThat(ReadFaults.isLoss(new EOFException("a is shorter"))).isTrue();
        assertThat(ReadFaults.isLoss(new IOException("Input/output error"))).isTrue();
    }

    @Test
    void whatCannotBeOpenedOrAskedNowIsNot() {
        assertThat(ReadFaults.isLoss(new AccessDeniedException("a"))).isFalse();
        assertThat(ReadFaults.isLoss(new FileSystemException("a", null, "Too many open files")))
                .isFalse();
        assertThat(ReadFaults.isLoss(new BucketException("refuse", "refuses"))).isFalse();
        assertThat(ReadFaults.isLoss(new ClosedByInterruptException())).isFalse();
    }

    @Test
    void aNodeThatStopsHasLostNothing() {
        Thread.currentThread().interrupt();
        assertThat(ReadFaults.isLoss(new IOException("Input/output error"))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}

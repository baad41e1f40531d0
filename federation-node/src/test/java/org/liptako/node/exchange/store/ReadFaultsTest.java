package org.liptako.node.exchange.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liptako.node.exchange.bucket.BucketException;

class ReadFaultsTest {
    @Test
    void whatIsGoneCutShortOrOnABadSectorIsLost() {
        assertThat(ReadFaults.isLoss(new NoSuchFileException("a"))).isTrue();
        assertThat(ReadFaults.isLoss(new EOFException("a is shorter"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Input/output error",
                "No data available",
                "Structure needs cleaning",
                "Bad message",
                "Is a directory",
                "Not a directory",
                "Too many levels of symbolic links"
            })
    void whatTheDiskWillNotGiveTomorrowEitherIsLostWhetherReadOrOpened(String words) {
        assertThat(ReadFaults.isLoss(new IOException(words))).isTrue();
        assertThat(ReadFaults.isLoss(new IOException(words + " (NOFOLLOW_LINKS specified)")))
                .isTrue();
        assertThat(ReadFaults.isLoss(new FileSystemException("a", null, words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stale file handle",
                "Too many open files",
                "Too many open files in system",
                "Permission denied",
                "Operation not permitted",
                "Cannot allocate memory",
                "Connection timed out",
                "Transport endpoint is not connected",
                "Host is down",
                "No such device",
                "No such device or address",
                "Resource temporarily unavailable",
                "Interrupted system call",
                "Invalid argument",
                "what nobody has thought of"
            })
    void whatCannotBeAskedNowIsNotWhetherReadOrOpened(String words) {
        assertThat(ReadFaults.isLoss(new IOException(words))).isFalse();
        assertThat(ReadFaults.isLoss(new FileSystemException("a", null, words))).isFalse();
    }

    @Test
    void whatMayNotBeOpenedOrIsRefusedOrInterruptedIsNot() {
        assertThat(ReadFaults.isLoss(new AccessDeniedException("a"))).isFalse();
        assertThat(ReadFaults.isLoss(new BucketException("refuse", "refuses"))).isFalse();
        assertThat(ReadFaults.isLoss(new ClosedByInterruptException())).isFalse();
        assertThat(ReadFaults.isLoss(new InterruptedIOException("The wait was interrupted.")))
                .isFalse();
    }

    @Test
    void aNodeThatStopsHasLostNothing() {
        Thread.currentThread().interrupt();
        assertThat(ReadFaults.isLoss(new IOException("Input/output error"))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}

package org.liptako.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.liptako.node.database.TestDatabase;
import org.liptako.node.journal.event.DatasetId;
import org.liptako.node.journal.event.HoldRecorded;
import org.liptako.node.journal.event.JournalEvent;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.name.State;
import org.liptako.pki.signature.SignedStatement;

class JournalIT {
    private static final DatasetId DATASET = new DatasetId("ML-DS-008");

    private final TestDatabase database = TestDatabase.fresh();
    private final Jdbi jdbi = database.jdbi();
    private final List<Long> projected = Collections.synchronizedList(new ArrayList<>());
    private final Journal journal = new Journal(jdbi, State.ML, Clock.systemUTC(), List.of(new Noting()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entriesAreNumberedFromZeroAndOpenTheirCommitments() {
        assertThat(journal.append(hold("a"))).isZero();
        assertThat(journal.append(hold("b"))).isEqualTo(1);

        List<JournalEntry> entries = journal.read(0, 10);
        assertThat(entries).extracting(JournalEntry::index).containsExactly(0L, 1L);
        assertThat(entries).allMatch(JournalEntry::isCoherent);
        assertThat(entries.get(1).opened().orElseThrow().payload())
                .contains("\"type\":\"HOLD_RECORDED\"")
                .contains("\"reference\":\"b\"");
    }

    @Test
    void theChainStandsForEveryEntryInOrder() {
        for (int i = 0; i < 20; i++) {
            journal.append(hold("n" + i));
        }

        HashChain chain = HashChain.EMPTY;
        for (JournalEntry entry : journal.read(0, 100)) {
            chain = chain.append(entry.commitment());
        }
        assertThat(journal.chain()).isEqualTo(chain);
    }

    @Test
    void manyWritersMakeOneChainWithoutGaps() throws Exception {
        append(List.of(journal));

        theChainStandsForEveryEntry(200);
        assertThat(projected)
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void twoNodesOfAStateMakeOneChainWithoutGaps() throws Exception {
        Journal other = new Journal(jdbi, State.ML, Clock.systemUTC(), List.of(new Noting()));

        append(List.of(journal, other));

        theChainStandsForEveryEntry(200);
        assertThat(projected)
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void whoAppendsInATransactionOfItsOwnAndWhoDoesNotMakeOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                boolean own = writer % 2 == 0;
                running.add(threads.submit(() -> LongStream.range(0, 25).forEach(i -> {
                    if (own) {
                        jdbi.useTransaction(handle -> journal.append(handle, hold("own")));
                    } else {
                        journal.append(hold("together"));
                    }
                })));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        theChainStandsForEveryEntry(100);
    }

    /** Two hundred, by eight writers. */
    private void append(List<Journal> journals) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                String name = "w" + writer;
                Journal one = journals.get(writer % journals.size());
                running.add(threads.submit(() -> LongStream.range(0, 25).forEach(i -> one.append(hold(name)))));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    @Test
    void anEntryAndWhatItsCallerWritesAreCommittedTogetherOrNotAtAll() {
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    journal.append(handle, hold("lost"));
                    throw new IllegalStateException("the caller changes its mind");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(journal.chain()).isEqualTo(HashChain.EMPTY);
        assertThat(journal.append(hold("kept"))).isZero();
    }

    @Test
    void listenersHearOnlyOfWhatIsCommitted() {
        List<Long> sizes = new ArrayList<>();
        Runnable stop = journal.onCommitted(state -> sizes.add(journal.chain().length()));

        journal.append(hold("a"));
        stop.run();
        journal.append(hold("b"));

        assertThat(sizes).containsExactly(1L);
    }

    @Test
    void noHandRewritesAnEntry() {
        journal.append(hold("a"));

        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("UPDATE journal_entry SET payload = '{}'")))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute("DELETE FROM journal_entry")))
                .hasMessageContaining("never changed");
    }

    @Test
    void theSignedHeadIsThatOfTheCommittedChain() {
        journal.append(hold("a"));
        JournalHeads heads = new JournalHeads(jdbi, journal, FakeStatements.of(State.ML));
        HashChain one = journal.chain();
        journal.append(hold("b"));

        assertThat(read(heads.head()).chain()).isEqualTo(journal.chain());
        assertThat(read(heads.headAt(1)).chain()).isEqualTo(one);
        assertThat(read(heads.headAt(0)).chain()).isEqualTo(HashChain.EMPTY);
    }

    private void theChainStandsForEveryEntry(int count) {
        List<JournalEntry> entries = journal.read(0, count + 1);
        assertThat(entries).hasSize(count);
        HashChain chain = HashChain.EMPTY;
        for (JournalEntry entry : entries) {
            assertThat(entry.index()).isEqualTo(chain.length());
            chain = chain.append(entry.commitment());
        }
        assertThat(journal.chain()).isEqualTo(chain);
    }

    private JournalEvent hold(String reference) {
        return new HoldRecorded(journal.now(), DATASET, true, reference);
    }

    private static JournalHead read(SignedStatement statement) {
        return JournalJson.read(new String(statement.payload(), StandardCharsets.UTF_8), JournalHead.class);
    }

    private final class Noting implements JournalProjection {
        @Override
        public void apply(Handle handle, State saidBy, long index, JournalEvent event, Instant recordedAt) {
            projected.add(index);
        }

        @Override
        public void clear(Handle handle) {
            projected.clear();
        }
    }
}

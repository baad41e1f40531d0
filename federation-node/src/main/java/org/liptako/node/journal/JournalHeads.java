package org.liptako.node.journal;

import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.liptako.node.journal.event.JournalJson;
import org.liptako.node.wire.Count;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.pki.evidence.HashChain;
import org.liptako.pki.signature.SignedStatement;
import org.liptako.pki.signature.StatementSigner;

/** Signs the head of this State's journal: what is committed, never what is about to be. Thread-safe. */
public final class JournalHeads {
    private final Jdbi jdbi;
    private final Journal journal;
    private final StatementSigner signer;
    private final JournalStore store = new JournalStore();

    public JournalHeads(Jdbi jdbi, Journal journal, StatementSigner signer) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.signer = signer;
    }

    /** The head now. */
    public SignedStatement head() {
        return sign(journal.chain());
    }

    /**
     * The head as it was after so many entries.
     *
     * @throws Failure NOT_KNOWN if the journal never had as many, NOT_READY while it is held
     */
    public SignedStatement headAt(long size) {
        return sign(jdbi.withHandle(handle -> store.chainAt(handle, journal.state(), size))
                .orElseThrow(() -> Failure.of(
                        ErrorCode.NOT_KNOWN,
                        "Le journal n'a pas encore " + Count.fr(size, "entrée") + ".",
                        "The journal does not have " + Count.en(size, "entry", "entries") + " yet.")));
    }

    private SignedStatement sign(HashChain chain) {
        journal.hold().mustBeFree();
        JournalHead head = new JournalHead(journal.state(), chain.length(), chain.head(), journal.now());
        return signer.sign(JournalHead.CONTEXT, JournalJson.write(head).getBytes(StandardCharsets.UTF_8));
    }
}

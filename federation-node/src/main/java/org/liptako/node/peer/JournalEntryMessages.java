package org.liptako.node.peer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.liptako.node.journal.JournalEntry;
import org.liptako.node.journal.Opening;
import org.liptako.node.wire.ErrorCode;
import org.liptako.node.wire.Failure;
import org.liptako.node.wire.Sentence;
import org.liptako.pki.evidence.Digest;
import org.liptako.pki.evidence.EntryCommitment;
import org.liptako.pki.evidence.Salt;

/** Entries of a peer's journal as the protocol writes them. */
final class JournalEntryMessages {
    private JournalEntryMessages() {}

    /** @throws Failure STATEMENT_INVALID if it has not the form of an entry; whether it is coherent the journal says */
    static JournalEntry fromMessage(org.liptako.journal.v1.JournalEntry message) {
        try {
            EntryCommitment commitment =
                    new EntryCommitment(Digest.of(message.getCommitment().toByteArray()));
            return new JournalEntry(message.getIndex(), commitment, opening(message), message.getSecret());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new Failure(
                    ErrorCode.STATEMENT_INVALID,
                    new Sentence(
                            "L'entrée " + message.getIndex() + " n'a pas la forme d'une entrée de journal.",
                            "Entry " + message.getIndex() + " has not the form of a journal entry."),
                    e);
        }
    }

    private static @Nullable Opening opening(org.liptako.journal.v1.JournalEntry message)
            throws CharacterCodingException {
        if (message.getPayload().isEmpty() && message.getSalt().isEmpty()) {
            return null;
        }
        // Strict: a byte that is not UTF-8 would come back as another text than the one committed to.
        String payload = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(message.getPayload().toByteArray()))
                .toString();
        return new Opening(Salt.of(message.getSalt().toByteArray()), payload);
    }
}
